package org.exoattribution.engine.stage;

import java.util.Comparator;
import java.util.List;
import org.exoattribution.engine.index.Candidate;
import org.exoattribution.engine.index.Lists;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Reading;
import org.exoattribution.model.ReadingSet;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.Stage;

/**
 * The IP stage: IP-1, IP-2, IP-3 and IP-4, and NULL-1. Among the OnPremises connectors of all
 * tenants whose SenderIPAddresses contain the source address, the owner of the sender's domain
 * wins, else the owner of the recipient's.
 */
final class IpStage {
  private static final Rules BY_CONNECTOR = Rules.of(RuleId.IP_1);
  private static final Rules BY_SENDER = Rules.of(RuleId.IP_1, RuleId.IP_2);
  private static final Rules BY_RECIPIENT = Rules.of(RuleId.IP_1, RuleId.IP_3);

  private static final Rules NULL_REVERSE_PATH = Rules.of(RuleId.NULL_1);
  private static final Rules NOBODY_OWNS = Rules.of(RuleId.IP_4);
  private static final Rules THE_RECIPIENT_DOES_NOT_COUNT = Rules.of(RuleId.IP_3);

  private IpStage() {}

  /**
   * Asks the stage.
   *
   * @param earlier the rules by which the certificate stage passed on
   */
  static IpResult resolve(Case given, Rules earlier) {
    List<Candidate<OnPremisesConnector>> hits = given.addressHits();
    if (hits.isEmpty()) { // as a rule
      return IpResult.NO_CANDIDATES;
    }
    List<Candidate<OnPremisesConnector>> candidates = hits;
    ReadingSet touched = ReadingSet.NONE;
    if (!allTakePart(hits)) {
      List<Candidate<OnPremisesConnector>> enabled =
          Lists.filter(hits, Candidate::enabled); // CON-8
      for (Candidate<OnPremisesConnector> candidate : enabled) {
        touched = Touched.byAssociation(touched, given, candidate);
      }
      candidates = Lists.filter(enabled, c -> Conditions.applies(given, c)); // CON-9
    }
    if (candidates.isEmpty()) {
      return new IpResult(candidates, null, null, Rules.NONE, touched);
    }
    if (given.rules().connectorIsEnough() && Candidate.ofOneTenant(candidates)) { // rule set 2016
      Decision decision =
          originating(given, AttributionBasis.CONNECTOR, candidates, earlier, BY_CONNECTOR);
      return new IpResult(candidates, null, decision, Rules.NONE, touched);
    }
    return byOwner(given, earlier, candidates, touched);
  }

  private static boolean allTakePart(List<Candidate<OnPremisesConnector>> hits) {
    for (int i = 0; i < hits.size(); i++) {
      if (!hits.get(i).enabled() || hits.get(i).associated()) {
        return false;
      }
    }
    return true;
  }

  private static IpResult byOwner(
      Case given,
      Rules earlier,
      List<Candidate<OnPremisesConnector>> candidates,
      ReadingSet touched) {
    AttributionBasis owned = Ownership.among(given, candidates);
    if (owned != null && owned != AttributionBasis.RCPT_TO) { // IP-2
      Decision decision =
          originating(
              given, owned, Ownership.connectors(given, owned, candidates), earlier, BY_SENDER);
      return new IpResult(candidates, owned, decision, Rules.NONE, touched);
    }
    Rules nullRule =
        given.connection().mailFrom().isNull() ? NULL_REVERSE_PATH : Rules.NONE; // NULL-1
    if (owned == null) {
      Rules passedBy = nullRule.and(NOBODY_OWNS);
      return new IpResult(candidates, null, null, passedBy, touched);
    }
    ReadingSet further = touched.and(Reading.RECIPIENT_ONLY_IP_MATCH);
    if (!given.recipientIsEnough()) {
      Rules passedBy = nullRule.and(THE_RECIPIENT_DOES_NOT_COUNT);
      return new IpResult(candidates, owned, null, passedBy, further);
    }
    Decision decision = // IP-3
        originating(
            given,
            AttributionBasis.RCPT_TO,
            Ownership.connectors(given, owned, candidates),
            earlier.and(nullRule),
            BY_RECIPIENT);
    return new IpResult(candidates, owned, decision, Rules.NONE, further);
  }

  private static Decision originating(
      Case given,
      AttributionBasis basis,
      List<Candidate<OnPremisesConnector>> connectors,
      Rules earlier,
      Rules decidedBy) {
    Selection<OnPremisesConnector> selection =
        connectors.size() == 1
            ? Selection.of(connectors.get(0))
            : Selection.of(
                connectors,
                Comparator.comparing(c -> Conditions.prefixLength(given, c.connector())));
    Rules rules = earlier.and(decidedBy).withSelection(connectors);
    return Decision.originating(Stage.IP, basis, selection, rules);
  }
}
