package org.exoattribution.testkit.pki;

/**
 * For every flaw the twin that differs from it in the flaw alone, and has to be accepted: with an
 * authority that allows one more below it, a response that is still in force, and so on.
 */
final class CertificateTwins {
  private static final String ISSUING = "Example Issuing CA";

  private final CertificateAuthority root;
  private final CertificateTemplate template;
  private final WrongOnPurpose workshop;

  CertificateTwins(CertificateAuthority root, CertificateTemplate template) {
    this.root = root;
    this.template = template;
    this.workshop = root.wrongOnPurpose(template);
  }

  CertificateBundle of(CertificateFlaw flaw) {
    return switch (flaw) {
      case EXPIRED -> issue(template.withNotAfter(root.at()));
      case NOT_YET_VALID -> issue(template.withNotBefore(root.at()));
      case EXPIRED_INTERMEDIATE -> workshop.renewedIntermediate();
      case MD5_SIGNATURE ->
          issueBelow(authority().withKeyAlgorithm(KeyAlgorithm.RSA_2048), template);
      case WEAK_KEY -> issue(template.withKeyAlgorithm(KeyAlgorithm.RSA_2048));
      case PATH_LENGTH_EXCEEDED ->
          root.intermediate(CertificateTemplate.forAuthority("Example Policy CA").withPathLength(1))
              .intermediate(ISSUING)
              .issue(template);
      case NAME_CONSTRAINTS_VIOLATED ->
          issueBelow(authority().withPermittedDnsNames("contoso.com"), template);
      case CA_WITHOUT_CERT_SIGN ->
          issueBelow(authority().withKeyUsage("cRLSign", "keyCertSign"), template);
      case UNKNOWN_CRITICAL_EXTENSION ->
          issue(
              template.withExtension(
                  "1.3.6.1.4.1.32473.1", /* critical= */ false, new byte[] {5, 0}));
      case SELF_SIGNED -> trustingItself(CertificateBundle.selfSigned(template, root.at()));
      case UNKNOWN_CA -> workshop.crossSigned();
      case INDIRECT_CRL, FORGED_CRL, CRL_FROM_THE_FUTURE, CRL_OF_AUTHORITIES_ONLY ->
          workshop.sound().byCrl(CrlTemplate.empty());
      case STALE_CRL -> workshop.sound().byCrl(CrlTemplate.empty().withNextUpdate(root.at()));
      case REVOKED_BY_OCSP, OCSP_UNKNOWN -> workshop.sound().goodByOcsp();
      case STALE_OCSP -> workshop.sound().byOcsp(OcspTemplate.good().withNextUpdate(root.at()));
      case UNAUTHORIZED_OCSP_RESPONDER -> workshop.sound().goodByDelegatedOcsp();
      case WRONG_KEY_USAGE -> issue(template.withExtendedKeyUsage("codeSigning", "clientAuth"));
      case SHA1_SIGNATURE,
          MISSING_INTERMEDIATE,
          FORGED_SIGNATURE,
          CA_WITHOUT_BASIC_CONSTRAINTS,
          REVOKED_BY_CRL,
          INTERMEDIATE_REVOKED,
          STATUS_UNAVAILABLE,
          INTERMEDIATE_STATUS_UNAVAILABLE,
          WRONG_ORDER ->
          workshop.sound();
    };
  }

  private static CertificateTemplate authority() {
    return CertificateTemplate.forAuthority(ISSUING);
  }

  private CertificateBundle issue(CertificateTemplate leaf) {
    return issueBelow(authority(), leaf);
  }

  private CertificateBundle issueBelow(CertificateTemplate issuing, CertificateTemplate leaf) {
    return root.intermediate(issuing).issue(leaf);
  }

  private static CertificateBundle trustingItself(CertificateBundle bundle) {
    return bundle.withTrustAnchors(bundle.chain());
  }
}
