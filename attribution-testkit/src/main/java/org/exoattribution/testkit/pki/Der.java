package org.exoattribution.testkit.pki;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * To and from encoded bytes. What Bouncy Castle builds is read again by the JDK, so that everybody
 * gets the JDK's own certificate objects.
 */
final class Der {

  private Der() {}

  static X509Certificate certificate(byte[] encoded) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(encoded));
    } catch (CertificateException e) {
      throw new IllegalArgumentException(
          "the JDK does not read the certificate that was described: " + e.getMessage(), e);
    }
  }

  static X509CRL crl(byte[] encoded) {
    try {
      return (X509CRL)
          CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "the JDK does not read the CRL that was described: " + e.getMessage(), e);
    }
  }

  static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read has an encoding", e);
    }
  }

  static byte[] encoded(X509CRL crl) {
    try {
      return crl.getEncoded();
    } catch (CRLException e) {
      throw new IllegalStateException("a CRL that was read has an encoding", e);
    }
  }

  static X509CertificateHolder holder(X509Certificate certificate) {
    return new X509CertificateHolder(
        org.bouncycastle.asn1.x509.Certificate.getInstance(encoded(certificate)));
  }

  static X500Name subject(X509Certificate certificate) {
    return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
  }

  static SubjectPublicKeyInfo publicKeyInfo(PublicKey key) {
    return SubjectPublicKeyInfo.getInstance(key.getEncoded());
  }
}
