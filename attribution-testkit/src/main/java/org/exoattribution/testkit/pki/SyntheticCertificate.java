package org.exoattribution.testkit.pki;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A certificate as a scenario describes it: by what matters to attribution, without any file.
 * {@link SyntheticPki} makes it real. Every {@code with...} method returns a varied copy.
 *
 * @param commonName the subject's common name, put there as given; empty: it has none
 * @param subjectAltNames its {@code dNSName} entries, beyond ASCII as A-labels; may be empty
 * @param issuer who signed it
 * @param chain what is presented
 * @param notBefore start of validity; empty: 30 days before the connection
 * @param notAfter end of validity; empty: 335 days after the connection
 * @param revocation its status; empty: good, and for a self-signed certificate unavailable
 * @param extendedKeyUsage names of RFC 5280 4.2.1.12 or dotted object identifiers; none leaves the
 *     extension out
 */
public record SyntheticCertificate(
    Optional<String> commonName,
    List<String> subjectAltNames,
    Issuer issuer,
    Chain chain,
    Optional<Instant> notBefore,
    Optional<Instant> notAfter,
    Optional<Revocation> revocation,
    List<String> extendedKeyUsage) {

  /** Who signed a certificate. */
  public enum Issuer {
    /** An authority below the trusted root. */
    TRUSTED,
    /** An authority below a root that nobody trusts. */
    UNTRUSTED,
    /** The certificate's own key. */
    SELF_SIGNED
  }

  /** What is presented of a chain. */
  public enum Chain {
    /** The leaf and the intermediate; of the untrusted authority the root as well. */
    COMPLETE,
    /** The leaf alone. */
    LEAF_ONLY
  }

  /** What can be learnt of a certificate's revocation. */
  public enum Revocation {
    /** The CRLs of all its authorities are there, and neither it nor they are on them. */
    GOOD,
    /** It is on its issuer's CRL. */
    REVOKED,
    /** There is no CRL. */
    UNAVAILABLE
  }

  /** Keeps unchanging copies of the lists. */
  public SyntheticCertificate {
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(chain, "chain");
    subjectAltNames = List.copyOf(subjectAltNames);
    extendedKeyUsage = List.copyOf(extendedKeyUsage);
  }

  /**
   * No names; trusted, complete, valid and good; extended key usage {@code serverAuth} and {@code
   * clientAuth}.
   */
  public static SyntheticCertificate nameless() {
    return new SyntheticCertificate(
        Optional.empty(),
        List.of(),
        Issuer.TRUSTED,
        Chain.COMPLETE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of("serverAuth", "clientAuth"));
  }

  /** As {@link #nameless}, with a common name. */
  public static SyntheticCertificate named(String commonName) {
    return nameless().withCommonName(commonName);
  }

  /** The common name. Default: none. */
  public SyntheticCertificate withCommonName(String name) {
    return new SyntheticCertificate(
        Optional.of(Objects.requireNonNull(name, "name")),
        subjectAltNames,
        issuer,
        chain,
        notBefore,
        notAfter,
        revocation,
        extendedKeyUsage);
  }

  /** The {@code dNSName} entries. Default: none. */
  public SyntheticCertificate withSubjectAltNames(List<String> names) {
    return new SyntheticCertificate(
        commonName, names, issuer, chain, notBefore, notAfter, revocation, extendedKeyUsage);
  }

  /** Who signed it. Default: {@link Issuer#TRUSTED}. */
  public SyntheticCertificate withIssuer(Issuer changed) {
    return new SyntheticCertificate(
        commonName,
        subjectAltNames,
        changed,
        chain,
        notBefore,
        notAfter,
        revocation,
        extendedKeyUsage);
  }

  /** What is presented. Default: {@link Chain#COMPLETE}. */
  public SyntheticCertificate withChain(Chain changed) {
    return new SyntheticCertificate(
        commonName,
        subjectAltNames,
        issuer,
        changed,
        notBefore,
        notAfter,
        revocation,
        extendedKeyUsage);
  }

  /** Start of validity. Default: 30 days before the connection. */
  public SyntheticCertificate withNotBefore(Instant instant) {
    return new SyntheticCertificate(
        commonName,
        subjectAltNames,
        issuer,
        chain,
        Optional.of(Objects.requireNonNull(instant, "instant")),
        notAfter,
        revocation,
        extendedKeyUsage);
  }

  /** End of validity. Default: 335 days after the connection. */
  public SyntheticCertificate withNotAfter(Instant instant) {
    return new SyntheticCertificate(
        commonName,
        subjectAltNames,
        issuer,
        chain,
        notBefore,
        Optional.of(Objects.requireNonNull(instant, "instant")),
        revocation,
        extendedKeyUsage);
  }

  /** Its status. Default: good; for a self-signed certificate unavailable. */
  public SyntheticCertificate withRevocation(Revocation changed) {
    return new SyntheticCertificate(
        commonName,
        subjectAltNames,
        issuer,
        chain,
        notBefore,
        notAfter,
        Optional.of(Objects.requireNonNull(changed, "changed")),
        extendedKeyUsage);
  }

  /** The extended key usage. Default: {@code serverAuth} and {@code clientAuth}. */
  public SyntheticCertificate withExtendedKeyUsage(List<String> purposes) {
    return new SyntheticCertificate(
        commonName, subjectAltNames, issuer, chain, notBefore, notAfter, revocation, purposes);
  }
}
