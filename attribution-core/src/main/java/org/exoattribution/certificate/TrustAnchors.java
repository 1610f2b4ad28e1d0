package org.exoattribution.certificate;

import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.RevocationStatus;
import org.jspecify.annotations.Nullable;

/**
 * Whom the service trusts to issue certificates (PKI-3, PKI-4), and what is known about revocation
 * apart from what came with a certificate. Immutable; equal ones share what evaluators find out
 * about certificates, for as long as one of them is in use.
 */
public final class TrustAnchors {
  private static final Interner<TrustAnchors> SHARED = Interners.newWeakInterner();
  private static final TrustAnchors NONE = of(List.of());

  private final List<X509Certificate> certificates;
  private final RevocationStatus revocationStatus;

  /** The one of the equal ones that owns the memory, kept so that others still find it. */
  @SuppressWarnings("UnusedVariable") // a reference is all that it is for
  private @Nullable TrustAnchors shared;

  private @Nullable CertificateMemory memory;

  private TrustAnchors(Collection<X509Certificate> certificates, RevocationStatus status) {
    this.certificates = List.copyOf(certificates);
    this.revocationStatus = Objects.requireNonNull(status, "status");
  }

  /** What is remembered about certificates under equal anchors and material. */
  @SuppressWarnings("ReferenceEquality") // the very object that the interner kept
  synchronized CertificateMemory memory() {
    CertificateMemory known = memory;
    if (known == null) {
      TrustAnchors first = SHARED.intern(this);
      known =
          first == this ? new CertificateMemory(new CertificateJudge(this)::judge) : first.memory();
      shared = first;
      memory = known;
    }
    return known;
  }

  /** The trust anchors; none means that no certificate is trusted. */
  public List<X509Certificate> certificates() {
    return certificates;
  }

  /** CRLs and OCSP responses that hold for every connection. */
  public RevocationStatus revocationStatus() {
    return revocationStatus;
  }

  /** Nobody is trusted. */
  public static TrustAnchors none() {
    return NONE;
  }

  /** These certificates. */
  public static TrustAnchors of(Collection<X509Certificate> certificates) {
    return new TrustAnchors(certificates, RevocationStatus.UNAVAILABLE);
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

  @Override
  public boolean equals(Object other) {
    return other instanceof TrustAnchors anchors
        && certificates.equals(anchors.certificates)
        && revocationStatus.equals(anchors.revocationStatus);
  }

  @Override
  public int hashCode() {
    return Objects.hash(certificates, revocationStatus);
  }

  @Override
  public String toString() {
    return certificates.size() + " trust anchors";
  }
}
