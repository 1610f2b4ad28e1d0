package org.exoattribution.benchmark;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.RevocationStatus;
import org.exoattribution.testkit.pki.CertificateBundle;

/**
 * A presented chain and its CRLs in DER, to be parsed into new objects again and again. The JDK's
 * {@code generateCertificate} and {@code generateCRL} would give back the object that they made of
 * the same bytes before, and with it the key that it was verified with; the plural forms do not.
 */
record EncodedChain(List<byte[]> certificates, List<byte[]> crls) {

  static EncodedChain of(CertificateBundle bundle) throws GeneralSecurityException {
    List<byte[]> certificates = new ArrayList<>();
    for (X509Certificate certificate : bundle.chain()) {
      certificates.add(certificate.getEncoded());
    }
    List<byte[]> crls = new ArrayList<>();
    for (X509CRL crl : bundle.crls()) {
      crls.add(crl.getEncoded());
    }
    return new EncodedChain(certificates, crls);
  }

  PresentedCertificate parse() throws GeneralSecurityException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    List<X509Certificate> chain = new ArrayList<>();
    for (byte[] der : certificates) {
      factory
          .generateCertificates(new ByteArrayInputStream(der))
          .forEach(certificate -> chain.add((X509Certificate) certificate));
    }
    List<X509CRL> lists = new ArrayList<>();
    for (byte[] der : crls) {
      factory.generateCRLs(new ByteArrayInputStream(der)).forEach(crl -> lists.add((X509CRL) crl));
    }
    PresentedCertificate presented = PresentedCertificate.of(chain);
    return lists.isEmpty()
        ? presented
        : presented.withRevocationStatus(RevocationStatus.ofCrls(lists));
  }
}
