package org.exoattribution.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The certificates that the client presented in the TLS handshake, leaf first, and what is at hand
 * about their revocation. Issuers that were not presented are never fetched (PKI-3).
 */
public final class PresentedCertificate {
  private final List<X509Certificate> chain;
  private final Optional<RevocationStatus> revocationStatus;
  private final String fingerprint;
  private final int hash;

  private PresentedCertificate(
      List<X509Certificate> chain, Optional<RevocationStatus> revocationStatus) {
    if (chain.isEmpty()) {
      throw new InvalidValueException(
          "an empty list is not a presented certificate: expected the leaf and its intermediates");
    }
    this.chain = List.copyOf(chain);
    this.revocationStatus = Objects.requireNonNull(revocationStatus, "revocationStatus");
    this.fingerprint = fingerprint(this.chain, revocationStatus);
    this.hash = fingerprint.hashCode();
  }

  /**
   * The chain as presented, leaf first. Its revocation is not checked unless the engine's trust
   * brings material or {@link #withRevocationStatus} adds some.
   *
   * @throws InvalidValueException if the chain is empty or holds an object that cannot be encoded
   */
  public static PresentedCertificate of(List<X509Certificate> chain) {
    return new PresentedCertificate(chain, Optional.empty());
  }

  /**
   * The leaf and the intermediates as presented.
   *
   * @throws InvalidValueException if one of them cannot be encoded
   */
  public static PresentedCertificate of(X509Certificate leaf, X509Certificate... intermediates) {
    List<X509Certificate> chain = new ArrayList<>(List.of(intermediates));
    chain.add(0, leaf);
    return of(chain);
  }

  /** The same chain with this material about revocation; {@code UNAVAILABLE} says there is none. */
  public PresentedCertificate withRevocationStatus(RevocationStatus status) {
    return new PresentedCertificate(chain, Optional.of(Objects.requireNonNull(status, "status")));
  }

  /** The certificates, leaf first. */
  public List<X509Certificate> chain() {
    return chain;
  }

  /** The certificate of the client itself. */
  public X509Certificate leaf() {
    return chain.get(0);
  }

  /** The material about revocation; empty if the check was left out. */
  public Optional<RevocationStatus> revocationStatus() {
    return revocationStatus;
  }

  /** SHA-256, in hexadecimal, over all that this value holds; equal values have equal ones. */
  public String fingerprint() {
    return fingerprint;
  }

  private static String fingerprint(
      List<X509Certificate> chain, Optional<RevocationStatus> revocationStatus) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (X509Certificate certificate : chain) {
        update(digest, 'C', certificate.getEncoded());
      }
      if (revocationStatus.isPresent()) {
        update(digest, 'S', new byte[0]);
        for (X509CRL crl : revocationStatus.get().crls()) {
          update(digest, 'L', crl.getEncoded());
        }
        for (OcspResponse response : revocationStatus.get().ocspResponses()) {
          update(digest, 'O', response.der());
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    } catch (CertificateEncodingException | CRLException | RuntimeException e) {
      // Providers also throw unchecked exceptions about malformed objects.
      throw new InvalidValueException(
          "a presented certificate or its CRL has no encoding: expected X.509 in DER");
    }
  }

  /** Kind and length go first, so that different contents never give the same bytes. */
  private static void update(MessageDigest digest, char kind, byte[] bytes) {
    digest.update((byte) kind);
    for (int shift = 24; shift >= 0; shift -= 8) {
      digest.update((byte) (bytes.length >>> shift));
    }
    digest.update(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof PresentedCertificate certificate
            && fingerprint.equals(certificate.fingerprint));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** The subject of the leaf and how many certificates came with it. */
  @Override
  public String toString() {
    return leaf().getSubjectX500Principal() + " (chain of " + chain.size() + ")";
  }
}
