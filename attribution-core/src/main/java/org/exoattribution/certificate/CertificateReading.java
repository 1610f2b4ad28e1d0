package org.exoattribution.certificate;

import java.io.ByteArrayInputStream;
import java.security.NoSuchProviderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * Reads certificates of other implementations anew with the JDK's parser, so that whatever class a
 * caller's certificate is of, one implementation is judged, whose answers do not change.
 */
final class CertificateReading {
  /** The JDK makes objects of some twenty times the size. */
  private static final int MOST_BYTES = 1 << 20;

  private CertificateReading() {}

  /** The certificate as the JDK reads it; empty if it cannot. */
  static Optional<X509Certificate> read(X509Certificate given) {
    if (given.getClass().getModule().equals(Object.class.getModule())) {
      return Optional.of(given); // the JDK's own, whose one copy is enough
    }
    try {
      return Optional.of(read(given.getEncoded()));
    } catch (CertificateException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** What reading a certificate of this length takes. */
  static long steps(int length) {
    return 3_000L + length;
  }

  /** The certificate with this DER encoding. */
  static X509Certificate read(byte[] der) throws CertificateException {
    if (der.length > MOST_BYTES) {
      throw new CertificateException(der.length + " bytes are more than " + MOST_BYTES);
    }
    ByteArrayInputStream in = new ByteArrayInputStream(der);
    X509Certificate certificate = (X509Certificate) factory().generateCertificate(in);
    if (in.available() > 0) {
      throw new CertificateException(in.available() + " bytes follow the certificate");
    }
    return certificate;
  }

  /** The JDK's own factory, whatever other providers the application has installed. */
  static CertificateFactory factory() {
    try {
      return CertificateFactory.getInstance("X.509", "SUN");
    } catch (CertificateException | NoSuchProviderException e) {
      throw new IllegalStateException("every JDK reads X.509 certificates", e);
    }
  }
}
