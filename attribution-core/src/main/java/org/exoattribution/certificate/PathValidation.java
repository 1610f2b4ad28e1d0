package org.exoattribution.certificate;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertPathValidatorException.Reason;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.exoattribution.certificate.CertificateWork.Kind;
import org.exoattribution.certificate.PathCertificate.Place;

/**
 * Whether a sequence of certificates is a valid path (PKI-3), which is the JDK's to say (PKIX, RFC
 * 5280 section 6). The JDK takes a trust anchor for a mere name and key; so a self-issued anchor is
 * validated as part of the path too, or its own name constraints, path length, key usage, validity
 * and critical extensions would go unheard.
 */
final class PathValidation {
  /** The JDK's own, whatever other providers the application has installed. */
  private static final String PROVIDER = "SUN";

  /** What one validation takes but for signatures, constraints and policies. */
  private static final int STEPS = 20_000;

  private final CertificateSignatures signatures;
  private final CertificateWork work;

  PathValidation(CertificateSignatures signatures, CertificateWork work) {
    this.signatures = signatures;
    this.work = work;
  }

  /**
   * What is wrong with the path; empty if nothing is.
   *
   * @param path from the certificate in question, whose own validity period is not looked at, to
   *     the trust anchor
   */
  Optional<String> problemOf(List<X509Certificate> path, CertificateInstant at) {
    try {
      path.subList(1, path.size()).forEach(at::isWithin);
      Optional<String> refusal = CertificateAlgorithms.weaknessOf(path);
      if (refusal.isPresent()) {
        return refusal;
      }
      work.spend(Kind.PATHS, STEPS);
      for (X509Certificate certificate : path) {
        work.spendOnBytes(Kind.PATHS, certificate.getEncoded().length);
      }
      PathWork.spend(path, work);
      validate(path, at);
      return Optional.empty();
    } catch (CertPathValidatorException e) {
      return Optional.of(describe(e, path, at));
    } catch (GeneralSecurityException | RuntimeException e) {
      return Optional.of("the path cannot be validated: " + CertificateTexts.message(e));
    }
  }

  private void validate(List<X509Certificate> path, CertificateInstant at)
      throws GeneralSecurityException {
    X509Certificate anchor = path.get(path.size() - 1);
    boolean selfIssued = anchor.getSubjectX500Principal().equals(anchor.getIssuerX500Principal());
    List<X509Certificate> validated = new ArrayList<>();
    for (X509Certificate certificate : path.subList(0, path.size() - 1)) {
      Place place = validated.isEmpty() ? Place.FIRST : Place.MIDDLE;
      validated.add(new PathCertificate(certificate, signatures, place));
    }
    if (selfIssued) {
      validated.add(new PathCertificate(anchor, signatures, Place.ANCHOR));
    }
    TrustAnchor trust =
        new TrustAnchor(anchor.getSubjectX500Principal(), anchor.getPublicKey(), null);
    PKIXParameters parameters = new PKIXParameters(Set.of(trust));
    parameters.setDate(at.toDate());
    // The JDK would fetch CRLs and OCSP responses; PKI-5 is judged on what is at hand.
    parameters.setRevocationEnabled(false);
    CertPathValidator.getInstance("PKIX", PROVIDER)
        .validate(
            CertificateFactory.getInstance("X.509", PROVIDER).generateCertPath(validated),
            parameters);
  }

  private static String describe(
      CertPathValidatorException failure, List<X509Certificate> path, CertificateInstant at) {
    int index = failure.getIndex();
    if (index < 0 || index >= path.size()) {
      return "the path is not valid: " + CertificateTexts.message(failure);
    }
    X509Certificate certificate = path.get(index);
    return describe(failure, certificate, at)
        + ": "
        + (index == path.size() - 1 ? "the trust anchor " : "")
        + CertificateTexts.certificate(certificate);
  }

  private static String describe(
      CertPathValidatorException failure, X509Certificate certificate, CertificateInstant at) {
    Reason reason = failure.getReason();
    if (reason == BasicReason.EXPIRED) {
      return "a certificate of the path expired "
          + CertificateTexts.time(certificate.getNotAfter());
    }
    if (reason == BasicReason.NOT_YET_VALID) {
      return "a certificate of the path is not valid before "
          + CertificateTexts.time(certificate.getNotBefore());
    }
    if (reason == BasicReason.INVALID_SIGNATURE) {
      return "the signature does not verify";
    }
    if (reason == BasicReason.ALGORITHM_CONSTRAINED) {
      return "a weak algorithm (" + CertificateTexts.message(failure) + ")";
    }
    if (reason == PKIXReason.NOT_CA_CERT) {
      return "the issuer is not a CA, it has no basicConstraints that say so";
    }
    if (reason == PKIXReason.PATH_TOO_LONG) {
      return "the path length that a CA allows is exceeded";
    }
    if (reason == PKIXReason.INVALID_NAME) {
      return "the name constraints of a CA are violated";
    }
    if (reason == PKIXReason.INVALID_KEY_USAGE) {
      return "the issuer's key usage does not allow it to sign certificates";
    }
    if (reason == PKIXReason.UNRECOGNIZED_CRIT_EXT) {
      return "a critical extension is unknown, one of "
          + new TreeSet<>(certificate.getCriticalExtensionOIDs());
    }
    return "the path is not valid at "
        + at.toDate().toInstant()
        + " ("
        + CertificateTexts.message(failure)
        + ")";
  }
}
