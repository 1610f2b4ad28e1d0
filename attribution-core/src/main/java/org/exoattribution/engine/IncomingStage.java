package org.exoattribution.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.exoattribution.model.Evidence;
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
 * The incoming stage: IN-1 to IN-7 and FOR-2. The owner of the recipient's domain receives, through
 * the best of its Partner connectors or anonymously, unless one of its rules refuses.
 */
final class IncomingStage {
  /** How a connector that is left in IN-5 was matched, the first choice first. */
  enum Choice {
    BY_CERTIFICATE("by certificate"),
    BY_ADDRESS("by address"),
    BY_SENDER_DOMAIN("by sender domain");

    final String words;

    Choice(String words) {
      this.words = words;
    }
  }

  private static final List<RuleId> ANONYMOUS = List.of(RuleId.IN_1, RuleId.IN_5);
  private static final List<RuleId> BY_PARTNER = List.of(RuleId.IN_1, RuleId.IN_3, RuleId.IN_5);
  private static final List<RuleId> BY_RESTRICTING_PARTNER =
      List.of(RuleId.IN_1, RuleId.IN_3, RuleId.IN_4, RuleId.IN_5);

  private static final Comparator<Candidate<PartnerConnector>> BY_NAME_ALONE =
      Comparator.comparing(c -> 0);

  private final Resolution r;
  private final Notes notes;

  /** The receiving tenant (IN-1); null if nobody owns the recipient's domain. */
  final @Nullable Tenant receiver;

  /** The receiver's Partner connectors. */
  final List<Candidate<PartnerConnector>> looked;

  /** IN-3: those that take part. */
  final List<Candidate<PartnerConnector>> takingPart;

  /** IN-4: the restricting ones among them. */
  final List<Candidate<PartnerConnector>> restricting;

  /** IN-4: those that IN-5 chooses from; empty if no restriction is met. */
  final List<Candidate<PartnerConnector>> left;

  IncomingStage(Resolution r, Notes notes) {
    this.r = r;
    this.notes = notes;
    this.receiver = r.tenant(r.recipientOwner);
    this.looked = partnersOf(r, r.recipientOwner);
    this.takingPart = Lists.filter(looked, this::takesPart);
    this.restricting = Lists.filter(takingPart, c -> c.connector().isRestricting());
    this.left = restricting.isEmpty() ? takingPart : Lists.filter(restricting, this::isMet);
  }

  /** IN-4; whether one of two restrictions is enough is for the conditions to know. */
  private boolean isMet(Candidate<PartnerConnector> candidate) {
    return PartnerConditions.RESTRICTION_TO_ADDRESSES.holds(r, candidate)
        && PartnerConditions.RESTRICTION_TO_CERTIFICATE.holds(r, candidate);
  }

  static List<Candidate<PartnerConnector>> partnersOf(Resolution r, int tenantId) {
    if (!r.index.hasPartners(tenantId)) { // as a rule
      return List.of();
    }
    Tenant tenant = r.index.tenant(tenantId);
    List<Candidate<PartnerConnector>> partners = new ArrayList<>();
    for (InboundConnector connector : tenant.inboundConnectors()) {
      if (connector instanceof PartnerConnector partner) {
        partners.add(r.candidate(tenantId, tenant, partner));
      }
    }
    return partners;
  }

  private boolean takesPart(Candidate<PartnerConnector> candidate) {
    if (!Conditions.ENABLED.holds(r, candidate)
        || !PartnerConditions.SENDER_DOMAINS.holds(r, candidate)) {
      return false;
    }
    Conditions.noteContestedName(r, candidate.connector(), notes);
    Conditions.noteContestedAssociation(r, candidate, notes);
    return Conditions.ASSOCIATED_DOMAINS.holds(r, candidate);
  }

  /** The decision; this stage always has one. */
  Decision decide() {
    Decision decision = decision();
    if (takingPart.stream().anyMatch(c -> c.connector().restrictsToBoth())) {
      noteIfContested(Reading.PARTNER_BOTH, decision);
    }
    if (left.size() > 1 && left.stream().anyMatch(this::hasAddressesOfNoCount)) {
      noteIfContested(Reading.PARTNER_ADDRESSES, decision);
    }
    return decision;
  }

  private boolean hasAddressesOfNoCount(Candidate<PartnerConnector> candidate) {
    return !candidate.connector().restrictDomainsToIpAddresses()
        && Conditions.longestPrefix(r, candidate.connector()) >= 0;
  }

  /** Asks this stage again, under each other value of a reading about Partner connectors. */
  private void noteIfContested(Reading reading, Decision decision) {
    for (Readings alternative : r.readings.alternatives(reading)) {
      Resolution other = r.withPartnerReadings(alternative);
      if (!new IncomingStage(other, new Notes()).decision().hasResultOf(decision)) {
        notes.contest(reading);
      }
    }
  }

  private Decision decision() {
    if (receiver == null) {
      return refusedRelay();
    }
    if (r.connection.forest().filter(receiver::isOutside).isPresent()) {
      return refused(RejectionReason.WRONG_FOREST, null, RuleId.IN_1, RuleId.FOR_2);
    }
    if (!r.index.mailEnabled(r.recipientOwner)) {
      return refused(RejectionReason.NO_MAIL_SUBSCRIPTION, null, RuleId.IN_1, RuleId.IN_2);
    }
    if (left.isEmpty() && !restricting.isEmpty()) {
      return refused(
          RejectionReason.PARTNER_RESTRICTION,
          firstByName(restricting),
          RuleId.IN_1,
          RuleId.IN_3,
          RuleId.IN_4);
    }
    Selection<PartnerConnector> selection = left.isEmpty() ? null : choose();
    if (selection != null && !PartnerConditions.TLS.holds(r, selection.winner())) { // IN-6
      return refused(
              RejectionReason.TLS_REQUIRED,
              selection.winner(),
              RuleId.IN_1,
              RuleId.IN_3,
              RuleId.IN_5,
              RuleId.IN_6)
          .withRivalOf(selection);
    }
    noteContestedAuthorization();
    if (isDirectSend()) {
      return refused(RejectionReason.DIRECT_SEND, null, RuleId.IN_1, RuleId.IN_7)
          .withRivalOf(selection);
    }
    return incoming(receiver, selection);
  }

  /** Nobody owns the recipient's domain, so that accepting the message would be open relay. */
  private Decision refusedRelay() {
    RejectionReason reason =
        notes.matchedByCertificate || notes.matchedByAddress
            ? RejectionReason.DOMAIN_NOT_ACCEPTED
            : RejectionReason.NO_CONNECTOR_MATCHED;
    notes.contest(Reading.RELAY_REFUSAL);
    return refused(reason, null, RuleId.IN_1);
  }

  private Decision refused(
      RejectionReason reason, @Nullable Candidate<PartnerConnector> by, RuleId... decidedBy) {
    List<RuleId> rules = Rules.and(notes.passedOn(), decidedBy);
    return Decision.rejected(
        Stage.INCOMING,
        reason,
        Replies.of(reason, r.readings),
        receiver,
        by,
        rules,
        Rules.weakest(rules));
  }

  private Decision incoming(Tenant tenant, @Nullable Selection<PartnerConnector> selection) {
    List<RuleId> decidedBy = takingPart.isEmpty() ? ANONYMOUS : BY_PARTNER;
    List<RuleId> rules =
        Rules.and(notes.passedOn(), restricting.isEmpty() ? decidedBy : BY_RESTRICTING_PARTNER);
    if (selection != null && selection.rival() != null) {
      rules = Rules.and(rules, RuleId.SEL_1);
    }
    // No source decides the order of IN-5, which matters only among several connectors.
    Evidence evidence = left.size() > 1 ? Evidence.ASSUMED : Rules.weakest(rules);
    return Decision.incoming(tenant, selection, rules, evidence);
  }

  /** How IN-5 sees a connector that is left. */
  Choice choiceOf(PartnerConnector connector) {
    if (Conditions.matchesCertificate(r, connector)) {
      return Choice.BY_CERTIFICATE;
    }
    return PartnerConditions.addressesCount(r, connector)
            && Conditions.longestPrefix(r, connector) >= 0
        ? Choice.BY_ADDRESS
        : Choice.BY_SENDER_DOMAIN;
  }

  /** IN-5, ties by SEL-1. */
  private Selection<PartnerConnector> choose() {
    Choice first =
        left.stream()
            .map(c -> choiceOf(c.connector()))
            .min(Comparator.naturalOrder())
            .orElseThrow();
    return Selection.of(
        Lists.filter(left, c -> choiceOf(c.connector()) == first),
        switch (first) {
          case BY_CERTIFICATE -> r.exactness();
          case BY_ADDRESS -> Comparator.comparing(c -> Conditions.longestPrefix(r, c.connector()));
          case BY_SENDER_DOMAIN -> Comparator.comparing(c -> specificity(c.connector()));
        });
  }

  private int specificity(PartnerConnector connector) {
    return connector
        .entryFor(r.connection.mailFrom())
        .map(SenderDomainPattern::specificity)
        .orElse(-1);
  }

  private static Candidate<PartnerConnector> firstByName(
      List<Candidate<PartnerConnector>> candidates) {
    return Selection.of(candidates, BY_NAME_ALONE).winner();
  }

  /**
   * IN-7: mail from a domain of the receiver itself that comes from nowhere the receiver has named.
   * What the From header says plays no part.
   */
  boolean isDirectSend() {
    return asksForAuthorization() && ofReceiver().noneMatch(this::authorizes);
  }

  private boolean asksForAuthorization() {
    return receiver != null
        && r.rules.rejectDirectSendExists()
        && r.index.rejectsDirectSend(r.recipientOwner)
        && r.senderOwner == r.recipientOwner;
  }

  /** Of every connector, so that their order does not matter. */
  private void noteContestedAuthorization() {
    if (asksForAuthorization()) {
      ofReceiver()
          .forEach(
              candidate -> {
                Conditions.noteContestedName(r, candidate.connector(), notes);
                Conditions.noteContestedAssociation(r, candidate, notes);
              });
    }
  }

  private Stream<Candidate<?>> ofReceiver() {
    Tenant tenant = Objects.requireNonNull(receiver);
    return tenant.inboundConnectors().stream()
        .map(connector -> r.candidate(r.recipientOwner, tenant, connector));
  }

  private boolean authorizes(Candidate<?> candidate) {
    return Conditions.ENABLED.holds(r, candidate)
        && Conditions.ASSOCIATED_DOMAINS.holds(r, candidate)
        && (Conditions.matchesCertificate(r, candidate.connector())
            || Conditions.longestPrefix(r, candidate.connector()) >= 0);
  }
}
