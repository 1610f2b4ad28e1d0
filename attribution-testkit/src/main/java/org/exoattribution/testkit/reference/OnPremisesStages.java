package org.exoattribution.testkit.reference;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Readings.RecipientOnlyIpMatch;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.Stage;
import org.exoattribution.model.Tenant;

/** Section 5: attribution to OnPremises connectors, by certificate and then by source address. */
final class OnPremisesStages {
  private final ReferenceCase given;

  OnPremisesStages(ReferenceCase given) {
    this.given = given;
  }

  /** CERT-1 to CERT-6; empty if the certificate decides nothing (CERT-6). */
  Optional<ReferenceResult> certificateStage() {
    List<Candidate> candidates = cert2();
    if (isEnough(candidates)) {
      return Optional.of(certificateResult(candidates, AttributionBasis.CONNECTOR));
    }
    List<Candidate> best = cert4();
    if (tenantCount(best) == 1) {
      return Optional.of(certificateResult(best, AttributionBasis.CERTIFICATE_DOMAIN));
    }
    return cert5(best.isEmpty() ? candidates : best);
  }

  /** Without an accepted certificate no name is presented, so that there are none (CERT-1). */
  private List<Candidate> cert2() {
    return onPremises(given::matchesCertificate);
  }

  private static boolean cert3(Candidate candidate) {
    DomainName domain = candidate.connector().tlsSenderCertificateName().orElseThrow().domain();
    boolean wildcard = candidate.connector().tlsSenderCertificateName().orElseThrow().wildcard();
    return candidate.tenant().acceptedDomains().stream()
        .map(accepted -> accepted.domainName())
        .anyMatch(accepted -> accepted.equals(domain) || (wildcard && accepted.isBelow(domain)));
  }

  /** The most exactly matching owned candidates: several if they tie, none if none is owned. */
  private List<Candidate> cert4() {
    return Choice.best(
        cert2().stream().filter(OnPremisesStages::cert3).toList(), certificateKeys());
  }

  /** Whether owned candidates of several tenants tied in CERT-4. */
  boolean ownedCandidatesTied() {
    return !isEnough(cert2()) && tenantCount(cert4()) > 1;
  }

  private Optional<ReferenceResult> cert5(List<Candidate> candidates) {
    return mailFromThenHeaderFrom(Stage.CERTIFICATE, candidates, certificateKeys())
        .or(
            () ->
                ownedBy(given.rcptToOwner(), candidates)
                    .map(own -> certificateResult(own, AttributionBasis.RCPT_TO)));
  }

  /** IP-1 to IP-4; empty if incoming follows (IP-4). */
  Optional<ReferenceResult> ipStage() {
    return ip2().or(this::ip3);
  }

  /** An IPv6 source is contained in no SenderIPAddresses. */
  private List<Candidate> ip1() {
    return onPremises(given::matchesAddress);
  }

  /** IP-2, and before 2017-07-05 the single candidate tenant, whatever it owns. */
  private Optional<ReferenceResult> ip2() {
    return isEnough(ip1())
        ? Optional.of(result(Stage.IP, ip1(), addressKeys(), AttributionBasis.CONNECTOR))
        : mailFromThenHeaderFrom(Stage.IP, ip1(), addressKeys());
  }

  private Optional<ReferenceResult> ip3() {
    return given.readings().recipientOnlyIpMatch() == RecipientOnlyIpMatch.INCOMING
        ? Optional.empty()
        : ownedBy(given.rcptToOwner(), ip1())
            .map(own -> result(Stage.IP, own, addressKeys(), AttributionBasis.RCPT_TO));
  }

  /** Whether reading recipientOnlyIpMatch INCOMING turned an Originating of IP-3 into Incoming. */
  private boolean ip3YieldsIncoming() {
    return given.readings().recipientOnlyIpMatch() == RecipientOnlyIpMatch.INCOMING
        && certificateStage().isEmpty()
        && ip2().isEmpty()
        && ownedBy(given.rcptToOwner(), ip1()).isPresent();
  }

  /** Whether one of those that matched did so by certificate (MULTI-2). */
  boolean matchedByCertificate() {
    return !cert2().isEmpty();
  }

  /** Whether an OnPremises connector matched by certificate or address (MULTI-2, section 8). */
  boolean matched() {
    return !(cert2().isEmpty() && ip1().isEmpty()) && !ip3YieldsIncoming();
  }

  private List<Candidate> onPremises(Predicate<InboundConnector> matches) {
    return given
        .connectorsTakingPart()
        .filter(candidate -> candidate.connector() instanceof OnPremisesConnector)
        .filter(candidate -> matches.test(candidate.connector()))
        .toList();
  }

  /** Rule set 2016: a match with a single candidate tenant is enough. */
  private boolean isEnough(List<Candidate> candidates) {
    return given.rules() == RuleSet.V2016 && tenantCount(candidates) == 1;
  }

  private Optional<ReferenceResult> mailFromThenHeaderFrom(
      Stage stage, List<Candidate> candidates, Comparator<Candidate> keys) {
    return ownedBy(given.mailFromOwner(), candidates)
        .map(own -> result(stage, own, keys, AttributionBasis.MAIL_FROM))
        .or(
            () ->
                ownedBy(given.headerFromOwner(), candidates)
                    .map(own -> result(stage, own, keys, AttributionBasis.HEADER_FROM)));
  }

  /** The candidates of the owner of a domain; empty if nobody owns it or it has no candidate. */
  private static Optional<List<Candidate>> ownedBy(
      Optional<Tenant> owner, List<Candidate> candidates) {
    return owner
        .map(tenant -> candidates.stream().filter(c -> c.tenant().equals(tenant)).toList())
        .filter(own -> !own.isEmpty());
  }

  private ReferenceResult certificateResult(List<Candidate> ofOneTenant, AttributionBasis basis) {
    return result(Stage.CERTIFICATE, ofOneTenant, certificateKeys(), basis);
  }

  private static ReferenceResult result(
      Stage stage,
      List<Candidate> ofOneTenant,
      Comparator<Candidate> keys,
      AttributionBasis basis) {
    Choice through = Choice.sel1(ofOneTenant, keys).orElseThrow();
    return ReferenceResult.originating(through, stage, basis);
  }

  private Comparator<Candidate> certificateKeys() {
    return ConnectorKeys.byCertificate(given);
  }

  private Comparator<Candidate> addressKeys() {
    return ConnectorKeys.byAddress(given);
  }

  private static long tenantCount(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::tenant).distinct().count();
  }
}
