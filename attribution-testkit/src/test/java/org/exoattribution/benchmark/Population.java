package org.exoattribution.benchmark;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.exoattribution.certificate.TrustAnchors;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.RevocationStatus;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.exoattribution.testkit.design.Connections;
import org.exoattribution.testkit.pki.CertificateAuthority;
import org.exoattribution.testkit.pki.CertificateTemplate;

/**
 * A directory of any size, the same in every run: each tenant has two domains and two connectors,
 * one by address and one by certificate. Every second certificate domain is accepted (CERT-3), the
 * others leave the decision to the envelope (CERT-5); every sixteenth tenant shares its relay with
 * the tenant before it.
 */
final class Population {
  private static final int CERTIFICATES = 1_000;

  private final int size;
  private final TenantDirectory directory;
  private final TrustAnchors trustAnchors;
  private final List<PresentedCertificate> certificates;

  Population(int size) {
    this(size, CERTIFICATES);
  }

  /** A population with no more certificates than this, which take the longest to make. */
  Population(int size, int mostCertificates) {
    this.size = size;
    this.directory =
        TenantDirectory.of(IntStream.range(0, size).mapToObj(Population::tenant).toList());
    CertificateAuthority root = CertificateAuthority.create("Example Root CA", Connections.AT);
    CertificateAuthority issuing = root.intermediate("Example Issuing CA");
    this.trustAnchors =
        TrustAnchors.of(root.certificate())
            .withRevocationStatus(RevocationStatus.ofCrls(List.of(issuing.crl(), root.crl())));
    int count = Math.min(size, mostCertificates);
    this.certificates =
        IntStream.range(0, count)
            .parallel()
            .mapToObj(i -> CertificateTemplate.forHost(host(holder(i, count))))
            .map(template -> PresentedCertificate.of(issuing.issueWithoutStatus(template).chain()))
            .toList();
  }

  private static Tenant tenant(int id) {
    return Tenant.builder("tenant" + id)
        .acceptedDomains(domain(id))
        .acceptedDomain(AcceptedDomain.parse(parentDomain(id)).withMatchSubDomains(true))
        .inboundConnector(
            OnPremisesConnector.builder("by address")
                .senderIpAddresses(relay(id).toString(), block(id).toString())
                .build())
        .inboundConnector(
            OnPremisesConnector.builder("by certificate")
                .tlsSenderCertificateName(id % 2 == 0 ? "*." + domain(id) : host(id))
                .build())
        .build();
  }

  int size() {
    return size;
  }

  TenantDirectory directory() {
    return directory;
  }

  /** The tenant of this number with one more domain. */
  Tenant changedTenant(int id) {
    return tenant(id).toBuilder().acceptedDomains("tailspintoys" + id + ".example").build();
  }

  TrustAnchors trustAnchors() {
    return trustAnchors;
  }

  AttributionEngine engine() {
    return AttributionEngine.builder(directory).trustAnchors(trustAnchors).build();
  }

  /** Certificates of tenants spread over the whole directory, each for {@link #host}. */
  List<PresentedCertificate> certificates() {
    return certificates;
  }

  /** The tenant whose host a certificate names. */
  int holder(int certificate) {
    return holder(certificate, certificates.size());
  }

  private int holder(int certificate, int count) {
    return (int) ((long) certificate * size / count);
  }

  /** Accepted exactly. */
  static String domain(int tenant) {
    return "contoso" + tenant + ".example";
  }

  /** Accepted with its subdomains. */
  static String parentDomain(int tenant) {
    return "fabrikam" + tenant + ".example";
  }

  /** What the certificate of the tenant's relay names. */
  static String host(int tenant) {
    return "mail." + domain(tenant);
  }

  /** The address of the tenant's relay, which some share. */
  static IpAddress relay(int tenant) {
    return IpAddress.ofIpv4(address(tenant % 16 == 15 ? tenant - 1 : tenant));
  }

  /** Some addresses of the tenant, /24 to /31; by chance they overlap with another's. */
  static SenderIpRange block(int tenant) {
    SplittableRandom random = new SplittableRandom(tenant);
    int length = random.nextInt(SenderIpRange.SHORTEST_PREFIX, SenderIpRange.SINGLE_ADDRESS);
    return SenderIpRange.parse(IpAddress.ofIpv4(unicast(random)) + "/" + length);
  }

  private static int address(int tenant) {
    return unicast(new SplittableRandom(~(long) tenant));
  }

  /** 1.0.0.0 to 223.255.255.255. */
  static int unicast(SplittableRandom random) {
    return (int) random.nextLong(0x0100_0000L, 0xe000_0000L);
  }
}
