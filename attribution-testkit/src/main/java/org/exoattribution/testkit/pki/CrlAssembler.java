package org.exoattribution.testkit.pki;

import java.io.IOException;
import java.security.KeyPair;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;

/** Turns a template into a signed revocation list. */
final class CrlAssembler {

  private CrlAssembler() {}

  static X509CRL assemble(CrlTemplate template, Instant at, X500Name issuer, KeyPair keys) {
    Date thisUpdate = template.validity().startDate(at);
    X509v2CRLBuilder builder = new X509v2CRLBuilder(issuer, thisUpdate);
    builder.setNextUpdate(template.validity().endDate(at));
    try {
      for (CrlTemplate.Entry entry : template.entries()) {
        builder.addCRLEntry(
            entry.certificate().getSerialNumber(),
            thisUpdate,
            entryExtensions(entry, template.scope()));
      }
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new BcX509ExtensionUtils()
              .createAuthorityKeyIdentifier(Der.publicKeyInfo(keys.getPublic())));
      builder.addExtension(
          Extension.cRLNumber,
          false,
          new ASN1Integer(template.validity().start(at).getEpochSecond()));
      if (template.scope() != CrlTemplate.Scope.ALL_OF_THE_ISSUER) {
        builder.addExtension(
            Extension.issuingDistributionPoint, true, distributionPoint(template.scope()));
      }
      return Der.crl(
          builder.build(DeterministicSigner.of(keys.getPrivate(), template.digest())).getEncoded());
    } catch (IOException e) {
      throw new IllegalStateException("a CRL held in memory has an encoding", e);
    }
  }

  private static Extensions entryExtensions(CrlTemplate.Entry entry, CrlTemplate.Scope scope)
      throws IOException {
    ExtensionsGenerator extensions = new ExtensionsGenerator();
    extensions.addExtension(Extension.reasonCode, false, CRLReason.lookup(code(entry.reason())));
    if (scope == CrlTemplate.Scope.INDIRECT) {
      X500Name issuer =
          X500Name.getInstance(entry.certificate().getIssuerX500Principal().getEncoded());
      extensions.addExtension(
          Extension.certificateIssuer, true, new GeneralNames(new GeneralName(issuer)));
    }
    return extensions.generate();
  }

  /** The JDK keeps the reasons in the order of their numbers in RFC 5280 5.3.1, 7 included. */
  @SuppressWarnings("EnumOrdinal")
  private static int code(java.security.cert.CRLReason reason) {
    return reason.ordinal();
  }

  private static IssuingDistributionPoint distributionPoint(CrlTemplate.Scope scope) {
    return new IssuingDistributionPoint(
        /* distributionPoint= */ null,
        /* onlyContainsUserCerts= */ false,
        scope == CrlTemplate.Scope.ONLY_AUTHORITIES,
        /* onlySomeReasons= */ null,
        scope == CrlTemplate.Scope.INDIRECT,
        /* onlyContainsAttributeCerts= */ false);
  }
}
