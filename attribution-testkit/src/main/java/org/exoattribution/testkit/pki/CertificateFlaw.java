package org.exoattribution.testkit.pki;

import java.util.function.Function;

/**
 * Every flaw that costs a certificate its effect, with the rule it fails, to run a table test over:
 * refused by that rule, or, for {@link #WRONG_ORDER} alone, accepted without a name. The twin that
 * is accepted is {@link WrongOnPurpose#sound}.
 */
public enum CertificateFlaw {
  /** See {@link WrongOnPurpose#expired}. */
  EXPIRED("PKI-2", WrongOnPurpose::expired),
  /** See {@link WrongOnPurpose#notYetValid}. */
  NOT_YET_VALID("PKI-2", WrongOnPurpose::notYetValid),
  /** See {@link WrongOnPurpose#expiredIntermediate}. */
  EXPIRED_INTERMEDIATE("PKI-3", WrongOnPurpose::expiredIntermediate),
  /** See {@link WrongOnPurpose#missingIntermediate}. */
  MISSING_INTERMEDIATE("PKI-3", WrongOnPurpose::missingIntermediate),
  /** See {@link WrongOnPurpose#forgedSignature}. */
  FORGED_SIGNATURE("PKI-3", WrongOnPurpose::forgedSignature),
  /** See {@link WrongOnPurpose#md5Signature}. */
  MD5_SIGNATURE("PKI-3", WrongOnPurpose::md5Signature),
  /** See {@link WrongOnPurpose#sha1Signature}. */
  SHA1_SIGNATURE("PKI-3", WrongOnPurpose::sha1Signature),
  /** See {@link WrongOnPurpose#weakKey}. */
  WEAK_KEY("PKI-3", WrongOnPurpose::weakKey),
  /** See {@link WrongOnPurpose#pathLengthExceeded}. */
  PATH_LENGTH_EXCEEDED("PKI-3", WrongOnPurpose::pathLengthExceeded),
  /** See {@link WrongOnPurpose#nameConstraintsViolated}. */
  NAME_CONSTRAINTS_VIOLATED("PKI-3", WrongOnPurpose::nameConstraintsViolated),
  /** See {@link WrongOnPurpose#caWithoutBasicConstraints}. */
  CA_WITHOUT_BASIC_CONSTRAINTS("PKI-3", WrongOnPurpose::caWithoutBasicConstraints),
  /** See {@link WrongOnPurpose#caWithoutCertSign}. */
  CA_WITHOUT_CERT_SIGN("PKI-3", WrongOnPurpose::caWithoutCertSign),
  /** See {@link WrongOnPurpose#unknownCriticalExtension}. */
  UNKNOWN_CRITICAL_EXTENSION("PKI-3", WrongOnPurpose::unknownCriticalExtension),
  /** See {@link WrongOnPurpose#selfSigned}. */
  SELF_SIGNED("PKI-4", WrongOnPurpose::selfSigned),
  /** See {@link WrongOnPurpose#unknownCa}. */
  UNKNOWN_CA("PKI-4", WrongOnPurpose::unknownCa),
  /** See {@link WrongOnPurpose#revokedByCrl}. */
  REVOKED_BY_CRL("PKI-5", WrongOnPurpose::revokedByCrl),
  /** See {@link WrongOnPurpose#revokedByOcsp}. */
  REVOKED_BY_OCSP("PKI-5", WrongOnPurpose::revokedByOcsp),
  /** See {@link WrongOnPurpose#intermediateRevoked}. */
  INTERMEDIATE_REVOKED("PKI-5", WrongOnPurpose::intermediateRevoked),
  /** See {@link WrongOnPurpose#statusUnavailable}. */
  STATUS_UNAVAILABLE("PKI-5", WrongOnPurpose::statusUnavailable),
  /** See {@link WrongOnPurpose#intermediateStatusUnavailable}. */
  INTERMEDIATE_STATUS_UNAVAILABLE("PKI-5", WrongOnPurpose::intermediateStatusUnavailable),
  /** See {@link WrongOnPurpose#staleCrl}. */
  STALE_CRL("PKI-5", WrongOnPurpose::staleCrl),
  /** See {@link WrongOnPurpose#staleOcsp}. */
  STALE_OCSP("PKI-5", WrongOnPurpose::staleOcsp),
  /** See {@link WrongOnPurpose#crlFromTheFuture}. */
  CRL_FROM_THE_FUTURE("PKI-5", WrongOnPurpose::crlFromTheFuture),
  /** See {@link WrongOnPurpose#forgedCrl}. */
  FORGED_CRL("PKI-5", WrongOnPurpose::forgedCrl),
  /** See {@link WrongOnPurpose#crlOfAuthoritiesOnly}. */
  CRL_OF_AUTHORITIES_ONLY("PKI-5", WrongOnPurpose::crlOfAuthoritiesOnly),
  /** See {@link WrongOnPurpose#indirectCrl}. */
  INDIRECT_CRL("PKI-5", WrongOnPurpose::indirectCrl),
  /** See {@link WrongOnPurpose#unauthorizedOcspResponder}. */
  UNAUTHORIZED_OCSP_RESPONDER("PKI-5", WrongOnPurpose::unauthorizedOcspResponder),
  /** See {@link WrongOnPurpose#ocspUnknown}. */
  OCSP_UNKNOWN("PKI-5", WrongOnPurpose::ocspUnknown),
  /** See {@link WrongOnPurpose#wrongKeyUsage}. */
  WRONG_KEY_USAGE("PKI-6", WrongOnPurpose::wrongKeyUsage),
  /** See {@link WrongOnPurpose#wrongOrder}. */
  WRONG_ORDER("PKI-7", WrongOnPurpose::wrongOrder);

  private final String rule;

  // A method reference that holds nothing, though its type does not say so.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<WrongOnPurpose, CertificateBundle> recipe;

  CertificateFlaw(String rule, Function<WrongOnPurpose, CertificateBundle> recipe) {
    this.rule = rule;
    this.recipe = recipe;
  }

  /** The id of the rule that such a certificate fails, such as {@code PKI-2}. */
  public String rule() {
    return rule;
  }

  /** Makes a bundle with this flaw. */
  public CertificateBundle in(WrongOnPurpose workshop) {
    return recipe.apply(workshop);
  }
}
