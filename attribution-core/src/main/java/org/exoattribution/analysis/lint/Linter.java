package org.exoattribution.analysis.lint;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.exoattribution.analysis.lint.CertificateNames.KnownCertificate;
import org.exoattribution.certificate.CertificateEvaluator;
import org.exoattribution.certificate.TrustAnchors;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.Readings;
import org.exoattribution.model.TenantDirectory;

/**
 * Looks for configuration that the service accepts and that does not do what its author expects. It
 * judges by the current rules and by the configuration alone: what it finds holds whether or not
 * such a connection ever comes. Nothing found proves nothing; that takes a search over all
 * connections.
 */
public final class Linter {
  private static final Linter STANDARD =
      new Linter(Readings.defaults(), KnownGateway.all(), List.of());

  private final Readings readings;
  private final List<KnownGateway> gateways;
  private final List<KnownCertificate> certificates;

  private Linter(
      Readings readings, List<KnownGateway> gateways, List<KnownCertificate> certificates) {
    this.readings = Objects.requireNonNull(readings, "readings");
    this.gateways = List.copyOf(gateways);
    this.certificates = List.copyOf(certificates);
  }

  /** A linter with the default readings that knows the gateways of its list. */
  public static Linter standard() {
    return STANDARD;
  }

  /**
   * The same linter under other readings. Of these, wildcardDepth, associatedDomains,
   * recipientOnlyIpMatch, partnerAddresses and partnerBoth matter to what it says; the others are
   * about connections alone.
   */
  public Linter withReadings(Readings other) {
    return new Linter(other, gateways, certificates);
  }

  /** The same linter that takes hosts in these domains for gateways that many share, too. */
  public Linter withGateways(Collection<DomainName> more) {
    List<KnownGateway> all = new ArrayList<>(gateways);
    more.forEach(domain -> all.add(KnownGateway.of(domain)));
    return new Linter(readings, all, certificates);
  }

  /**
   * The same linter that knows the certificates which servers of the tenants present.
   *
   * @param more leaf certificates
   * @param at the instant from which an expiry within 30 days is reported
   */
  public Linter withCertificates(Collection<X509Certificate> more, Instant at) {
    CertificateEvaluator names = new CertificateEvaluator(TrustAnchors.none(), readings);
    List<KnownCertificate> all = new ArrayList<>(certificates);
    for (X509Certificate leaf : more) {
      PresentedCertificate presented = PresentedCertificate.of(List.of(leaf));
      all.add(
          new KnownCertificate(
              names.evaluate(presented, at).names(), leaf.getNotAfter().toInstant(), at));
    }
    return new Linter(readings, gateways, all);
  }

  /** Every rule, in the order in which findings of one place and severity are listed. */
  public static List<LintRule> rules() {
    return LintChecks.rules();
  }

  /**
   * The findings, tenant by tenant in the directory's order; of a tenant first those about it as a
   * whole, then those about each connector, the most severe first. A tenant is looked at when the
   * stream reaches it, so whoever stops reading stops the work. The time is that of sorting the
   * directory's names and addresses.
   */
  public Stream<LintFinding> findings(TenantDirectory directory) {
    LintWorld world = new LintWorld(directory, readings, gateways, certificates);
    return directory.tenants().stream().flatMap(tenant -> LintChecks.findings(world, tenant));
  }
}
