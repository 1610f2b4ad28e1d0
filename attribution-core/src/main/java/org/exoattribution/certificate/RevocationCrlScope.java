package org.exoattribution.certificate;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.exoattribution.certificate.CertificateWork.Kind;
import org.jspecify.annotations.Nullable;

/**
 * For which certificates a CRL is, as its issuingDistributionPoint extension says (RFC 5280,
 * section 5.2.5). Public CAs cut their lists into parts: a part that is not the certificate's own
 * does not hold it, revoked or not.
 */
final class RevocationCrlScope {
  /** Names may be made to have one hash, so every name may be compared with every other. */
  private static final int BYTES_A_STEP = 25;

  private RevocationCrlScope() {}

  /** Why the list says nothing about the certificate; empty if it does. */
  static Optional<String> excludes(
      byte[] extension, X509Certificate certificate, CertificateWork work) {
    IssuingDistributionPoint scope =
        IssuingDistributionPoint.getInstance(ASN1OctetString.getInstance(extension).getOctets());
    boolean authority = certificate.getBasicConstraints() >= 0;
    if (scope.isIndirectCRL()) {
      return Optional.of("is an indirect CRL");
    }
    if (scope.onlyContainsAttributeCerts()
        || (scope.onlyContainsUserCerts() && authority)
        || (scope.onlyContainsCACerts() && !authority)) {
      return Optional.of("is for certificates of another kind");
    }
    if (scope.getOnlySomeReasons() != null) {
      return Optional.of("is for some reasons only");
    }
    if (scope.getDistributionPoint() != null) {
      byte[] own = certificate.getExtensionValue(Extension.cRLDistributionPoints.getId());
      long length = own == null ? 0 : own.length;
      work.spend(Kind.STATUS, (long) extension.length * length / BYTES_A_STEP);
      Set<GeneralName> part = names(scope.getDistributionPoint()).collect(Collectors.toSet());
      if (distributionPoints(certificate).noneMatch(part::contains)) {
        return Optional.of("is for another distribution point");
      }
    }
    return Optional.empty();
  }

  private static Stream<GeneralName> distributionPoints(X509Certificate certificate) {
    byte[] extension = certificate.getExtensionValue(Extension.cRLDistributionPoints.getId());
    if (extension == null) {
      return Stream.empty();
    }
    byte[] value = ASN1OctetString.getInstance(extension).getOctets();
    return Arrays.stream(CRLDistPoint.getInstance(value).getDistributionPoints())
        .filter(point -> point.getReasons() == null && point.getCRLIssuer() == null)
        .flatMap(point -> names(point.getDistributionPoint()));
  }

  private static Stream<GeneralName> names(@Nullable DistributionPointName point) {
    return point == null || point.getType() != DistributionPointName.FULL_NAME
        ? Stream.empty()
        : Arrays.stream(GeneralNames.getInstance(point.getName()).getNames());
  }
}
