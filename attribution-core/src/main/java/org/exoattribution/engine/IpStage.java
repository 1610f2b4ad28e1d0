package org.exoattribution.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Reading;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The IP stage: IP-1 to IP-4. Among the OnPremises connectors of all tenants whose
 * SenderIPAddresses contain the source address, the owner of the sender's domain wins, else the
 * owner of the recipient's.
 */
final class IpStage {
  private final Resolution r;
  private final Notes notes;

  /** Connectors with addresses that the stage looks at. */
  final List<Candidate<OnPremisesConnector>> looked;

  /** IP-1: the candidates. */
  final List<Candidate<OnPremisesConnector>> matching;

  IpStage(Resolution r, Notes notes) {
    this.r = r;
    this.notes = notes;
    this.looked = new ArrayList<>();
    this.matching = new ArrayList<>();
    for (Candidate<OnPremisesConnector> candidate : r.addressCandidates()) {
      if (!candidate.connector().senderIpAddresses().isEmpty()) {
        looked.add(candidate);
        if (isCandidate(candidate)) {
          matching.add(candidate);
        }
      }
    }
  }

  private boolean isCandidate(Candidate<OnPremisesConnector> candidate) {
    if (!Conditions.ENABLED.holds(r, candidate) || !Conditions.ADDRESS.holds(r, candidate)) {
      return false;
    }
    Conditions.noteContestedAssociation(r, candidate.connector(), notes);
    return Conditions.ASSOCIATED_DOMAINS.holds(r, candidate);
  }

  /** The decision, or null if the message is incoming (IP-4). */
  @Nullable Decision decide() {
    notes.matchedByAddress = !matching.isEmpty();
    if (matching.isEmpty()) {
      return null;
    }
    if (connectorIsEnough()) { // rule set 2016
      return originating(AttributionBasis.CONNECTOR, matching, RuleId.IP_1);
    }
    Ownership ownership = Ownership.among(r, matching);
    if (ownership != null && ownership.basis() != AttributionBasis.RCPT_TO) {
      return originating(
          ownership.basis(), ownership.connectorsAmong(matching), RuleId.IP_1, RuleId.IP_2);
    }
    noteNullReversePath();
    if (ownership != null) {
      notes.contested.add(Reading.RECIPIENT_ONLY_IP_MATCH);
      if (recipientIsEnough()) {
        return originating(
            AttributionBasis.RCPT_TO,
            ownership.connectorsAmong(matching),
            RuleId.IP_1,
            RuleId.IP_3);
      }
      notes.matchedByCertificate = false; // INCOMING: as if no OnPremises connector matched
      notes.matchedByAddress = false;
      notes.passedOn.add(RuleId.IP_3);
      return null;
    }
    notes.passedOn.add(RuleId.IP_4);
    return null;
  }

  private void noteNullReversePath() {
    if (r.connection.mailFrom().isNull()) {
      notes.passedOn.add(RuleId.NULL_1);
    }
  }

  /** Whether IP-3 makes a message Originating. */
  boolean recipientIsEnough() {
    return r.readings.recipientOnlyIpMatch() == Readings.RecipientOnlyIpMatch.ORIGINATING;
  }

  /** Whether the match alone decides, as before 2017-07-05. */
  boolean connectorIsEnough() {
    return r.rules.connectorIsEnough() && CertificateStage.oneTenant(matching);
  }

  private Decision originating(
      AttributionBasis basis,
      List<Candidate<OnPremisesConnector>> connectors,
      RuleId... decidedBy) {
    Selection<OnPremisesConnector> selection =
        Selection.of(
            connectors, Comparator.comparing(c -> Conditions.longestPrefix(r, c.connector())));
    List<RuleId> rules = Rules.and(notes.passedOn, decidedBy);
    if (connectors.size() > 1) {
      rules = Rules.and(rules, RuleId.SEL_1);
    }
    return Decision.originating(Stage.IP, basis, selection, rules, Rules.weakest(rules));
  }
}
