package org.exoattribution.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.RuleId;
import org.jspecify.annotations.Nullable;

/** What both stages of OnPremises connectors report about envelope ownership and selection. */
final class OwnershipWords {
  private OwnershipWords() {}

  /**
   * Whether the candidate's tenant is the owner that decided; for a connector that is no contender,
   * whether it would own one of the domains.
   */
  static boolean owns(
      Resolution r,
      @Nullable Ownership ownership,
      Candidate<OnPremisesConnector> candidate,
      List<Candidate<OnPremisesConnector>> contenders) {
    if (contenders.contains(candidate)) {
      return ownership != null && ownership.tenantId() == candidate.tenantId();
    }
    return Ownership.among(r, List.of(candidate)) != null;
  }

  /** Who owns the domains of the envelope. */
  static String envelope(Resolution r) {
    List<String> owners = new ArrayList<>();
    String mailFrom = Words.mailFrom(r);
    owners.add(
        mailFrom.equals("<>")
            ? "MAIL FROM <>, which nobody owns"
            : "MAIL FROM " + Words.owner(r, r.senderOwner, mailFrom));
    if (r.rules.headerFromCounts()) {
      r.connection
          .headerFromDomain()
          .ifPresent(
              domain ->
                  owners.add("header-from " + Words.owner(r, r.headerFromOwner, domain.value())));
    }
    owners.add(
        "RCPT TO " + Words.owner(r, r.recipientOwner, r.connection.rcptTo().domain().value()));
    return String.join("; ", owners);
  }

  /** SEL-1, for the connectors of the winning tenant that matched. */
  static ConditionExplanation selected(
      @Nullable Decision own,
      Candidate<OnPremisesConnector> candidate,
      List<Candidate<OnPremisesConnector>> matching) {
    Candidate<?> winner = own == null ? null : own.connector();
    boolean asked =
        winner != null && winner.tenantId() == candidate.tenantId() && matching.contains(candidate);
    Outcome outcome = Outcome.NOT_APPLICABLE;
    if (asked) {
      outcome = candidate.equals(winner) ? Outcome.MATCHED : Outcome.NOT_MATCHED;
    }
    return new ConditionExplanation(
        "choice inside the tenant",
        outcome,
        RuleId.SEL_1,
        "the most specific matching connector of " + candidate.tenant().name(),
        asked ? chosen(Objects.requireNonNull(own), candidate) : "no choice to make");
  }

  private static String chosen(Decision own, Candidate<OnPremisesConnector> candidate) {
    Candidate<?> winner = Objects.requireNonNull(own.connector());
    if (candidate.equals(winner)) {
      return "this one";
    }
    return winner.name()
        + (candidate.equals(own.rival()) ? ", which only comes first by name" : ", more specific");
  }
}
