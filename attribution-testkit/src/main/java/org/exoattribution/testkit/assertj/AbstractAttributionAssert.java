package org.exoattribution.testkit.assertj;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Attribution.Verdict;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.Evidence;
import org.exoattribution.model.Finding;
import org.exoattribution.model.Reading;
import org.exoattribution.model.Rejected;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.Stage;

/**
 * What can be asserted about an attribution, with or without its explanation. Names of tenants and
 * connectors compare ignoring case, as the directory compares them (DIR-1).
 *
 * @param <S> the assertion class itself
 * @param <A> what it is about
 */
public abstract class AbstractAttributionAssert<S extends AbstractAttributionAssert<S, A>, A>
    extends AbstractAssert<S, A> {

  AbstractAttributionAssert(A actual, Class<?> selfType) {
    super(actual, selfType);
  }

  /** The attribution in question; the actual value is not null. */
  abstract Attribution attribution();

  /** What a failure says, given what was expected. */
  abstract String mismatch(String expected);

  final S check(boolean holds, String expected) {
    if (!holds) {
      throw failure("%n%s", mismatch(expected));
    }
    return myself;
  }

  private Attribution checked() {
    isNotNull();
    return attribution();
  }

  private static boolean same(Optional<String> name, String expected) {
    return name.isPresent() && name.get().equalsIgnoreCase(expected);
  }

  /** It came through an OnPremises connector, from a tenant's own environment. */
  public S isOriginating() {
    return check(checked().verdict() == Verdict.ORIGINATING, "Originating");
  }

  /** It is Originating from this tenant. */
  public S from(String tenant) {
    return check(
        checked().verdict() == Verdict.ORIGINATING && same(attribution().tenantName(), tenant),
        "Originating from " + tenant);
  }

  /** It is Incoming, to whatever tenant. */
  public S isIncoming() {
    return check(checked().verdict() == Verdict.INCOMING, "Incoming");
  }

  /** It is Incoming to this tenant, through a Partner connector or anonymously. */
  public S isIncomingTo(String tenant) {
    return check(
        checked().verdict() == Verdict.INCOMING && same(attribution().tenantName(), tenant),
        "Incoming to " + tenant);
  }

  /** It is Incoming through no connector at all. */
  public S isAnonymous() {
    return check(
        checked().verdict() == Verdict.INCOMING && attribution().connectorName().isEmpty(),
        "Incoming anonymously");
  }

  /** It is refused or deferred, for whatever reason. */
  public S isRejected() {
    return check(checked().verdict() == Verdict.REJECTED, "Rejected");
  }

  /**
   * It is refused or deferred with this reply.
   *
   * @param reply the enhanced status code, such as {@code 5.7.64}, or the beginning of the reply as
   *     the server sends it, such as {@code 550 5.7.64 Relay Access Denied}
   * @throws IllegalArgumentException if the text is blank: every reply would do
   */
  public S isRejectedWith(String reply) {
    if (reply.isBlank()) {
      throw new IllegalArgumentException(
          "\"" + reply + "\" is no reply: expected a status code or the beginning of a reply");
    }
    return check(
        rejected()
            .filter(
                r ->
                    r.reply().enhancedStatusCode().equals(reply)
                        || r.reply().toString().startsWith(reply))
            .isPresent(),
        "Rejected with " + reply);
  }

  /** It is refused or deferred for this reason. */
  public S isRejectedWith(RejectionReason reason) {
    return check(
        AttributionOutcome.of(checked()).reason().equals(Optional.of(reason)),
        "Rejected with " + reason);
  }

  private Optional<Rejected> rejected() {
    return checked().fold(o -> Optional.empty(), i -> Optional.empty(), Optional::of);
  }

  /** The connector of this name decided. */
  public S via(String connector) {
    return check(
        same(checked().connectorName(), connector), "through the connector \"" + connector + "\"");
  }

  /** The certificate stage decided: Originating by certificate. */
  public S byCertificate() {
    return isDecidedIn(Stage.CERTIFICATE);
  }

  /** The IP stage decided: Originating by source address. */
  public S byAddress() {
    return isDecidedIn(Stage.IP);
  }

  /** This stage decided. */
  public S isDecidedIn(Stage stage) {
    return check(checked().stage() == stage, "decided in the " + stage.key() + " stage");
  }

  /** It is Originating on this basis. */
  public S onBasisOf(AttributionBasis basis) {
    return check(
        AttributionOutcome.of(checked()).basis().equals(Optional.of(basis)),
        "Originating on basis " + basis.key());
  }

  /** The findings hold each of these; they may hold others. */
  public S hasFinding(Finding.Id... ids) {
    requireSome("finding", ids);
    return check(
        Arrays.stream(ids).allMatch(checked().grounds()::hasFinding), "finding " + names(ids));
  }

  /** The findings hold none of these. */
  public S hasNoFinding(Finding.Id... ids) {
    requireSome("finding", ids);
    return check(
        Arrays.stream(ids).noneMatch(checked().grounds()::hasFinding), "no finding " + names(ids));
  }

  /** There is nothing fragile or surprising about it. */
  public S hasNoFindings() {
    return check(checked().findings().isEmpty(), "no findings");
  }

  /** The rules that decided hold each of these; they may hold others. */
  public S restsOn(RuleId... rules) {
    requireSome("rule", rules);
    return check(
        checked().grounds().rules().containsAll(List.of(rules)), "rests on " + names(rules));
  }

  /** The weakest evidence among the rules that decided is at least this strong. */
  public S hasEvidenceAtLeast(Evidence evidence) {
    return check(
        checked().grounds().evidence().weaker(evidence) == evidence,
        "rests on evidence at least " + evidence);
  }

  /** A deciding condition depends on each of these readings. */
  public S isContestedBy(Reading... readings) {
    requireSome("reading", readings);
    return check(
        checked().grounds().contestedReadings().containsAll(List.of(readings)),
        "contested by reading " + names(readings));
  }

  /** No contested reading matters to it. */
  public S isUncontested() {
    return check(checked().grounds().contestedReadings().isEmpty(), "contested by no reading");
  }

  /** An assertion about nothing could not fail. */
  private static void requireSome(String what, Object[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no " + what + " is given: expected at least one");
    }
  }

  private static String names(Object[] values) {
    return Arrays.stream(values).map(Object::toString).collect(Collectors.joining(", "));
  }
}
