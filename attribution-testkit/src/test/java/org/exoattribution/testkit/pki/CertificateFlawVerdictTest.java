package org.exoattribution.testkit.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.testkit.assertj.AttributionAssertions.assertThat;

import java.time.Instant;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.Finding;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.RuleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What the evaluator and the engine make of every flaw and of its sound twin. */
class CertificateFlawVerdictTest {
  private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");
  private static final CertificateAuthority ROOT =
      CertificateAuthority.create("Example Root CA", AT);
  private static final CertificateTemplate TEMPLATE =
      CertificateTemplate.forHost("mail.contoso.com");
  private static final WrongOnPurpose WORKSHOP = ROOT.wrongOnPurpose(TEMPLATE);
  private static final CertificateTwins TWINS = new CertificateTwins(ROOT, TEMPLATE);
  private static final CertificateGate GATE = CertificateGate.at(AT);

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "WRONG_ORDER")
  void every_flaw_is_refused_by_its_rule_alone_in_words_that_name_it(CertificateFlaw flaw) {
    CertificateVerdict verdict = GATE.verdict(flaw.in(WORKSHOP));

    assertThat(verdict.tests())
        .filteredOn(test -> test.outcome() == Outcome.NOT_MATCHED)
        .singleElement()
        .satisfies(
            test -> {
              assertThat(test.rule().id()).isEqualTo(flaw.rule());
              assertThat(test.actual()).contains(words(flaw)).contains(certificate(flaw));
            });
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "WRONG_ORDER")
  void every_flaw_costs_the_connector_its_match(CertificateFlaw flaw) {
    Attribution attribution = GATE.resolve(flaw.in(WORKSHOP));

    assertThat(attribution).isRejectedWith(RejectionReason.NO_CONNECTOR_MATCHED);
    assertThat(attribution.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.id()).isEqualTo(Finding.Id.CERTIFICATE_IGNORED);
              assertThat(finding.rule()).map(RuleId::id).contains(flaw.rule());
              assertThat(finding.message()).contains(words(flaw), "(" + flaw.rule() + ")");
            });
  }

  @ParameterizedTest
  @EnumSource
  void the_twin_of_every_flaw_is_accepted(CertificateFlaw flaw) {
    CertificateVerdict verdict = GATE.verdict(TWINS.of(flaw));

    assertThat(verdict.firstFailure()).isEmpty();
    assertThat(verdict.names()).hasToString("[mail.contoso.com]");
  }

  @ParameterizedTest
  @EnumSource
  void the_twin_of_every_flaw_goes_through_the_connector(CertificateFlaw flaw) {
    assertThat(GATE.resolve(TWINS.of(flaw)))
        .isOriginating()
        .via(CertificateGate.CONNECTOR)
        .byCertificate()
        .hasNoFindings();
  }

  /** The first certificate is the client's own, here the intermediate: sound, but nameless. */
  @Test
  void a_chain_in_the_wrong_order_presents_no_name() {
    CertificateBundle wrongOrder = CertificateFlaw.WRONG_ORDER.in(WORKSHOP);
    CertificateVerdict verdict = GATE.verdict(wrongOrder);

    assertThat(verdict.firstFailure()).isEmpty();
    assertThat(verdict.names()).isEmpty();
    assertThat(GATE.resolve(wrongOrder))
        .isRejectedWith(RejectionReason.NO_CONNECTOR_MATCHED)
        .hasFinding(Finding.Id.CERTIFICATE_UNMATCHED)
        .hasNoFinding(Finding.Id.CERTIFICATE_IGNORED);
  }

  @Test
  void of_several_flaws_all_are_told_and_the_first_decides() {
    CertificateBundle several =
        ROOT.intermediate("Example Issuing CA")
            .issue(TEMPLATE.expired().withExtendedKeyUsage("codeSigning"))
            .revokedByCrl();

    assertThat(GATE.verdict(several).tests())
        .filteredOn(test -> test.outcome() == Outcome.NOT_MATCHED)
        .extracting(ConditionExplanation::rule)
        .containsExactly(RuleId.PKI_2, RuleId.PKI_5, RuleId.PKI_6);
    assertThat(GATE.resolve(several).findings())
        .singleElement()
        .extracting(finding -> finding.rule().orElseThrow())
        .isEqualTo(RuleId.PKI_2);
  }

  /** The certificate that the words are about, by subject and issuer; an empty text for none. */
  private static String certificate(CertificateFlaw flaw) {
    return switch (flaw) {
      case EXPIRED,
          NOT_YET_VALID,
          NAME_CONSTRAINTS_VIOLATED,
          UNKNOWN_CRITICAL_EXTENSION,
          REVOKED_BY_CRL,
          REVOKED_BY_OCSP,
          STATUS_UNAVAILABLE,
          STALE_CRL,
          STALE_OCSP,
          CRL_FROM_THE_FUTURE,
          FORGED_CRL,
          CRL_OF_AUTHORITIES_ONLY,
          INDIRECT_CRL,
          UNAUTHORIZED_OCSP_RESPONDER,
          OCSP_UNKNOWN,
          MD5_SIGNATURE,
          SHA1_SIGNATURE,
          WEAK_KEY,
          WRONG_KEY_USAGE ->
          "CN=mail.contoso.com, issued by CN=Example Issuing CA";
      case EXPIRED_INTERMEDIATE,
          CA_WITHOUT_BASIC_CONSTRAINTS,
          CA_WITHOUT_CERT_SIGN,
          INTERMEDIATE_REVOKED,
          INTERMEDIATE_STATUS_UNAVAILABLE ->
          "CN=Example Issuing CA, issued by CN=Example Root CA";
      case PATH_LENGTH_EXCEEDED -> "CN=Example Issuing CA, issued by CN=Example Policy CA";
      case MISSING_INTERMEDIATE, FORGED_SIGNATURE -> "the issuer CN=Example Issuing CA";
      case SELF_SIGNED -> "CN=mail.contoso.com, issued by CN=mail.contoso.com";
      case UNKNOWN_CA -> "CN=mail.contoso.com, issued by CN=Example Unknown Issuing CA";
      case WRONG_ORDER -> "";
    };
  }

  private static String words(CertificateFlaw flaw) {
    return switch (flaw) {
      case EXPIRED -> "expired 2026-10-31T00:00:00Z";
      case NOT_YET_VALID -> "not valid before 2026-11-02T00:00:00Z";
      case EXPIRED_INTERMEDIATE -> "a certificate of the path expired 2026-10-31T00:00:00Z";
      case MISSING_INTERMEDIATE -> "was not presented and is no trust anchor";
      case FORGED_SIGNATURE -> "is there, but did not sign it";
      case MD5_SIGNATURE -> "is signed over a weak MD5 digest";
      case SHA1_SIGNATURE -> "is signed over a weak SHA-1 digest";
      case WEAK_KEY -> "has a weak key, RSA of 1024 bits";
      case PATH_LENGTH_EXCEEDED -> "the path length that a CA allows is exceeded";
      case NAME_CONSTRAINTS_VIOLATED -> "the name constraints of a CA are violated";
      case CA_WITHOUT_BASIC_CONSTRAINTS -> "the issuer is not a CA";
      case CA_WITHOUT_CERT_SIGN -> "key usage does not allow it to sign certificates";
      case UNKNOWN_CRITICAL_EXTENSION -> "a critical extension is unknown";
      case SELF_SIGNED -> "self-signed";
      case UNKNOWN_CA -> "unknown CA: CN=Example Unknown CA is self-signed and no trust anchor";
      case REVOKED_BY_CRL ->
          "revoked 2026-10-31T00:00:00Z (keyCompromise) by the CRL of CN=Example Issuing CA";
      case REVOKED_BY_OCSP ->
          "revoked 2026-10-31T00:00:00Z (keyCompromise) by the OCSP response of CN=Example Issuing"
              + " CA";
      case INTERMEDIATE_REVOKED -> "(keyCompromise) by the CRL of CN=Example Root CA";
      case STATUS_UNAVAILABLE, INTERMEDIATE_STATUS_UNAVAILABLE, INDIRECT_CRL ->
          "no CRL or OCSP response covers it";
      case STALE_CRL -> "the CRL of CN=Example Issuing CA is stale since 2026-10-31T00:00:00Z";
      case STALE_OCSP ->
          "the OCSP response of CN=Example Issuing CA is stale since 2026-10-31T00:00:00Z";
      case CRL_FROM_THE_FUTURE -> "is not valid before 2026-11-02T00:00:00Z";
      case FORGED_CRL -> "does not verify with the key of the CA";
      case CRL_OF_AUTHORITIES_ONLY -> "is for certificates of another kind";
      case UNAUTHORIZED_OCSP_RESPONDER -> "is signed by nobody whom the CA entitled to it";
      case OCSP_UNKNOWN -> "says that the status is unknown";
      case WRONG_KEY_USAGE -> "for codeSigning";
      case WRONG_ORDER -> "";
    };
  }
}
