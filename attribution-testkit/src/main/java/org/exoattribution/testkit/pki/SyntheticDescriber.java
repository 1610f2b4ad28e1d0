package org.exoattribution.testkit.pki;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.RevocationStatus;
import org.exoattribution.testkit.pki.SyntheticCertificate.Chain;
import org.exoattribution.testkit.pki.SyntheticCertificate.Issuer;
import org.exoattribution.testkit.pki.SyntheticCertificate.Revocation;

/**
 * Finds the description that a synthetic certificate was made from, so that a connection can be
 * written down as a scenario. What is read off the certificate is only a guess: it counts if the
 * certificate made from it has the same bytes.
 */
final class SyntheticDescriber {
  private static final int DNS_NAME = 2;

  private final SyntheticPki pki;
  private final String trustedIssuer;
  private final String untrustedIssuer;

  SyntheticDescriber(SyntheticPki pki, X509Certificate trusted, X509Certificate untrusted) {
    this.pki = pki;
    this.trustedIssuer = trusted.getSubjectX500Principal().getName();
    this.untrustedIssuer = untrusted.getSubjectX500Principal().getName();
  }

  Optional<SyntheticCertificate> describe(PresentedCertificate presented, Instant day) {
    return issuer(presented.leaf())
        .map(issuer -> guess(presented, issuer))
        .filter(guess -> makes(guess, day, presented))
        .map(guess -> withoutDefaults(guess, day, presented));
  }

  private boolean makes(SyntheticCertificate guess, Instant day, PresentedCertificate presented) {
    try {
      CertificateBundle made = pki.issue(guess, day);
      return PresentedCertificate.of(made.chain())
          .withRevocationStatus(RevocationStatus.ofCrls(made.crls()))
          .equals(presented);
    } catch (IllegalArgumentException e) {
      return false; // something in it that this factory does not put into certificates
    }
  }

  private Optional<Issuer> issuer(X509Certificate leaf) {
    String issuer = leaf.getIssuerX500Principal().getName();
    if (leaf.getSubjectX500Principal().getName().equals(issuer)) {
      return Optional.of(Issuer.SELF_SIGNED);
    }
    if (issuer.equals(trustedIssuer)) {
      return Optional.of(Issuer.TRUSTED);
    }
    return issuer.equals(untrustedIssuer) ? Optional.of(Issuer.UNTRUSTED) : Optional.empty();
  }

  private static SyntheticCertificate guess(PresentedCertificate presented, Issuer issuer) {
    X509Certificate leaf = presented.leaf();
    boolean leafOnly = issuer != Issuer.SELF_SIGNED && presented.chain().size() == 1;
    return new SyntheticCertificate(
        commonName(leaf),
        subjectAltNames(leaf),
        issuer,
        leafOnly ? Chain.LEAF_ONLY : Chain.COMPLETE,
        Optional.of(leaf.getNotBefore().toInstant()),
        Optional.of(leaf.getNotAfter().toInstant()),
        Optional.of(revocation(presented)),
        extendedKeyUsage(leaf));
  }

  private static Optional<String> commonName(X509Certificate leaf) {
    RDN[] names =
        X500Name.getInstance(leaf.getSubjectX500Principal().getEncoded()).getRDNs(BCStyle.CN);
    return names.length == 0
        ? Optional.empty()
        : Optional.of(names[0].getFirst().getValue().toString());
  }

  private static List<String> subjectAltNames(X509Certificate leaf) {
    try {
      Collection<List<?>> names = leaf.getSubjectAlternativeNames();
      return names == null
          ? List.of()
          : names.stream()
              .filter(name -> name.get(0).equals(DNS_NAME))
              .map(name -> name.get(1).toString())
              .toList();
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }

  private static List<String> extendedKeyUsage(X509Certificate leaf) {
    try {
      List<String> purposes = leaf.getExtendedKeyUsage();
      return purposes == null ? List.of() : purposes.stream().map(KeyPurposes::nameOf).toList();
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }

  private static Revocation revocation(PresentedCertificate presented) {
    RevocationStatus status = presented.revocationStatus().orElse(RevocationStatus.UNAVAILABLE);
    if (status.crls().isEmpty()) {
      return Revocation.UNAVAILABLE;
    }
    return status.crls().get(0).isRevoked(presented.leaf()) ? Revocation.REVOKED : Revocation.GOOD;
  }

  /** Leaves out what the certificate would have anyway, if it still makes the same bytes. */
  private SyntheticCertificate withoutDefaults(
      SyntheticCertificate exact, Instant day, PresentedCertificate presented) {
    SyntheticCertificate shorter =
        new SyntheticCertificate(
            exact.commonName(),
            exact.subjectAltNames(),
            exact.issuer(),
            exact.chain(),
            exact.notBefore().filter(from -> !from.equals(day.minus(30, ChronoUnit.DAYS))),
            exact.notAfter().filter(until -> !until.equals(day.plus(335, ChronoUnit.DAYS))),
            exact.revocation().filter(status -> status != defaultRevocation(exact.issuer())),
            exact.extendedKeyUsage());
    return makes(shorter, day, presented) ? shorter : exact;
  }

  private static Revocation defaultRevocation(Issuer issuer) {
    return issuer == Issuer.SELF_SIGNED ? Revocation.UNAVAILABLE : Revocation.GOOD;
  }
}
