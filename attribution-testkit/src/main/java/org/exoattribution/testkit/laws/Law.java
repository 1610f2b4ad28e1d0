package org.exoattribution.testkit.laws;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.SimulatedConnection;

/** What holds of every directory, under all rules and readings. */
public enum Law {
  /** See {@link OrderLaw}. */
  ORDER_NEVER_MATTERS(
      "the order of tenants, domains and connectors changes nothing", new OrderLaw()),
  /** See {@link IdleConnectorLaw}. */
  IDLE_CONNECTORS_MAY_GO(
      "a connector that did not match may be removed or disabled without effect",
      new IdleConnectorLaw()),
  /** See {@link AddressLaw}. */
  ADDRESSES_DO_NOT_MOVE_CERTIFICATES(
      "mail that is attributed by certificate stays where it is whatever its source address",
      new AddressLaw()),
  /** See {@link ForeignPartnerLaw}. */
  PARTNERS_STAY_AT_HOME(
      "Partner connectors of a tenant affect nothing but mail to its own domains",
      new ForeignPartnerLaw()),
  /** See {@link OwnerLaw}. */
  OWNERS_WIN(
      "only the tenant that owns the domain which a rule names can win on that rule",
      new OwnerLaw()),
  /** See {@link ExplanationLaw}. */
  EXPLANATIONS_AGREE(
      "the explanation has the same result, and shows the winner and why each other one lost",
      new ExplanationLaw()),
  /** See {@link ReadingLaw}. */
  CONTESTED_READINGS_MATTER(
      "contested are the readings of the smallest changes under which the result is another",
      new ReadingLaw());

  /** Finds what breaks one law. */
  interface Check {
    Stream<Objection> objections(Subject engine, Collection<SimulatedConnection> connections);
  }

  private final String statement;

  // The checks hold no state, though their type does not say so.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Check check;

  Law(String statement, Check check) {
    this.statement = statement;
    this.check = check;
  }

  /** The law in one sentence. */
  public String statement() {
    return statement;
  }

  /**
   * Checks the law.
   *
   * @param engine with the directory, rules and readings to check it under
   * @param connections the more of them touch the directory, the more is checked
   * @return one violation for each witness; empty if the law holds
   */
  public List<LawViolation> violations(
      AttributionEngine engine, Collection<SimulatedConnection> connections) {
    return violations(Subject.of(engine), connections);
  }

  List<LawViolation> violations(Subject subject, Collection<SimulatedConnection> connections) {
    return check
        .objections(subject, connections)
        .map(each -> new LawViolation(this, each.words(), each.witness()))
        .toList();
  }
}
