package org.exoattribution.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;

/** The certificates of the test resources: a leaf, the CA that issued it, and the CA's CRL. */
final class Certificates {
  /** Subject {@code CN=mail.contoso.com, O=Contoso}. */
  static final X509Certificate LEAF = chain().get(0);

  /** Subject {@code CN=Example Issuing CA}. */
  static final X509Certificate ISSUER = chain().get(1);

  static final X509CRL CRL = crl();

  private Certificates() {}

  private static List<X509Certificate> chain() {
    try (InputStream pem = resource("contoso-chain.pem")) {
      return factory().generateCertificates(pem).stream().map(X509Certificate.class::cast).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static X509CRL crl() {
    try (InputStream der = resource("example-issuing-ca.crl")) {
      return (X509CRL) factory().generateCRL(der);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CertificateFactory factory() throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509");
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(Certificates.class.getResourceAsStream(name), name);
  }
}
