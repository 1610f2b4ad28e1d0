package org.exoattribution.certificate;

import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.RevocationStatus;

/**
 * Whom the service trusts to issue certificates (PKI-3, PKI-4), and what is known about revocation
 * apart from what came with a certificate.
 *
 * @param certificates the trust anchors; none means that no certificate is trusted
 * @param revocationStatus CRLs and OCSP responses that hold for every connection
 */
public record TrustAnchors(List<X509Certificate> certificates, RevocationStatus revocationStatus) {
  private static final TrustAnchors NONE = of(List.of());

  /** Copies the list. */
  public TrustAnchors {
    certificates = List.copyOf(certificates);
  }

  /** Nobody is trusted. */
  public static TrustAnchors none() {
    return NONE;
  }

  /** These certificates. */
  public static TrustAnchors of(Collection<X509Certificate> certificates) {
    return new TrustAnchors(List.copyOf(certificates), RevocationStatus.UNAVAILABLE);
  }

  /** These certificates. */
  public static TrustAnchors of(X509Certificate... certificates) {
    return of(List.of(certificates));
  }

  /**
   * The certificates of a PEM bundle.
   *
   * @throws InvalidValueException if there is none in it or one is malformed
   */
  public static TrustAnchors ofPem(String bundle) {
    return of(PemCertificates.certificates(bundle));
  }

  /** The roots that the running Java platform trusts by default. */
  public static TrustAnchors jdkDefaults() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      List<X509Certificate> roots = new ArrayList<>();
      for (TrustManager manager : factory.getTrustManagers()) {
        if (manager instanceof X509TrustManager x509) {
          roots.addAll(List.of(x509.getAcceptedIssuers()));
        }
      }
      return of(roots);
    } catch (NoSuchAlgorithmException | KeyStoreException e) {
      throw new IllegalStateException("the platform's default trust anchors cannot be read", e);
    }
  }

  /** The same anchors with further material about revocation. */
  public TrustAnchors withRevocationStatus(RevocationStatus status) {
    return new TrustAnchors(certificates, revocationStatus.and(status));
  }
}
