package org.exoattribution.testkit.pki;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * A certificate authority for tests, root or intermediate, that signs whatever it is asked to.
 *
 * <pre>{@code
 * CertificateAuthority root = CertificateAuthority.create("Example Root CA", at);
 * CertificateAuthority issuing = root.intermediate("Example Issuing CA");
 * CertificateBundle gateway = issuing.issue(CertificateTemplate.forHost("mail.contoso.com"));
 * CertificateBundle expired = issuing.issue(CertificateTemplate.forHost("mail.contoso.com").expired());
 * }</pre>
 *
 * <p>It has no clock, no state and no chance in it: the same calls give the same bytes, in every
 * run and from every thread. Its keys are derived from public text and protect nothing.
 */
public final class CertificateAuthority {

  private final CertificateTemplate template;
  private final X509Certificate certificate;
  private final KeyPair keys;
  private final Optional<CertificateAuthority> parent;
  private final Instant at;

  private CertificateAuthority(
      CertificateTemplate template,
      X509Certificate certificate,
      KeyPair keys,
      Optional<CertificateAuthority> parent,
      Instant at) {
    this.template = Objects.requireNonNull(template, "template");
    this.certificate = Objects.requireNonNull(certificate, "certificate");
    this.keys = Objects.requireNonNull(keys, "keys");
    this.parent = Objects.requireNonNull(parent, "parent");
    this.at = Objects.requireNonNull(at, "at");
  }

  /**
   * A root as {@link CertificateTemplate#forAuthority} describes it.
   *
   * @param at the instant of issuing, for this certificate and those below it
   */
  public static CertificateAuthority create(String commonName, Instant at) {
    return create(CertificateTemplate.forAuthority(commonName), at);
  }

  /** A root, its certificate signed by its own key, from any template. */
  public static CertificateAuthority create(CertificateTemplate template, Instant at) {
    KeyPair keys = template.keys();
    X500Name name = template.distinguishedName();
    X509Certificate certificate =
        CertificateAssembler.assemble(template, at, keys.getPublic(), name, keys);
    return new CertificateAuthority(template, certificate, keys, Optional.empty(), at);
  }

  /** An authority below this one, as {@link CertificateTemplate#forAuthority} describes it. */
  public CertificateAuthority intermediate(String commonName) {
    return intermediate(CertificateTemplate.forAuthority(commonName));
  }

  /** An authority below this one, from any template: also from one of no authority at all. */
  public CertificateAuthority intermediate(CertificateTemplate intermediate) {
    return certify(intermediate, intermediate.keys());
  }

  /**
   * Certifies another authority's name and key once more. What the other issues now has a second
   * path, through this authority: present the result's {@link #certificate} as well.
   */
  public CertificateAuthority crossSign(CertificateAuthority other) {
    return certify(other.template, other.keys);
  }

  private CertificateAuthority certify(CertificateTemplate below, KeyPair keysBelow) {
    return new CertificateAuthority(
        below, sign(below, keysBelow), keysBelow, Optional.of(this), at);
  }

  /**
   * Issues a certificate, with its chain up to but without the root, and with a CRL of every
   * authority on the way, on which nothing is revoked.
   */
  public CertificateBundle issue(CertificateTemplate leaf) {
    return issueWithoutStatus(leaf).goodByCrl();
  }

  /** Issues a certificate with its chain, but no CRL and no OCSP response. */
  public CertificateBundle issueWithoutStatus(CertificateTemplate leaf) {
    KeyPair leafKeys = leaf.keys();
    return CertificateBundle.issued(this, sign(leaf, leafKeys), leafKeys.getPrivate());
  }

  /** The same authority, key and certificate, issuing at another instant. */
  public CertificateAuthority at(Instant instant) {
    return new CertificateAuthority(
        template, certificate, keys, parent.map(above -> above.at(instant)), instant);
  }

  /** A CRL of this authority, as {@link CrlTemplate#empty} describes it: nothing is revoked. */
  public X509CRL crl() {
    return crl(CrlTemplate.empty());
  }

  /** A CRL of this authority. */
  public X509CRL crl(CrlTemplate list) {
    return list.signed(at, Der.subject(certificate), keys);
  }

  /**
   * An OCSP response, DER, about a certificate that this authority issued.
   *
   * @param subject the certificate that the response speaks of
   */
  public byte[] ocspResponse(X509Certificate subject, OcspTemplate response) {
    return response.signed(at, subject, certificate, keys.getPrivate());
  }

  /**
   * The workshop of everything that can be wrong with a certificate for this host, issued below
   * this authority.
   */
  public WrongOnPurpose wrongOnPurpose(String host) {
    return wrongOnPurpose(CertificateTemplate.forHost(host));
  }

  /** The workshop of everything that can be wrong with a certificate of this template. */
  public WrongOnPurpose wrongOnPurpose(CertificateTemplate sound) {
    return new WrongOnPurpose(this, sound);
  }

  /** This authority's own certificate. */
  public X509Certificate certificate() {
    return certificate;
  }

  /** This authority's private key. */
  public PrivateKey privateKey() {
    return keys.getPrivate();
  }

  /** The authority that certified this one; empty for a root. */
  public Optional<CertificateAuthority> parent() {
    return parent;
  }

  /** The root above this authority, or itself. */
  public CertificateAuthority root() {
    return parent.map(CertificateAuthority::root).orElse(this);
  }

  /** The instant of issuing. */
  public Instant at() {
    return at;
  }

  /** This authority and those above it, the root last. */
  List<CertificateAuthority> path() {
    List<CertificateAuthority> path = new ArrayList<>();
    path.add(this);
    parent.ifPresent(above -> path.addAll(above.path()));
    return path;
  }

  private X509Certificate sign(CertificateTemplate below, KeyPair subjectKeys) {
    return CertificateAssembler.assemble(
        below, at, subjectKeys.getPublic(), Der.subject(certificate), keys);
  }
}
