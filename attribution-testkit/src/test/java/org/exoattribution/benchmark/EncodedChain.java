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

/** A presented chain and its CRLs in DER, to be parsed into new objects again and again. */
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
      chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
    }
    List<X509CRL> lists = new ArrayList<>();
    for (byte[] der : crls) {
      lists.add((X509CRL) factory.generateCRL(new ByteArrayInputStream(der)));
    }
    PresentedCertificate presented = PresentedCertificate.of(chain);
    return lists.isEmpty()
        ? presented
        : presented.withRevocationStatus(RevocationStatus.ofCrls(lists));
  }
}
