package org.exoattribution.testkit.pki;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.exoattribution.model.OcspResponse;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.RevocationStatus;

/**
 * An issued certificate with all that goes with it: the chain as a client presents it, the private
 * key, the trust anchor it leads to, and the revocation status. Bundles never change; methods that
 * vary the chain or the status return a copy, and can be combined.
 */
public final class CertificateBundle {

  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  private final CertificateAuthority issuer;
  private final X509Certificate certificate;
  private final PrivateKey privateKey;
  private final List<X509Certificate> chain;
  private final List<X509Certificate> trustAnchors;
  private final List<X509CRL> crls;
  private final List<byte[]> ocspResponses;

  private CertificateBundle(
      CertificateAuthority issuer,
      X509Certificate certificate,
      PrivateKey privateKey,
      List<X509Certificate> chain,
      List<X509Certificate> trustAnchors,
      List<X509CRL> crls,
      List<byte[]> ocspResponses) {
    this.issuer = Objects.requireNonNull(issuer, "issuer");
    this.certificate = Objects.requireNonNull(certificate, "certificate");
    this.privateKey = Objects.requireNonNull(privateKey, "privateKey");
    this.chain = List.copyOf(chain);
    this.trustAnchors = List.copyOf(trustAnchors);
    this.crls = List.copyOf(crls);
    this.ocspResponses = ocspResponses.stream().map(byte[]::clone).toList();
  }

  static CertificateBundle issued(
      CertificateAuthority issuer, X509Certificate certificate, PrivateKey privateKey) {
    List<X509Certificate> chain = new ArrayList<>();
    chain.add(certificate);
    issuer.path().stream()
        .filter(authority -> authority.parent().isPresent())
        .map(CertificateAuthority::certificate)
        .forEach(chain::add);
    return new CertificateBundle(
        issuer,
        certificate,
        privateKey,
        chain,
        List.of(issuer.root().certificate()),
        List.of(),
        List.of());
  }

  /**
   * A certificate signed by its own key. It has no revocation status, and no trust anchors: there
   * is nobody above it.
   *
   * @param at the instant of issuing
   */
  public static CertificateBundle selfSigned(CertificateTemplate template, Instant at) {
    CertificateAuthority self = CertificateAuthority.create(template, at);
    return new CertificateBundle(
        self,
        self.certificate(),
        self.privateKey(),
        List.of(self.certificate()),
        List.of(),
        List.of(),
        List.of());
  }

  /** The certificate that was issued: the first of the chain, unless its order is wrong. */
  public X509Certificate certificate() {
    return certificate;
  }

  /** The key of {@link #certificate}. */
  public PrivateKey privateKey() {
    return privateKey;
  }

  /** What the client presents, the leaf first; without the root, unless that was asked for. */
  public List<X509Certificate> chain() {
    return chain;
  }

  /** The roots that a relying party is to trust when it judges this bundle. */
  public List<X509Certificate> trustAnchors() {
    return trustAnchors;
  }

  /** The revocation lists, the leaf's issuer's first. */
  public List<X509CRL> crls() {
    return crls;
  }

  /** The OCSP responses, DER, the one for the leaf first. */
  public List<byte[]> ocspResponses() {
    return ocspResponses.stream().map(byte[]::clone).toList();
  }

  /** What a simulated connection presents: the chain with all that is known about revocation. */
  public PresentedCertificate presented() {
    return PresentedCertificate.of(chain)
        .withRevocationStatus(
            new RevocationStatus(crls, ocspResponses.stream().map(OcspResponse::ofDer).toList()));
  }

  /** Presents exactly these certificates. */
  public CertificateBundle presenting(List<X509Certificate> certificates) {
    return new CertificateBundle(
        issuer, certificate, privateKey, certificates, trustAnchors, crls, ocspResponses);
  }

  /** Presents further certificates after the chain: a root, a cross-certificate, a stranger. */
  public CertificateBundle alsoPresenting(X509Certificate... more) {
    List<X509Certificate> longer = new ArrayList<>(chain);
    Collections.addAll(longer, Objects.requireNonNull(more, "more"));
    return presenting(longer);
  }

  /** Presents the root too, last, as many servers needlessly do. */
  public CertificateBundle withRootPresented() {
    return alsoPresenting(issuer.root().certificate());
  }

  /** Presents the leaf alone: the intermediate is missing. */
  public CertificateBundle leafOnly() {
    return presenting(List.of(certificate));
  }

  /** Presents the chain the wrong way round, the leaf last. */
  public CertificateBundle wrongOrder() {
    List<X509Certificate> reversed = new ArrayList<>(chain);
    Collections.reverse(reversed);
    return presenting(reversed);
  }

  /** Has a relying party trust exactly these roots. */
  public CertificateBundle withTrustAnchors(List<X509Certificate> roots) {
    return new CertificateBundle(
        issuer, certificate, privateKey, chain, roots, crls, ocspResponses);
  }

  /** Comes with exactly these revocation lists, and keeps its OCSP responses. */
  public CertificateBundle withCrls(List<X509CRL> lists) {
    return withStatus(lists, ocspResponses);
  }

  /** Comes with exactly these OCSP responses, and keeps its revocation lists. */
  public CertificateBundle withOcspResponses(List<byte[]> responses) {
    return withStatus(crls, responses);
  }

  /** A list of every authority on the path, on which nothing is revoked; no OCSP response. */
  public CertificateBundle goodByCrl() {
    return byCrl(CrlTemplate.empty());
  }

  /** Revoked on the list of its issuer; the other lists are empty. */
  public CertificateBundle revokedByCrl() {
    return byCrl(CrlTemplate.empty().revoking(certificate));
  }

  /** The issuer's list is out of date; the other lists are fine. */
  public CertificateBundle staleCrl() {
    return byCrl(CrlTemplate.empty().stale());
  }

  /** The issuer's list as described; an empty one of every authority above; no OCSP response. */
  public CertificateBundle byCrl(CrlTemplate issuersList) {
    List<X509CRL> lists = new ArrayList<>();
    lists.add(issuer.crl(issuersList));
    issuer.path().stream().skip(1).map(CertificateAuthority::crl).forEach(lists::add);
    return withStatus(lists, List.of());
  }

  /** A good OCSP response for every certificate below the root, by its issuer; no list. */
  public CertificateBundle goodByOcsp() {
    return byOcsp(OcspTemplate.good());
  }

  /** As {@link #goodByOcsp}, the leaf's response by a responder that its issuer delegates to. */
  public CertificateBundle goodByDelegatedOcsp() {
    return byOcsp(
        OcspTemplate.good()
            .respondedBy(
                issuer.issueWithoutStatus(
                    CertificateTemplate.forOcspResponder("Example OCSP Responder"))));
  }

  /** Revoked by its issuer's OCSP response; the other responses are good. */
  public CertificateBundle revokedByOcsp() {
    return byOcsp(OcspTemplate.revoked());
  }

  /** The leaf's OCSP response is out of date; the other responses are fine. */
  public CertificateBundle staleOcsp() {
    return byOcsp(OcspTemplate.good().stale());
  }

  /** The leaf's OCSP response as described; good ones for every authority above; no list. */
  public CertificateBundle byOcsp(OcspTemplate leafsResponse) {
    List<byte[]> responses = new ArrayList<>();
    responses.add(issuer.ocspResponse(certificate, leafsResponse));
    for (CertificateAuthority authority : issuer.path()) {
      authority
          .parent()
          .map(above -> above.ocspResponse(authority.certificate(), OcspTemplate.good()))
          .ifPresent(responses::add);
    }
    return withStatus(List.of(), responses);
  }

  /** Comes with neither list nor response: nobody can tell whether it was revoked. */
  public CertificateBundle statusUnavailable() {
    return withStatus(List.of(), List.of());
  }

  private CertificateBundle withStatus(List<X509CRL> lists, List<byte[]> responses) {
    return new CertificateBundle(
        issuer, certificate, privateKey, chain, trustAnchors, lists, responses);
  }

  /** The chain as it is presented, in PEM: what a mail server takes as its certificate file. */
  public String chainPem() {
    return certificatesPem(chain);
  }

  /** The trust anchors in PEM. */
  public String trustAnchorsPem() {
    return certificatesPem(trustAnchors);
  }

  /** The private key in PEM, PKCS #8, unencrypted. */
  public String privateKeyPem() {
    return pem("PRIVATE KEY", privateKey.getEncoded());
  }

  /** The revocation lists in PEM, one after the other; empty text if there are none. */
  public String crlsPem() {
    return crls.stream()
        .map(crl -> pem("X509 CRL", Der.encoded(crl)))
        .collect(Collectors.joining());
  }

  /**
   * Key and chain as a PKCS #12 file. It holds the leaf and its issuers as far as they are
   * presented, in the right order: the format knows no wrong one. Its salts are random, so that the
   * bytes differ every time; what they hold does not.
   *
   * @param password protects the file; the entry's alias is {@code certificate}
   */
  public byte[] pkcs12(String password) {
    return Pkcs12.store(privateKey, certificate, chain, password);
  }

  private static String certificatesPem(List<X509Certificate> certificates) {
    return certificates.stream()
        .map(one -> pem("CERTIFICATE", Der.encoded(one)))
        .collect(Collectors.joining());
  }

  /** A block of PEM (RFC 7468): base64 between two lines that say what it is. */
  private static String pem(String label, byte[] der) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + LINES.encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }

  @Override
  public String toString() {
    return "CertificateBundle["
        + certificate.getSubjectX500Principal()
        + ", "
        + chain.size()
        + " presented, "
        + crls.size()
        + " CRLs, "
        + ocspResponses.size()
        + " OCSP responses]";
  }
}
