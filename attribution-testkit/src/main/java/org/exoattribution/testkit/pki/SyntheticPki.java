package org.exoattribution.testkit.pki;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.testkit.pki.SyntheticCertificate.Chain;
import org.exoattribution.testkit.pki.SyntheticCertificate.Issuer;
import org.exoattribution.testkit.pki.SyntheticCertificate.Revocation;

/**
 * The world's certificates in small: one root that everybody trusts and one that nobody does, each
 * with an issuing authority below it. It makes the certificates that scenarios describe, the same
 * bytes in every run, and remembers those it made last. Safe for use by several threads.
 */
public final class SyntheticPki {

  private static final Instant FOUNDED = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant CLOSED = Instant.parse("2100-01-01T00:00:00Z");
  private static final SyntheticPki SHARED = new SyntheticPki();

  private final Map<Boolean, CertificateAuthority> authorities = new ConcurrentHashMap<>();
  private final BoundedCache<Request, CertificateBundle> issued = new BoundedCache<>(1_000);
  private final BoundedCache<IssuerDay, List<X509CRL>> emptyLists = new BoundedCache<>(1_000);

  /** One that remembers nothing yet; what it makes is what every other makes. */
  public SyntheticPki() {}

  /** The one to use, so that what was made once is made once in the process. */
  public static SyntheticPki shared() {
    return SHARED;
  }

  /** The roots that relying parties trust: valid from 2000 to 2100. */
  public List<X509Certificate> trustAnchors() {
    return List.of(authority(true).root().certificate());
  }

  /**
   * Makes a described certificate real.
   *
   * @param at the connection's instant: validity is counted from it where the description leaves it
   *     open, and its CRLs are in force at it
   * @throws IllegalArgumentException if a name, an instant or a key usage cannot stand in a
   *     certificate
   */
  public CertificateBundle issue(SyntheticCertificate description, Instant at) {
    // X.509 counts in seconds, and lists are made once a day: connections that differ in less than
    // that share their certificates.
    Instant second = Validity.encodable(at).truncatedTo(ChronoUnit.SECONDS);
    SyntheticCertificate dated =
        description
            .withNotBefore(description.notBefore().orElse(second.minus(30, ChronoUnit.DAYS)))
            .withNotAfter(description.notAfter().orElse(second.plus(335, ChronoUnit.DAYS)));
    return issued.get(new Request(dated, at.truncatedTo(ChronoUnit.DAYS)), this::make);
  }

  /**
   * Describes a certificate that {@link #issue} made, so that it can be written down: issued at the
   * beginning of the day, what is described makes the same bytes again.
   *
   * @param at the instant that it was issued for; its day counts
   * @return empty if it was not made here, or not for this day
   */
  public Optional<SyntheticCertificate> describe(PresentedCertificate presented, Instant at) {
    return new SyntheticDescriber(
            this, authority(true).certificate(), authority(false).certificate())
        .describe(presented, at.truncatedTo(ChronoUnit.DAYS));
  }

  private CertificateBundle make(Request request) {
    SyntheticCertificate description = request.description();
    CertificateTemplate template = template(description);
    if (description.issuer() == Issuer.SELF_SIGNED) {
      CertificateBundle bundle =
          CertificateBundle.selfSigned(template, request.day()).withTrustAnchors(trustAnchors());
      return switch (description.revocation().orElse(Revocation.UNAVAILABLE)) {
        case GOOD -> bundle.goodByCrl();
        case REVOKED -> bundle.revokedByCrl();
        case UNAVAILABLE -> bundle;
      };
    }
    CertificateAuthority authority =
        authority(description.issuer() == Issuer.TRUSTED).at(request.day());
    CertificateBundle bundle =
        authority.issueWithoutStatus(template).withTrustAnchors(trustAnchors());
    if (description.chain() == Chain.LEAF_ONLY) {
      bundle = bundle.leafOnly();
    } else if (description.issuer() == Issuer.UNTRUSTED) {
      // With its root, so that the path is complete and visibly ends in no trust anchor (PKI-4).
      bundle = bundle.withRootPresented();
    }
    return bundle.withCrls(crls(request, authority, bundle.certificate()));
  }

  private List<X509CRL> crls(
      Request request, CertificateAuthority authority, X509Certificate leaf) {
    Revocation revocation = request.description().revocation().orElse(Revocation.GOOD);
    if (revocation == Revocation.UNAVAILABLE) {
      return List.of();
    }
    List<X509CRL> lists =
        new ArrayList<>(
            emptyLists.get(
                new IssuerDay(request.description().issuer(), request.day()),
                day -> authority.path().stream().map(CertificateAuthority::crl).toList()));
    if (revocation == Revocation.REVOKED) {
      lists.set(0, authority.crl(CrlTemplate.empty().revoking(leaf)));
    }
    return lists;
  }

  private CertificateAuthority authority(boolean trusted) {
    return authorities.computeIfAbsent(
        trusted, is -> issuingAuthority(is ? "Trusted" : "Untrusted"));
  }

  private static CertificateTemplate template(SyntheticCertificate description) {
    CertificateTemplate template =
        CertificateTemplate.forHost("")
            .withDnsNames(description.subjectAltNames().toArray(String[]::new))
            .withExtendedKeyUsage(description.extendedKeyUsage().toArray(String[]::new))
            .withNotBefore(description.notBefore().orElseThrow())
            .withNotAfter(description.notAfter().orElseThrow());
    // The JDK reads no certificate without any name at all; an organization is none for PKI-7.
    return description
        .commonName()
        .map(template::withCommonName)
        .orElseGet(() -> template.withoutCommonName().withOrganization("Example Organization"));
  }

  private static CertificateAuthority issuingAuthority(String kind) {
    CertificateTemplate root = lasting("Synthetic " + kind + " Root CA");
    CertificateTemplate issuing = lasting("Synthetic " + kind + " Issuing CA");
    return CertificateAuthority.create(root, FOUNDED).intermediate(issuing);
  }

  private static CertificateTemplate lasting(String commonName) {
    return CertificateTemplate.forAuthority(commonName).withNotBefore(FOUNDED).withNotAfter(CLOSED);
  }

  /** All that a bundle depends on: the description with its validity filled in, and the day. */
  private record Request(SyntheticCertificate description, Instant day) {}

  private record IssuerDay(Issuer issuer, Instant day) {}
}
