package org.exoattribution.engine;

import java.util.Comparator;
import java.util.List;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Reading;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The IP stage: IP-1 to IP-4. Among the OnPremises connectors of all tenants whose
 * SenderIPAddresses contain the source address, the owner of the sender's domain wins, else the
 * owner of the recipient's.
 */
final class IpStage {
  private static final List<RuleId> BY_CONNECTOR = List.of(RuleId.IP_1);
  private static final List<RuleId> BY_SENDER = List.of(RuleId.IP_1, RuleId.IP_2);
  private static final List<RuleId> BY_RECIPIENT = List.of(RuleId.IP_1, RuleId.IP_3);

  private final Resolution r;
  private final Notes notes;

  /** IP-1: the candidates. */
  final List<Candidate<OnPremisesConnector>> matching;

  IpStage(Resolution r, Notes notes) {
    this.r = r;
    this.notes = notes;
    this.matching =
        r.addressHits.isEmpty()
            ? r.addressHits
            : Lists.filter(r.addressHits, candidate -> isCandidate(r, candidate, notes));
  }

  private static boolean isCandidate(
      Resolution r, Candidate<OnPremisesConnector> candidate, Notes notes) {
    if (!Conditions.ENABLED.holds(r, candidate)) {
      return false;
    }
    Conditions.noteContestedAssociation(r, candidate, notes);
    return Conditions.ASSOCIATED_DOMAINS.holds(r, candidate);
  }

  /** The decision, or null if the message is incoming (IP-4). */
  @Nullable Decision decide() {
    notes.matchedByAddress = !matching.isEmpty();
    if (matching.isEmpty()) {
      return null;
    }
    if (connectorIsEnough()) { // rule set 2016
      return originating(AttributionBasis.CONNECTOR, matching, BY_CONNECTOR);
    }
    Ownership ownership = Ownership.among(r, matching);
    if (ownership != null && ownership.basis() != AttributionBasis.RCPT_TO) {
      return originating(ownership.basis(), ownership.connectorsAmong(matching), BY_SENDER);
    }
    noteNullReversePath();
    if (ownership != null) {
      notes.contest(Reading.RECIPIENT_ONLY_IP_MATCH);
      if (recipientIsEnough()) {
        return originating(
            AttributionBasis.RCPT_TO, ownership.connectorsAmong(matching), BY_RECIPIENT);
      }
      notes.matchedByCertificate = false; // INCOMING: as if no OnPremises connector matched
      notes.matchedByAddress = false;
      notes.passOn(RuleId.IP_3);
      return null;
    }
    notes.passOn(RuleId.IP_4);
    return null;
  }

  private void noteNullReversePath() {
    if (r.connection.mailFrom().isNull()) {
      notes.passOn(RuleId.NULL_1);
    }
  }

  /** Whether IP-3 makes a message Originating. */
  boolean recipientIsEnough() {
    return r.readings.recipientOnlyIpMatch() == Readings.RecipientOnlyIpMatch.ORIGINATING;
  }

  /** Whether the match alone decides, as before 2017-07-05. */
  boolean connectorIsEnough() {
    return r.rules.connectorIsEnough() && Candidate.ofOneTenant(matching);
  }

  private Decision originating(
      AttributionBasis basis,
      List<Candidate<OnPremisesConnector>> connectors,
      List<RuleId> decidedBy) {
    Selection<OnPremisesConnector> selection =
        Selection.of(
            connectors, Comparator.comparing(c -> Conditions.longestPrefix(r, c.connector())));
    List<RuleId> rules = Rules.withSelection(Rules.and(notes.passedOn(), decidedBy), connectors);
    return Decision.originating(Stage.IP, basis, selection, rules, Rules.weakest(rules));
  }
}
