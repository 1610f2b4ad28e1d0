package org.exoattribution.engine.stage;

import java.util.Comparator;
import java.util.List;
import org.exoattribution.engine.index.Candidate;
import org.exoattribution.engine.index.DirectoryIndex;
import org.exoattribution.engine.index.Lists;
import org.exoattribution.model.Evidence;
import org.exoattribution.model.Forest;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Reading;
import org.exoattribution.model.ReadingSet;
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
  private static final Rules ANONYMOUS = Rules.of(RuleId.IN_1, RuleId.IN_5);
  private static final Rules BY_PARTNER = Rules.of(RuleId.IN_1, RuleId.IN_3, RuleId.IN_5);
  private static final Rules BY_RESTRICTING_PARTNER =
      Rules.of(RuleId.IN_1, RuleId.IN_3, RuleId.IN_4, RuleId.IN_5);

  private static final Rules NOBODY_RECEIVES = Rules.of(RuleId.IN_1);
  private static final Rules ELSEWHERE = Rules.of(RuleId.IN_1, RuleId.FOR_2);
  private static final Rules WITHOUT_MAIL = Rules.of(RuleId.IN_1, RuleId.IN_2);
  private static final Rules UNMET = Rules.of(RuleId.IN_1, RuleId.IN_3, RuleId.IN_4);
  private static final Rules IN_PLAINTEXT =
      Rules.of(RuleId.IN_1, RuleId.IN_3, RuleId.IN_5, RuleId.IN_6);
  private static final Rules DIRECT_SEND = Rules.of(RuleId.IN_1, RuleId.IN_7);

  /** What becomes of most mail. */
  private static final IncomingResult THROUGH_NO_CONNECTOR = throughNoConnector(Rules.NONE);

  private static final Comparator<Candidate<PartnerConnector>> BY_NAME_ALONE =
      Comparator.comparing(c -> 0);

  private final Case given;
  private final Readings readings;
  private final Rules earlier;
  private final Tenant receiver;
  private final boolean asksForSource;

  private List<Candidate<PartnerConnector>> takingPart = List.of();
  private List<Candidate<PartnerConnector>> restricting = List.of();
  private List<Candidate<PartnerConnector>> left = List.of();
  private @Nullable Selection<PartnerConnector> selection;
  private boolean asked;
  private ReadingSet touched = ReadingSet.NONE;

  private IncomingStage(Case given, Rules earlier, Tenant receiver, boolean asksForSource) {
    this.given = given;
    this.readings = given.readings();
    this.earlier = earlier;
    this.receiver = receiver;
    this.asksForSource = asksForSource;
  }

  /**
   * Asks the stage.
   *
   * @param earlier the rules by which the earlier stages passed on
   * @param matched whether an OnPremises connector matched in one of them (section 8)
   */
  static IncomingResult resolve(Case given, Rules earlier, boolean matched) {
    Tenant receiver = given.recipient();
    if (receiver == null) {
      return earlier.isEmpty()
          ? given.setting().refusedRelay(matched)
          : refusedRelay(given.readings(), earlier, matched);
    }
    Forest forest = given.connection().forest().orElse(null);
    if (forest != null && receiver.isOutside(forest)) {
      return refused(given, RejectionReason.WRONG_FOREST, earlier.and(ELSEWHERE));
    }
    DirectoryIndex index = given.setting().index();
    int id = given.recipientOwner();
    if (!index.mailEnabled(id)) {
      return refused(given, RejectionReason.NO_MAIL_SUBSCRIPTION, earlier.and(WITHOUT_MAIL));
    }
    boolean asksForSource =
        given.rules().rejectDirectSendExists()
            && given.senderOwner() == id
            && index.rejectsDirectSend(id);
    if (!index.hasPartners(id) && !asksForSource) { // as a rule
      return earlier.isEmpty() ? THROUGH_NO_CONNECTOR : throughNoConnector(earlier);
    }
    IncomingStage stage = new IncomingStage(given, earlier, receiver, asksForSource);
    Decision decision = stage.decide();
    return new IncomingResult(
        new Partners(stage.takingPart, stage.restricting, stage.left, stage.selection),
        stage.asked,
        decision,
        stage.touched);
  }

  /** IN-1: nobody owns the recipient's domain, and accepting the message would be open relay. */
  static IncomingResult refusedRelay(Readings readings, Rules earlier, boolean matched) {
    RejectionReason reason =
        matched ? RejectionReason.DOMAIN_NOT_ACCEPTED : RejectionReason.NO_CONNECTOR_MATCHED;
    Decision refusal = refusal(readings, reason, null, null, earlier.and(NOBODY_RECEIVES));
    return IncomingResult.withoutConnectors(refusal, ReadingSet.NONE.and(Reading.RELAY_REFUSAL));
  }

  private static IncomingResult throughNoConnector(Rules earlier) {
    Decision anonymous = new Decision.Reception(null, null, earlier.and(ANONYMOUS));
    return IncomingResult.withoutConnectors(anonymous, ReadingSet.NONE);
  }

  private static IncomingResult refused(Case given, RejectionReason reason, Rules rules) {
    Decision refusal = refusal(given.readings(), reason, null, null, rules);
    return IncomingResult.withoutConnectors(refusal, ReadingSet.NONE);
  }

  private Decision decide() {
    findPartners();
    if (left.isEmpty() && !restricting.isEmpty()) {
      return refusal(
          RejectionReason.PARTNER_RESTRICTION,
          Selection.of(restricting, BY_NAME_ALONE).winner(),
          UNMET);
    }
    selection = left.isEmpty() ? null : choose();
    Candidate<PartnerConnector> chosen = selection == null ? null : selection.winner();
    if (chosen != null && chosen.connector().requireTls() && !given.tls()) { // IN-6
      return refusal(RejectionReason.TLS_REQUIRED, chosen, IN_PLAINTEXT);
    }
    asked = asksForSource;
    if (asksForSource && !isSourceOf(receiver)) {
      return refusal(RejectionReason.DIRECT_SEND, null, DIRECT_SEND);
    }
    return reception(chosen);
  }

  /** IN-3 and IN-4. */
  private void findPartners() {
    List<Candidate<PartnerConnector>> partners = given.partnersOf(given.recipientOwner());
    List<Candidate<PartnerConnector>> covering =
        Lists.filter(
            partners, c -> c.enabled() && c.connector().covers(given.connection().mailFrom()));
    covering.forEach(this::touch);
    takingPart = Lists.filter(covering, c -> Conditions.applies(given, c));
    restricting = Lists.filter(takingPart, c -> c.connector().isRestricting());
    restricting.forEach(c -> touchBoth(c.connector()));
    left =
        restricting.isEmpty()
            ? takingPart
            : Lists.filter(
                restricting,
                c -> Conditions.meetsRestrictions(given, c.connector(), readings.partnerBoth()));
  }

  /** IN-5, ties by SEL-1. */
  private Selection<PartnerConnector> choose() {
    if (left.size() > 1) {
      left.forEach(c -> touchAddresses(c.connector()));
    }
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
      if (candidate.enabled()) {
        touch(candidate); // of every connector, so that their order does not matter
        found |=
            Conditions.applies(given, candidate)
                && (Conditions.matchesCertificate(given, connector)
                    || Conditions.matchesAddress(given, connector));
      }
    }
    return found;
  }

  private Decision reception(@Nullable Candidate<PartnerConnector> chosen) {
    Candidate<?> rival = rival();
    Rules decidedBy = takingPart.isEmpty() ? ANONYMOUS : BY_PARTNER;
    Rules rules = earlier.and(restricting.isEmpty() ? decidedBy : BY_RESTRICTING_PARTNER);
    if (rival != null) {
      rules = rules.and(RuleId.SEL_1);
    }
    // No source decides the order of IN-5, which matters only among several connectors.
    rules = left.size() > 1 ? rules.known(Evidence.ASSUMED) : rules;
    return new Decision.Reception(chosen, rival, rules);
  }

  private Decision refusal(
      RejectionReason reason, @Nullable Candidate<PartnerConnector> by, Rules decidedBy) {
    return refusal(readings, reason, by, rival(), earlier.and(decidedBy));
  }

  private static Decision refusal(
      Readings readings,
      RejectionReason reason,
      @Nullable Candidate<PartnerConnector> by,
      @Nullable Candidate<?> rival,
      Rules rules) {
    return new Decision.Refusal(
        Stage.INCOMING, reason, Replies.of(reason, readings), by, rival, rules);
  }

  private @Nullable Candidate<?> rival() {
    return selection == null ? null : selection.rival();
  }

  private void touch(Candidate<?> candidate) {
    touched = Touched.byName(touched, candidate.connector(), given.names());
    touched = Touched.byAssociation(touched, given, candidate);
  }

  /** Reading partnerBoth, if the restrictions are met under one value of it alone. */
  private void touchBoth(PartnerConnector connector) {
    if (Conditions.meetsRestrictions(given, connector, Readings.PartnerBoth.OR)
        && !Conditions.meetsRestrictions(given, connector, Readings.PartnerBoth.AND)) {
      touched = touched.and(Reading.PARTNER_BOTH);
    }
  }

  /** Reading partnerAddresses, if IN-5 sees the connector otherwise under another value of it. */
  private void touchAddresses(PartnerConnector connector) {
    if (!connector.restrictDomainsToIpAddresses()
        && Conditions.matchesAddress(given, connector)
        && !Conditions.matchesCertificate(given, connector)) {
      touched = touched.and(Reading.PARTNER_ADDRESSES);
    }
  }
}
