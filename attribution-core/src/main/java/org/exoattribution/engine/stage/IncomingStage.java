package org.exoattribution.engine.stage;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.exoattribution.engine.index.Candidate;
import org.exoattribution.engine.index.Lists;
import org.exoattribution.model.Evidence;
import org.exoattribution.model.Forest;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Reading;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.SenderDomainPattern;
import org.exoattribution.model.Stage;
import org.exoattribution.model.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * The incoming stage: IN-1, FOR-2, IN-2, IN-3, IN-4, IN-5, IN-6 and IN-7. The owner of the
 * recipient's domain receives, through the best of its Partner connectors or anonymously, unless
 * one of its rules refuses.
 */
final class IncomingStage {
  private static final List<RuleId> ANONYMOUS = List.of(RuleId.IN_1, RuleId.IN_5);
  private static final List<RuleId> BY_PARTNER = List.of(RuleId.IN_1, RuleId.IN_3, RuleId.IN_5);
  private static final List<RuleId> BY_RESTRICTING_PARTNER =
      List.of(RuleId.IN_1, RuleId.IN_3, RuleId.IN_4, RuleId.IN_5);

  private static final List<RuleId> NOBODY_RECEIVES = List.of(RuleId.IN_1);
  private static final List<RuleId> ELSEWHERE = List.of(RuleId.IN_1, RuleId.FOR_2);
  private static final List<RuleId> WITHOUT_MAIL = List.of(RuleId.IN_1, RuleId.IN_2);
  private static final List<RuleId> UNMET = List.of(RuleId.IN_1, RuleId.IN_3, RuleId.IN_4);
  private static final List<RuleId> IN_PLAINTEXT =
      List.of(RuleId.IN_1, RuleId.IN_3, RuleId.IN_5, RuleId.IN_6);
  private static final List<RuleId> DIRECT_SEND = List.of(RuleId.IN_1, RuleId.IN_7);

  private static final Comparator<Candidate<PartnerConnector>> BY_NAME_ALONE =
      Comparator.comparing(c -> 0);

  private final Case given;
  private final Readings readings;
  private final List<RuleId> earlier;
  private final boolean matched;

  private List<Candidate<PartnerConnector>> takingPart = List.of();
  private List<Candidate<PartnerConnector>> restricting = List.of();
  private List<Candidate<PartnerConnector>> left = List.of();
  private @Nullable Selection<PartnerConnector> selection;
  private boolean asksForSource;
  private Set<Reading> contested = Set.of();

  private IncomingStage(Case given, Readings readings, List<RuleId> earlier, boolean matched) {
    this.given = given;
    this.readings = readings;
    this.earlier = earlier;
    this.matched = matched;
  }

  /**
   * Asks the stage.
   *
   * @param earlier the rules by which the earlier stages passed on
   * @param matched whether an OnPremises connector matched in one of them (section 8)
   */
  static IncomingResult resolve(Case given, List<RuleId> earlier, boolean matched) {
    IncomingStage stage = new IncomingStage(given, given.readings(), earlier, matched);
    Decision decision = stage.decide();
    stage.contestPartnerReadings(decision);
    return new IncomingResult(
        stage.takingPart,
        stage.restricting,
        stage.left,
        stage.selection,
        stage.asksForSource,
        decision,
        stage.contested);
  }

  private Decision decide() {
    Tenant receiver = given.recipient();
    if (receiver == null) { // accepting the message would be open relay
      contest(Reading.RELAY_REFUSAL);
      RejectionReason reason =
          matched ? RejectionReason.DOMAIN_NOT_ACCEPTED : RejectionReason.NO_CONNECTOR_MATCHED;
      return refusal(reason, null, null, NOBODY_RECEIVES);
    }
    Forest forest = given.connection().forest().orElse(null);
    if (forest != null && receiver.isOutside(forest)) {
      return refusal(RejectionReason.WRONG_FOREST, receiver, null, ELSEWHERE);
    }
    int id = given.recipientOwner();
    if (!given.setting().index().mailEnabled(id)) {
      return refusal(RejectionReason.NO_MAIL_SUBSCRIPTION, receiver, null, WITHOUT_MAIL);
    }
    findPartners(id);
    if (left.isEmpty() && !restricting.isEmpty()) {
      return refusal(
          RejectionReason.PARTNER_RESTRICTION,
          receiver,
          Selection.of(restricting, BY_NAME_ALONE).winner(),
          UNMET);
    }
    selection = left.isEmpty() ? null : choose();
    Candidate<PartnerConnector> chosen = selection == null ? null : selection.winner();
    if (chosen != null && chosen.connector().requireTls() && !given.tls()) { // IN-6
      return refusal(RejectionReason.TLS_REQUIRED, receiver, chosen, IN_PLAINTEXT);
    }
    asksForSource =
        given.rules().rejectDirectSendExists()
            && given.senderOwner() == id
            && given.setting().index().rejectsDirectSend(id);
    if (asksForSource && !isSourceOf(receiver)) {
      return refusal(RejectionReason.DIRECT_SEND, receiver, null, DIRECT_SEND);
    }
    return reception(receiver, chosen);
  }

  /** IN-3 and IN-4. */
  private void findPartners(int receiver) {
    List<Candidate<PartnerConnector>> partners = given.partnersOf(receiver);
    if (partners.isEmpty()) { // as a rule
      return;
    }
    List<Candidate<PartnerConnector>> covering =
        Lists.filter(
            partners, c -> c.enabled() && c.connector().covers(given.connection().mailFrom()));
    covering.forEach(this::contest);
    takingPart = Lists.filter(covering, c -> Conditions.applies(given, c));
    restricting = Lists.filter(takingPart, c -> c.connector().isRestricting());
    left =
        restricting.isEmpty()
            ? takingPart
            : Lists.filter(
                restricting,
                c -> Conditions.meetsRestrictions(given, c.connector(), readings.partnerBoth()));
  }

  /** IN-5, ties by SEL-1. */
  private Selection<PartnerConnector> choose() {
    Choice first = Choice.BY_SENDER_DOMAIN;
    for (Candidate<PartnerConnector> candidate : left) {
      Choice choice = choiceOf(given, candidate.connector(), readings);
      first = choice.compareTo(first) < 0 ? choice : first;
    }
    Choice best = first;
    return Selection.of(
        Lists.filter(left, c -> choiceOf(given, c.connector(), readings) == best),
        switch (best) {
          case BY_CERTIFICATE -> given.exactness();
          case BY_ADDRESS ->
              Comparator.comparing(c -> Conditions.prefixLength(given, c.connector()));
          case BY_SENDER_DOMAIN -> Comparator.comparing(c -> specificity(c.connector()));
        });
  }

  /** How IN-5 sees a connector. */
  static Choice choiceOf(Case given, PartnerConnector connector, Readings readings) {
    if (Conditions.matchesCertificate(given, connector)) {
      return Choice.BY_CERTIFICATE;
    }
    return Conditions.addressesCount(connector, readings.partnerAddresses())
            && Conditions.matchesAddress(given, connector)
        ? Choice.BY_ADDRESS
        : Choice.BY_SENDER_DOMAIN;
  }

  private int specificity(PartnerConnector connector) {
    return connector
        .entryFor(given.connection().mailFrom())
        .map(SenderDomainPattern::specificity)
        .orElse(-1);
  }

  /**
   * IN-7: whether an enabled connector of the receiver, of either type, matches the source. What
   * the From header says plays no part.
   */
  private boolean isSourceOf(Tenant receiver) {
    boolean found = false;
    for (InboundConnector connector : receiver.inboundConnectors()) {
      Candidate<?> candidate = given.candidate(given.recipientOwner(), receiver, connector);
      contest(candidate); // of every connector, so that their order does not matter
      found |=
          candidate.enabled()
              && Conditions.applies(given, candidate)
              && (Conditions.matchesCertificate(given, connector)
                  || Conditions.matchesAddress(given, connector));
    }
    return found;
  }

  private Decision reception(Tenant receiver, @Nullable Candidate<PartnerConnector> chosen) {
    Candidate<?> rival = rival();
    List<RuleId> decidedBy = takingPart.isEmpty() ? ANONYMOUS : BY_PARTNER;
    List<RuleId> rules =
        Rules.and(earlier, restricting.isEmpty() ? decidedBy : BY_RESTRICTING_PARTNER);
    if (rival != null) {
      rules = Rules.and(rules, RuleId.SEL_1);
    }
    // No source decides the order of IN-5, which matters only among several connectors.
    Evidence evidence = left.size() > 1 ? Evidence.ASSUMED : Rules.weakest(rules);
    return new Decision.Reception(receiver, chosen, rival, rules, evidence);
  }

  private Decision refusal(
      RejectionReason reason,
      @Nullable Tenant receiver,
      @Nullable Candidate<PartnerConnector> by,
      List<RuleId> decidedBy) {
    List<RuleId> rules = Rules.and(earlier, decidedBy);
    return new Decision.Refusal(
        Stage.INCOMING,
        reason,
        Replies.of(reason, readings),
        receiver,
        by,
        rival(),
        rules,
        Rules.weakest(rules));
  }

  private @Nullable Candidate<?> rival() {
    return selection == null ? null : selection.rival();
  }

  private void contest(Reading reading) {
    contested = Contested.and(contested, reading);
  }

  private void contest(Candidate<?> candidate) {
    contested = Contested.byName(contested, candidate.connector(), given.names());
    contested = Contested.byAssociation(contested, given, candidate);
  }

  /** Asks this stage again where a reading about Partner connectors may lead elsewhere. */
  private void contestPartnerReadings(Decision decision) {
    if (takingPart.isEmpty()) { // as a rule
      return;
    }
    if (takingPart.stream().anyMatch(c -> c.connector().restrictsToBoth())) {
      contestIfAnother(Reading.PARTNER_BOTH, decision);
    }
    if (left.size() > 1 && left.stream().anyMatch(this::hasAddressesOfNoCount)) {
      contestIfAnother(Reading.PARTNER_ADDRESSES, decision);
    }
  }

  private boolean hasAddressesOfNoCount(Candidate<PartnerConnector> candidate) {
    return !candidate.connector().restrictDomainsToIpAddresses()
        && Conditions.matchesAddress(given, candidate.connector());
  }

  private void contestIfAnother(Reading reading, Decision decision) {
    for (Readings other : readings.alternatives(reading)) {
      Decision then = new IncomingStage(given, other, earlier, matched).decide();
      if (!hasSameResult(then, decision)) {
        contest(reading);
      }
    }
  }

  private static boolean hasSameResult(Decision one, Decision other) {
    return reason(one) == reason(other) && Objects.equals(one.connector(), other.connector());
  }

  private static @Nullable RejectionReason reason(Decision decision) {
    return decision instanceof Decision.Refusal refusal ? refusal.reason() : null;
  }
}
