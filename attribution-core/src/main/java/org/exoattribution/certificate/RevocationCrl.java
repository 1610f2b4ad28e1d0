package org.exoattribution.certificate;

import java.security.cert.CRLReason;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.Extension;
import org.exoattribution.certificate.CertificateWork.Kind;

/**
 * What one CRL of an issuer says about a certificate of that issuer (RFC 5280, section 6.3). Only a
 * complete list counts, issued and signed by the CA itself, in force at the instant: not a delta or
 * indirect one, nor one for other certificates or some reasons only. A list without nextUpdate has
 * no end. A certificate on hold is revoked while it is; {@code removeFromCRL} means that it is not.
 */
final class RevocationCrl {
  private static final int CRL_SIGN = 6;

  /** What one question takes apart from the signature. */
  private static final int STEPS = 500;

  private static final String DELTA_INDICATOR = Extension.deltaCRLIndicator.getId();
  private static final String SCOPE = Extension.issuingDistributionPoint.getId();

  private final X509CRL crl;
  private final X509Certificate issuer;
  private final CertificateSignatures signatures;
  private final CertificateWork work;
  private final CertificateInstant at;

  RevocationCrl(
      X509CRL crl,
      X509Certificate issuer,
      CertificateSignatures signatures,
      CertificateWork work,
      CertificateInstant at) {
    this.work = work;
    this.crl = crl;
    this.issuer = issuer;
    this.signatures = signatures;
    this.at = at;
  }

  /** The answer; empty if the list is somebody else's. */
  Optional<RevocationAnswer> answerAbout(X509Certificate certificate) {
    try {
      work.spend(Kind.STATUS, STEPS);
      if (!crl.getIssuerX500Principal().equals(certificate.getIssuerX500Principal())) {
        return Optional.empty();
      }
      return Optional.of(
          unsuitability(certificate)
              .map(why -> RevocationAnswer.unknown(toString() + " " + why))
              .orElseGet(() -> entryOf(certificate)));
    } catch (RuntimeException e) {
      return Optional.of(
          RevocationAnswer.unknown("a CRL cannot be read: " + CertificateTexts.message(e)));
    }
  }

  private Optional<String> unsuitability(X509Certificate certificate) {
    if (at.isBefore(crl.getThisUpdate())) {
      return Optional.of("is not valid before " + CertificateTexts.time(crl.getThisUpdate()));
    }
    if (crl.getNextUpdate() != null && at.isAfter(crl.getNextUpdate())) {
      return Optional.of("is stale since " + CertificateTexts.time(crl.getNextUpdate()));
    }
    boolean[] keyUsage = issuer.getKeyUsage();
    if (keyUsage != null && (keyUsage.length <= CRL_SIGN || !keyUsage[CRL_SIGN])) {
      return Optional.of("counts for nothing: the CA's key usage lacks cRLSign");
    }
    return unsuitableExtension(certificate)
        .or(() -> CertificateAlgorithms.weaknessOf(crl))
        .or(
            () ->
                signatures.isSignedBy(crl, issuer.getPublicKey())
                    ? Optional.empty()
                    : Optional.of("does not verify with the key of the CA"));
  }

  private Optional<String> unsuitableExtension(X509Certificate certificate) {
    if (crl.getExtensionValue(DELTA_INDICATOR) != null) {
      return Optional.of("is a delta CRL");
    }
    Set<String> unknown = unknownCriticalExtensions();
    if (!unknown.isEmpty()) {
      return Optional.of(
          "has an unknown critical extension "
              + CertificateTexts.oneLine(String.join(", ", unknown)));
    }
    byte[] scope = crl.getExtensionValue(SCOPE);
    return scope == null ? Optional.empty() : RevocationCrlScope.excludes(scope, certificate, work);
  }

  private Set<String> unknownCriticalExtensions() {
    Set<String> critical = crl.getCriticalExtensionOIDs();
    Set<String> unknown = critical == null ? new HashSet<>() : new HashSet<>(critical);
    unknown.remove(SCOPE);
    return unknown;
  }

  private RevocationAnswer entryOf(X509Certificate certificate) {
    X509CRLEntry entry = crl.getRevokedCertificate(certificate.getSerialNumber());
    if (entry == null) {
      return RevocationAnswer.good(toString());
    }
    Set<String> critical = entry.getCriticalExtensionOIDs();
    if (critical != null && !critical.isEmpty()) {
      return RevocationAnswer.unknown(this + " has an entry with an unknown critical extension");
    }
    if (at.isBefore(entry.getRevocationDate())
        || entry.getRevocationReason() == CRLReason.REMOVE_FROM_CRL) {
      return RevocationAnswer.good(this + ", at this instant");
    }
    String reason =
        entry.getRevocationReason() == null
            ? ""
            : " (" + CertificateTexts.reason(entry.getRevocationReason()) + ")";
    return RevocationAnswer.revoked(
        "revoked " + CertificateTexts.time(entry.getRevocationDate()) + reason + " by " + this);
  }

  @Override
  public String toString() {
    return "the CRL of " + CertificateTexts.name(crl.getIssuerX500Principal());
  }
}
