package org.exoattribution.testkit.pki;

import java.util.function.Function;

/**
 * Every flaw that costs a certificate its effect, with the rule it fails, to run a table test over:
 * refused by that rule, or, for {@link #WRONG_ORDER} alone, accepted without a name. Each is
 * described by the method of {@link WrongOnPurpose} that makes it. The twin that is accepted is
 * {@link WrongOnPurpose#sound}.
 */
public enum CertificateFlaw {
  EXPIRED("PKI-2", WrongOnPurpose::expired),
  NOT_YET_VALID("PKI-2", WrongOnPurpose::notYetValid),
  EXPIRED_INTERMEDIATE("PKI-3", WrongOnPurpose::expiredIntermediate),
  MISSING_INTERMEDIATE("PKI-3", WrongOnPurpose::missingIntermediate),
  FORGED_SIGNATURE("PKI-3", WrongOnPurpose::forgedSignature),
  MD5_SIGNATURE("PKI-3", WrongOnPurpose::md5Signature),
  SHA1_SIGNATURE("PKI-3", WrongOnPurpose::sha1Signature),
  WEAK_KEY("PKI-3", WrongOnPurpose::weakKey),
  PATH_LENGTH_EXCEEDED("PKI-3", WrongOnPurpose::pathLengthExceeded),
  NAME_CONSTRAINTS_VIOLATED("PKI-3", WrongOnPurpose::nameConstraintsViolated),
  CA_WITHOUT_BASIC_CONSTRAINTS("PKI-3", WrongOnPurpose::caWithoutBasicConstraints),
  CA_WITHOUT_CERT_SIGN("PKI-3", WrongOnPurpose::caWithoutCertSign),
  UNKNOWN_CRITICAL_EXTENSION("PKI-3", WrongOnPurpose::unknownCriticalExtension),
  SELF_SIGNED("PKI-4", WrongOnPurpose::selfSigned),
  UNKNOWN_CA("PKI-4", WrongOnPurpose::unknownCa),
  REVOKED_BY_CRL("PKI-5", WrongOnPurpose::revokedByCrl),
  REVOKED_BY_OCSP("PKI-5", WrongOnPurpose::revokedByOcsp),
  INTERMEDIATE_REVOKED("PKI-5", WrongOnPurpose::intermediateRevoked),
  STATUS_UNAVAILABLE("PKI-5", WrongOnPurpose::statusUnavailable),
  INTERMEDIATE_STATUS_UNAVAILABLE("PKI-5", WrongOnPurpose::intermediateStatusUnavailable),
  STALE_CRL("PKI-5", WrongOnPurpose::staleCrl),
  STALE_OCSP("PKI-5", WrongOnPurpose::staleOcsp),
  CRL_FROM_THE_FUTURE("PKI-5", WrongOnPurpose::crlFromTheFuture),
  FORGED_CRL("PKI-5", WrongOnPurpose::forgedCrl),
  CRL_OF_AUTHORITIES_ONLY("PKI-5", WrongOnPurpose::crlOfAuthoritiesOnly),
  INDIRECT_CRL("PKI-5", WrongOnPurpose::indirectCrl),
  UNAUTHORIZED_OCSP_RESPONDER("PKI-5", WrongOnPurpose::unauthorizedOcspResponder),
  OCSP_UNKNOWN("PKI-5", WrongOnPurpose::ocspUnknown),
  WRONG_KEY_USAGE("PKI-6", WrongOnPurpose::wrongKeyUsage),
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
