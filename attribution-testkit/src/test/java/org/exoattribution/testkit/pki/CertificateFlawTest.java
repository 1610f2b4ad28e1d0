package org.exoattribution.testkit.pki;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CertificateFlawTest {

  private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");
  private static final CertificateAuthority ROOT =
      CertificateAuthority.create("Example Root CA", AT);
  private static final WrongOnPurpose WORKSHOP = ROOT.wrongOnPurpose("mail.contoso.com");

  /** What the JDK complains of, so that a flaw is refused for itself and for nothing else. */
  private static final Map<CertificateFlaw, String> COMPLAINTS =
      Map.ofEntries(
          Map.entry(CertificateFlaw.EXPIRED, "NotAfter"),
          Map.entry(CertificateFlaw.NOT_YET_VALID, "NotBefore"),
          Map.entry(CertificateFlaw.EXPIRED_INTERMEDIATE, "NotAfter"),
          Map.entry(CertificateFlaw.MISSING_INTERMEDIATE, "does not chain"),
          Map.entry(CertificateFlaw.FORGED_SIGNATURE, "signature check failed"),
          Map.entry(CertificateFlaw.MD5_SIGNATURE, "MD5"),
          Map.entry(CertificateFlaw.PATH_LENGTH_EXCEEDED, "pathLenConstraint violated"),
          Map.entry(CertificateFlaw.NAME_CONSTRAINTS_VIOLATED, "name constraints"),
          Map.entry(CertificateFlaw.CA_WITHOUT_BASIC_CONSTRAINTS, "not a CA certificate"),
          Map.entry(CertificateFlaw.CA_WITHOUT_CERT_SIGN, "keyCertSign"),
          Map.entry(CertificateFlaw.UNKNOWN_CRITICAL_EXTENSION, "critical extension"),
          Map.entry(CertificateFlaw.SELF_SIGNED, "does not chain"),
          Map.entry(CertificateFlaw.UNKNOWN_CA, "does not chain"),
          Map.entry(CertificateFlaw.REVOKED_BY_CRL, "KEY_COMPROMISE"),
          Map.entry(CertificateFlaw.REVOKED_BY_OCSP, "KEY_COMPROMISE"),
          Map.entry(CertificateFlaw.INTERMEDIATE_REVOKED, "KEY_COMPROMISE"),
          Map.entry(CertificateFlaw.STATUS_UNAVAILABLE, "Could not determine revocation"),
          Map.entry(
              CertificateFlaw.INTERMEDIATE_STATUS_UNAVAILABLE, "Could not determine revocation"),
          Map.entry(CertificateFlaw.STALE_CRL, "Could not determine revocation"),
          Map.entry(CertificateFlaw.STALE_OCSP, "validity interval"),
          Map.entry(CertificateFlaw.CRL_FROM_THE_FUTURE, "Could not determine revocation"),
          Map.entry(CertificateFlaw.FORGED_CRL, "Could not determine revocation"),
          Map.entry(CertificateFlaw.CRL_OF_AUTHORITIES_ONLY, "Could not determine revocation"),
          Map.entry(CertificateFlaw.INDIRECT_CRL, "Could not determine revocation"),
          Map.entry(CertificateFlaw.UNAUTHORIZED_OCSP_RESPONDER, "not valid for signing OCSP"),
          Map.entry(CertificateFlaw.OCSP_UNKNOWN, "unknown"),
          Map.entry(CertificateFlaw.WRONG_KEY_USAGE, "wrong extended key usage"));

  /** The JDK knows no wrong order, and is more lenient with weak algorithms than the engine. */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"WRONG_ORDER", "SHA1_SIGNATURE", "WEAK_KEY"})
  void every_flaw_is_refused_for_its_own_sake(CertificateFlaw flaw) {
    assertThat(StrictRelyingParty.refusal(flaw.in(WORKSHOP), AT))
        .hasValueSatisfying(why -> assertThat(why).containsIgnoringCase(complaint(flaw)));
  }

  @ParameterizedTest
  @EnumSource
  void every_flaw_keeps_the_trust_anchor_of_its_sound_twin(CertificateFlaw flaw) {
    assertThat(flaw.in(WORKSHOP).trustAnchors()).containsExactly(ROOT.certificate());
  }

  @ParameterizedTest
  @EnumSource
  void every_flaw_names_a_rule(CertificateFlaw flaw) {
    assertThat(flaw.rule()).matches("PKI-[1-8]");
  }

  @Test
  void the_sound_twin_is_accepted() {
    assertThat(StrictRelyingParty.refusal(WORKSHOP.sound(), AT)).isEmpty();
  }

  @Test
  void what_is_odd_but_not_wrong_is_accepted() {
    assertThat(StrictRelyingParty.refusal(WORKSHOP.cnOnly(), AT)).isEmpty();
    assertThat(StrictRelyingParty.refusal(WORKSHOP.sanOnly(), AT)).isEmpty();
    assertThat(StrictRelyingParty.refusal(WORKSHOP.wildcard(), AT)).isEmpty();
    assertThat(StrictRelyingParty.findsPath(WORKSHOP.crossSigned(), AT)).isTrue();
    assertThat(StrictRelyingParty.findsPath(WORKSHOP.renewedIntermediate(), AT)).isTrue();
    assertThat(StrictRelyingParty.refusal(WORKSHOP.sound().withRootPresented(), AT)).isEmpty();
    assertThat(StrictRelyingParty.refusal(WORKSHOP.sound().goodByOcsp(), AT)).isEmpty();
    assertThat(StrictRelyingParty.refusal(WORKSHOP.sound().goodByDelegatedOcsp(), AT)).isEmpty();
  }

  @Test
  void a_cross_signed_chain_is_refused_without_the_cross_certificate() {
    CertificateBundle crossed = WORKSHOP.crossSigned();
    assertThat(StrictRelyingParty.findsPath(crossed.presenting(crossed.chain().subList(0, 2)), AT))
        .isFalse();
  }

  @Test
  void a_renewed_intermediate_is_refused_without_the_renewal() {
    CertificateBundle renewed = WORKSHOP.renewedIntermediate();
    assertThat(StrictRelyingParty.findsPath(renewed.presenting(renewed.chain().subList(0, 2)), AT))
        .isFalse();
  }

  @Test
  void a_chain_of_wrong_order_presents_the_authority_first_and_the_leaf_last() {
    CertificateBundle wrong = CertificateFlaw.WRONG_ORDER.in(WORKSHOP);
    assertThat(wrong.chain())
        .extracting(X509Certificate::getBasicConstraints)
        .first()
        .isNotEqualTo(-1);
    assertThat(wrong.chain()).last().isEqualTo(wrong.certificate());
  }

  @Test
  void weak_signatures_and_keys_are_what_they_say() {
    assertThat(WORKSHOP.sha1Signature().certificate().getSigAlgName()).isEqualTo("SHA1withECDSA");
    assertThat(WORKSHOP.md5Signature().certificate().getSigAlgName()).isEqualTo("MD5withRSA");
    assertThat(
            ((RSAPublicKey) WORKSHOP.weakKey().certificate().getPublicKey())
                .getModulus()
                .bitLength())
        .isEqualTo(1024);
  }

  @Test
  void flaws_can_be_combined() {
    CertificateBundle both = WORKSHOP.expired().revokedByCrl().leafOnly();
    assertThat(both.chain()).hasSize(1);
    assertThat(both.certificate().getNotAfter()).isBefore(AT);
    assertThat(both.crls().get(0).isRevoked(both.certificate())).isTrue();
  }

  private static String complaint(CertificateFlaw flaw) {
    return requireNonNull(COMPLAINTS.get(flaw), () -> "expected complaint about " + flaw);
  }
}
