package org.exoattribution.engine.stage;

import java.util.List;
import java.util.Optional;
import org.exoattribution.engine.index.Candidate;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.model.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * What every condition says of a connector in a case, whatever the stages made of it: the near
 * misses of an explanation.
 *
 * @param candidate the connector
 * @param inForest whether its tenant may be in the front end's forest (FOR-1)
 * @param byCertificate whether a name of the accepted certificate matches (CERT-2)
 * @param range the longest of its ranges with the source address (IP-1)
 * @param applies whether it applies to the mail (CON-9)
 * @param owned the domain of the envelope that its tenant owns, the first in the order of CERT-5
 * @param receives whether its tenant owns the RCPT TO domain (IN-1)
 * @param partner what the incoming stage asks of it; null for an OnPremises connector
 */
public record ConnectorFacts<C extends InboundConnector>(
    Candidate<C> candidate,
    boolean inForest,
    boolean byCertificate,
    Optional<SenderIpRange> range,
    boolean applies,
    Optional<AttributionBasis> owned,
    boolean receives,
    @Nullable PartnerFacts partner) {

  /**
   * Of a Partner connector.
   *
   * @param covers whether its SenderDomains cover the sender (IN-3)
   * @param met whether its restrictions are met, where it has some (IN-4)
   * @param choice how IN-5 sees it
   */
  public record PartnerFacts(boolean covers, boolean met, Choice choice) {}

  public Tenant tenant() {
    return candidate.tenant();
  }

  public C connector() {
    return candidate.connector();
  }

  /** Whether its tenant accepts the certificate's domain (CERT-3). */
  public boolean ownsCertificateDomain() {
    return candidate.owned();
  }

  /** Whether it is the connector that the decision names. */
  public boolean isThatOf(@Nullable Decision decision) {
    return decision != null && candidate.equals(decision.connector());
  }

  /** Whether it and that connector are of one tenant. */
  public boolean isOfTenantOf(Decision decision) {
    Candidate<?> other = decision.connector();
    return other != null && other.tenantId() == candidate.tenantId();
  }

  /** Whether it is the connector that was chosen. */
  public boolean isChosenBy(@Nullable Selection<?> selection) {
    return selection != null && candidate.equals(selection.winner());
  }

  /** Whether it lost to that connector by its name alone (SEL-1). */
  public boolean isRivalIn(Decision decision) {
    return candidate.equals(decision.rival());
  }

  /** Whether it is this candidate. */
  public boolean isThis(Object other) {
    return candidate.equals(other);
  }

  /** Whether it is one of those that a stage found. */
  public boolean isAmong(List<? extends Candidate<?>> candidates) {
    return candidates.contains(candidate);
  }

  /** Whether the envelope made its tenant the owner in a stage (CERT-5, IP-2, IP-3). */
  public boolean isOwnerIn(StageResult result) {
    return result.ownedDomain() != null && owned.equals(Optional.of(result.ownedDomain()));
  }
}
