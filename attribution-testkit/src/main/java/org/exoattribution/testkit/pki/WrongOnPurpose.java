package org.exoattribution.testkit.pki;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A workshop of flawed certificates. Each method makes the bundle of {@link #sound} with exactly
 * one thing wrong, to be judged against the same trust anchor at the same instant; {@link
 * CertificateFlaw} is the list of them. Flaws that concern the bundle or the template can be
 * combined by calling their methods one after the other.
 *
 * <p>Get one from {@link CertificateAuthority#wrongOnPurpose(String)}.
 */
public final class WrongOnPurpose {

  private static final String ISSUING = "Example Issuing CA";
  private static final String UNKNOWN = "Example Unknown CA";

  private final CertificateAuthority root;
  private final CertificateTemplate template;

  WrongOnPurpose(CertificateAuthority root, CertificateTemplate template) {
    this.root = Objects.requireNonNull(root, "root");
    this.template = Objects.requireNonNull(template, "template");
  }

  /** Nothing wrong: leaf and intermediate, both good by CRL. */
  public CertificateBundle sound() {
    return issue(template);
  }

  /** PKI-2: ran out one day ago. */
  public CertificateBundle expired() {
    return issue(template.expired());
  }

  /** PKI-2: begins in one day. */
  public CertificateBundle notYetValid() {
    return issue(template.notYetValid());
  }

  /** PKI-3, no valid path: the intermediate ran out one day ago, the leaf has not. */
  public CertificateBundle expiredIntermediate() {
    return issueBelow(CertificateTemplate.forAuthority(ISSUING).expired());
  }

  /** PKI-4: signed by its own key. */
  public CertificateBundle selfSigned() {
    return CertificateBundle.selfSigned(template, root.at())
        .withTrustAnchors(sound().trustAnchors());
  }

  /** PKI-4: complete up to its root, good by CRL, but the root is none of the trust anchors. */
  public CertificateBundle unknownCa() {
    return CertificateAuthority.create(UNKNOWN, root.at())
        .intermediate("Example Unknown Issuing CA")
        .issue(template)
        .withRootPresented()
        .withTrustAnchors(sound().trustAnchors());
  }

  /** PKI-3: the leaf alone is presented. */
  public CertificateBundle missingIntermediate() {
    return sound().leafOnly();
  }

  /**
   * The leaf comes last. A client's first certificate is its own (RFC 8446 4.4.2), which makes it
   * the intermediate's: sound, but without a name (PKI-7).
   */
  public CertificateBundle wrongOrder() {
    return sound().wrongOrder();
  }

  /** PKI-3: presents the right intermediate, but was signed by another key of the same name. */
  public CertificateBundle forgedSignature() {
    CertificateBundle sound = sound();
    CertificateBundle forged = issueBelow(CertificateTemplate.forAuthority(ISSUING).withKeySeed(1));
    List<X509Certificate> chain = new ArrayList<>(sound.chain());
    chain.set(0, forged.certificate());
    return forged.presenting(chain).withCrls(sound.crls());
  }

  /** PKI-5: on its issuer's CRL. */
  public CertificateBundle revokedByCrl() {
    return sound().revokedByCrl();
  }

  /** PKI-5: revoked by its issuer's OCSP response; no CRL. */
  public CertificateBundle revokedByOcsp() {
    return sound().revokedByOcsp();
  }

  /** PKI-5: the leaf is good, its issuer is on the root's CRL. */
  public CertificateBundle intermediateRevoked() {
    CertificateBundle sound = sound();
    CrlTemplate revoking = CrlTemplate.empty().revoking(issuing().certificate());
    return sound.withCrls(List.of(sound.crls().get(0), root.crl(revoking)));
  }

  /** PKI-5: neither CRL nor OCSP response. */
  public CertificateBundle statusUnavailable() {
    return sound().statusUnavailable();
  }

  /** PKI-5: the leaf has a CRL, the intermediate has none. */
  public CertificateBundle intermediateStatusUnavailable() {
    return sound().withCrls(List.of(issuing().crl()));
  }

  /** PKI-5: the issuer's CRL ran out one day ago. */
  public CertificateBundle staleCrl() {
    return sound().staleCrl();
  }

  /** PKI-5: the leaf's OCSP response ran out one day ago; no CRL. */
  public CertificateBundle staleOcsp() {
    return sound().staleOcsp();
  }

  /** PKI-5: the issuer's CRL is made only in one day. */
  public CertificateBundle crlFromTheFuture() {
    return sound().byCrl(CrlTemplate.empty().fromTheFuture());
  }

  /** PKI-5: the CRL bears the issuer's name, but was signed by another key. */
  public CertificateBundle forgedCrl() {
    X509CRL forged =
        root.intermediate(CertificateTemplate.forAuthority(ISSUING).withKeySeed(1)).crl();
    return sound().withCrls(List.of(forged, root.crl()));
  }

  /** PKI-5: the issuer's CRL speaks of authorities only. */
  public CertificateBundle crlOfAuthoritiesOnly() {
    return sound().byCrl(CrlTemplate.empty().onlyAuthorities());
  }

  /** PKI-5: the only list is another authority's, an indirect one that the leaf never named. */
  public CertificateBundle indirectCrl() {
    X509CRL indirect = root.intermediate("Example Other CA").crl(CrlTemplate.empty().indirect());
    return sound().withCrls(List.of(indirect, root.crl()));
  }

  /** PKI-5: a good OCSP response by a responder whose certificate does not entitle it. */
  public CertificateBundle unauthorizedOcspResponder() {
    CertificateTemplate responder =
        CertificateTemplate.forOcspResponder("Example Pretender")
            .withExtendedKeyUsage("serverAuth");
    return sound().byOcsp(OcspTemplate.good().respondedBy(issuing().issueWithoutStatus(responder)));
  }

  /** PKI-5: the responder does not know the certificate. */
  public CertificateBundle ocspUnknown() {
    return sound().byOcsp(OcspTemplate.unknown());
  }

  /** PKI-6: extended key usage {@code codeSigning} alone. */
  public CertificateBundle wrongKeyUsage() {
    return issue(template.withExtendedKeyUsage("codeSigning"));
  }

  /** PKI-3: the authority over the issuing one allows no authority below itself. */
  public CertificateBundle pathLengthExceeded() {
    return root.intermediate(
            CertificateTemplate.forAuthority("Example Policy CA").withPathLength(0))
        .intermediate(ISSUING)
        .issue(template);
  }

  /** PKI-3: the intermediate may certify names in {@code constrained.example} only. */
  public CertificateBundle nameConstraintsViolated() {
    return issueBelow(
        CertificateTemplate.forAuthority(ISSUING).withPermittedDnsNames("constrained.example"));
  }

  /** PKI-3: the intermediate does not say that it is an authority. */
  public CertificateBundle caWithoutBasicConstraints() {
    return issueBelow(CertificateTemplate.forAuthority(ISSUING).withoutBasicConstraints());
  }

  /** PKI-3: the intermediate's key may sign CRLs, but not certificates. */
  public CertificateBundle caWithoutCertSign() {
    return issueBelow(CertificateTemplate.forAuthority(ISSUING).withKeyUsage("cRLSign"));
  }

  /** PKI-3: a critical extension that nobody knows. */
  public CertificateBundle unknownCriticalExtension() {
    return issue(template.withUnknownCriticalExtension());
  }

  /** PKI-3, by the engine's policy on weak algorithms: signed over SHA-1. */
  public CertificateBundle sha1Signature() {
    return issue(template.withSignatureDigest(SignatureDigest.SHA1));
  }

  /** PKI-3, by the engine's policy on weak algorithms: an RSA authority's signature over MD5. */
  public CertificateBundle md5Signature() {
    return root.intermediate(
            CertificateTemplate.forAuthority(ISSUING).withKeyAlgorithm(KeyAlgorithm.RSA_2048))
        .issue(template.withSignatureDigest(SignatureDigest.MD5));
  }

  /** PKI-3, by the engine's policy on weak algorithms: a key of RSA-1024. */
  public CertificateBundle weakKey() {
    return issue(template.withKeyAlgorithm(KeyAlgorithm.RSA_1024));
  }

  /** Not wrong, but odd: names in the common name alone. */
  public CertificateBundle cnOnly() {
    return issue(template.cnOnly());
  }

  /** Not wrong, but odd: names in the alternative names alone, the subject is empty. */
  public CertificateBundle sanOnly() {
    return issue(template.sanOnly());
  }

  /** Not wrong: the names' first labels are asterisks. */
  public CertificateBundle wildcard() {
    return issue(template.wildcard());
  }

  /**
   * Not wrong, but odd: the issuing authority's own root is not trusted, but the trusted root has
   * certified its key too, and that certificate is presented last.
   */
  public CertificateBundle crossSigned() {
    CertificateAuthority issuing =
        CertificateAuthority.create(UNKNOWN, root.at()).intermediate(ISSUING);
    return issuing
        .issue(template)
        .alsoPresenting(root.crossSign(issuing).certificate())
        .withCrls(List.of(issuing.crl(), root.crl()))
        .withTrustAnchors(sound().trustAnchors());
  }

  /**
   * Not wrong, but odd: the intermediate ran out, and is presented before a renewed one of the same
   * name and key.
   */
  public CertificateBundle renewedIntermediate() {
    CertificateTemplate old =
        CertificateTemplate.forAuthority(ISSUING)
            .withNotBefore(root.at().minus(Period.ofDays(1_000)))
            .withNotAfter(root.at().minus(Period.ofDays(1)));
    return issueBelow(old).alsoPresenting(issuing().certificate());
  }

  private CertificateAuthority issuing() {
    return root.intermediate(ISSUING);
  }

  private CertificateBundle issue(CertificateTemplate leaf) {
    return issuing().issue(leaf);
  }

  private CertificateBundle issueBelow(CertificateTemplate intermediate) {
    return root.intermediate(intermediate).issue(template);
  }
}
