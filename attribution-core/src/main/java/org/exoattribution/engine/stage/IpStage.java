package org.exoattribution.engine.stage;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.exoattribution.engine.index.Candidate;
import org.exoattribution.engine.index.Lists;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Reading;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.Stage;

/**
 * The IP stage: IP-1, IP-2, IP-3 and IP-4, and NULL-1. Among the OnPremises connectors of all
 * tenants whose SenderIPAddresses contain the source address, the owner of the sender's domain
 * wins, else the owner of the recipient's.
 */
final class IpStage {
  private static final List<RuleId> BY_CONNECTOR = List.of(RuleId.IP_1);
  private static final List<RuleId> BY_SENDER = List.of(RuleId.IP_1, RuleId.IP_2);
  private static final List<RuleId> BY_RECIPIENT = List.of(RuleId.IP_1, RuleId.IP_3);

  private static final List<RuleId> NULL_REVERSE_PATH = List.of(RuleId.NULL_1);
  private static final List<RuleId> NOBODY_OWNS = List.of(RuleId.IP_4);
  private static final List<RuleId> THE_RECIPIENT_DOES_NOT_COUNT = List.of(RuleId.IP_3);

  private IpStage() {}

  /**
   * Asks the stage.
   *
   * @param earlier the rules by which the certificate stage passed on
   */
  static IpResult resolve(Case given, List<RuleId> earlier) {
    List<Candidate<OnPremisesConnector>> hits = given.addressHits();
    if (hits.isEmpty()) { // as a rule
      return IpResult.NO_CANDIDATES;
    }
    List<Candidate<OnPremisesConnector>> enabled = Lists.filter(hits, Candidate::enabled); // CON-8
    Set<Reading> contested = Set.of();
    for (Candidate<OnPremisesConnector> candidate : enabled) {
      contested = Contested.byAssociation(contested, given, candidate);
    }
    List<Candidate<OnPremisesConnector>> candidates =
        Lists.filter(enabled, c -> Conditions.applies(given, c));
    if (candidates.isEmpty()) {
      return new IpResult(candidates, null, null, List.of(), contested);
    }
    if (given.rules().connectorIsEnough() && Candidate.ofOneTenant(candidates)) { // rule set 2016
      Decision decision =
          originating(given, AttributionBasis.CONNECTOR, candidates, earlier, BY_CONNECTOR);
      return new IpResult(candidates, null, decision, List.of(), contested);
    }
    return byOwner(given, earlier, candidates, contested);
  }

  private static IpResult byOwner(
      Case given,
      List<RuleId> earlier,
      List<Candidate<OnPremisesConnector>> candidates,
      Set<Reading> contested) {
    Ownership ownership = Ownership.among(given, candidates);
    if (ownership != null && ownership.basis() != AttributionBasis.RCPT_TO) { // IP-2
      Decision decision =
          originating(
              given, ownership.basis(), ownership.connectorsAmong(candidates), earlier, BY_SENDER);
      return new IpResult(candidates, ownership, decision, List.of(), contested);
    }
    List<RuleId> nullRule =
        given.connection().mailFrom().isNull() ? NULL_REVERSE_PATH : List.of(); // NULL-1
    if (ownership == null) {
      List<RuleId> passedBy = Rules.and(nullRule, NOBODY_OWNS);
      return new IpResult(candidates, null, null, passedBy, contested);
    }
    Set<Reading> further = Contested.and(contested, Reading.RECIPIENT_ONLY_IP_MATCH);
    if (!given.recipientIsEnough()) {
      List<RuleId> passedBy = Rules.and(nullRule, THE_RECIPIENT_DOES_NOT_COUNT);
      return new IpResult(candidates, ownership, null, passedBy, further);
    }
    Decision decision = // IP-3
        originating(
            given,
            AttributionBasis.RCPT_TO,
            ownership.connectorsAmong(candidates),
            Rules.and(earlier, nullRule),
            BY_RECIPIENT);
    return new IpResult(candidates, ownership, decision, List.of(), further);
  }

  private static Decision originating(
      Case given,
      AttributionBasis basis,
      List<Candidate<OnPremisesConnector>> connectors,
      List<RuleId> earlier,
      List<RuleId> decidedBy) {
    Selection<OnPremisesConnector> selection =
        Selection.of(
            connectors, Comparator.comparing(c -> Conditions.prefixLength(given, c.connector())));
    List<RuleId> rules = Rules.withSelection(Rules.and(earlier, decidedBy), connectors);
    return Decision.originating(Stage.IP, basis, selection, rules, Rules.weakest(rules));
  }
}
