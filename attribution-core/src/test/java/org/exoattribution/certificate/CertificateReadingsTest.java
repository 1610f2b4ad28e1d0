package org.exoattribution.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.certificate.TestJudgement.test;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.Reading;
import org.exoattribution.model.Readings;
import org.exoattribution.model.Readings.CertificateTrust;
import org.exoattribution.model.Readings.KeyUsage;
import org.exoattribution.model.Readings.Revocation;
import org.exoattribution.model.RevocationStatus;
import org.exoattribution.model.RuleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** PKI-6, and on which readings a verdict rests. */
class CertificateReadingsTest {
  private static final TestAuthority ROOT = TestAuthority.root("CN=Contoso Root");
  private static final X509Certificate PLAIN =
      ROOT.issue(TestCertificate.of("CN=mail.contoso.com"));
  private static final X509Certificate CLIENT = issue(KeyPurposeId.id_kp_clientAuth);
  private static final X509Certificate SERVER = issue(KeyPurposeId.id_kp_serverAuth);
  private static final X509Certificate MAIL =
      issue(KeyPurposeId.id_kp_emailProtection, KeyPurposeId.id_kp_codeSigning);

  private static final Set<Reading> DECIDING =
      EnumSet.of(Reading.REVOCATION, Reading.CERTIFICATE_TRUST, Reading.KEY_USAGE);

  @Test
  void TLS_accepts_serverAuth_clientAuth_any_and_no_extended_key_usage() {
    for (X509Certificate leaf :
        List.of(PLAIN, CLIENT, SERVER, issue(KeyPurposeId.anyExtendedKeyUsage))) {
      TestJudgement.of(leaf).trusting(ROOT).isAccepted();
    }
    TestJudgement.of(MAIL)
        .trusting(ROOT)
        .isRefused(RuleId.PKI_6, "for emailProtection, codeSigning");
  }

  @Test
  void SERVER_AUTH_does_not_accept_clientAuth_alone() {
    TestJudgement.of(CLIENT)
        .trusting(ROOT)
        .with(KeyUsage.SERVER_AUTH)
        .isRefused(RuleId.PKI_6, "for clientAuth");
    TestJudgement.of(SERVER).trusting(ROOT).with(KeyUsage.SERVER_AUTH).isAccepted();
  }

  @Test
  void ANY_accepts_every_extended_key_usage() {
    TestJudgement.of(MAIL).trusting(ROOT).with(KeyUsage.ANY).isAccepted();
  }

  @Test
  void all_that_is_wrong_is_told_and_the_first_decides() {
    X509Certificate wrong =
        ROOT.issue(
            TestCertificate.of("CN=mail.contoso.com")
                .valid("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z")
                .extendedKeyUsage(KeyPurposeId.id_kp_codeSigning));

    CertificateVerdict verdict =
        TestJudgement.of(wrong)
            .trusting(ROOT)
            .with(ROOT.crl(crl -> crl.revoke(wrong, "2026-01-15T00:00:00Z")))
            .isRefused(RuleId.PKI_2, "expired");

    assertThat(test(verdict, RuleId.PKI_5).actual()).startsWith("revoked 2026-01-15");
    assertThat(test(verdict, RuleId.PKI_6).actual())
        .startsWith("for codeSigning: CN=mail.contoso.com, issued by CN=");
    assertThat(verdict.contestedReadings()).isEmpty();
  }

  @Test
  void contested_are_the_readings_that_alone_would_turn_the_verdict() {
    assertThat(TestJudgement.of(PLAIN).trusting(ROOT).verdict().contestedReadings()).isEmpty();
    assertThat(TestJudgement.of(CLIENT).trusting(ROOT).verdict().contestedReadings())
        .containsExactly(Reading.KEY_USAGE);
    assertThat(TestJudgement.of(PLAIN).verdict().contestedReadings())
        .containsExactly(Reading.CERTIFICATE_TRUST);
    assertThat(
            TestJudgement.of(PLAIN)
                .trusting(ROOT)
                .with(RevocationStatus.UNAVAILABLE)
                .verdict()
                .contestedReadings())
        .containsExactly(Reading.REVOCATION);
  }

  /** The statement about contested readings, tried out with evaluators of the other readings. */
  @ParameterizedTest
  @MethodSource("situations")
  void contested_readings_agree_with_evaluators_of_other_readings(
      PresentedCertificate presented, TrustAnchors anchors) {
    Map<Readings, CertificateVerdict> verdicts = new HashMap<>();
    for (Readings readings : everyReadings()) {
      verdicts.put(
          readings,
          new CertificateJudge(anchors)
              .judge(presented, new CertificateInstant(TestJudgement.AT))
              .under(readings));
    }
    verdicts.forEach(
        (readings, verdict) -> {
          List<Set<Reading>> turning = new ArrayList<>();
          verdicts.forEach(
              (other, otherVerdict) -> {
                if (otherVerdict.accepted() != verdict.accepted()) {
                  turning.add(changed(readings, other));
                }
              });
          assertThat(verdict.contestedReadings())
              .as("under %s", readings)
              .isEqualTo(smallest(turning));
        });
  }

  private static Set<Reading> changed(Readings readings, Readings other) {
    Set<Reading> changed = EnumSet.copyOf(DECIDING);
    changed.removeIf(reading -> readings.get(reading) == other.get(reading));
    return changed;
  }

  private static Set<Reading> smallest(List<Set<Reading>> sets) {
    Set<Reading> members = EnumSet.noneOf(Reading.class);
    for (Set<Reading> set : sets) {
      if (sets.stream().noneMatch(other -> !other.equals(set) && set.containsAll(other))) {
        members.addAll(set);
      }
    }
    return members;
  }

  @Test
  void contested_are_also_readings_that_only_turn_the_verdict_together() {
    TestJudgement untrusted =
        TestJudgement.of(PLAIN, ROOT.certificate()).with(RevocationStatus.UNAVAILABLE);

    assertThat(untrusted.verdict().contestedReadings())
        .containsExactlyInAnyOrder(Reading.CERTIFICATE_TRUST, Reading.REVOCATION);
    assertThat(TestJudgement.of(MAIL).verdict().contestedReadings())
        .containsExactlyInAnyOrder(Reading.CERTIFICATE_TRUST, Reading.KEY_USAGE);
  }

  static Stream<Arguments> situations() {
    X509Certificate selfSigned = TestCertificate.of("CN=gateway.contoso.com").selfSigned();
    RevocationStatus good = RevocationStatus.ofCrls(List.of(ROOT.crl(crl -> {})));
    Stream<PresentedCertificate> presented =
        Stream.of(PLAIN, CLIENT, SERVER, MAIL, selfSigned)
            .flatMap(
                leaf ->
                    Stream.of(
                        PresentedCertificate.of(leaf),
                        PresentedCertificate.of(leaf).withRevocationStatus(good),
                        PresentedCertificate.of(leaf)
                            .withRevocationStatus(
                                RevocationStatus.ofCrls(
                                    List.of(
                                        ROOT.crl(
                                            crl -> crl.revoke(leaf, "2026-03-01T00:00:00Z"))))),
                        PresentedCertificate.of(leaf)
                            .withRevocationStatus(RevocationStatus.UNAVAILABLE)));
    return presented.flatMap(
        each ->
            Stream.of(TrustAnchors.of(ROOT.certificate()), TrustAnchors.none())
                .map(anchors -> Arguments.of(each, anchors)));
  }

  private static List<Readings> everyReadings() {
    return Stream.of(Revocation.values())
        .map(value -> Readings.defaults().with(value))
        .flatMap(each -> Stream.of(CertificateTrust.values()).map(value -> each.with(value)))
        .flatMap(each -> Stream.of(KeyUsage.values()).map(value -> each.with(value)))
        .toList();
  }

  private static X509Certificate issue(KeyPurposeId... uses) {
    return ROOT.issue(TestCertificate.of("CN=mail.contoso.com").extendedKeyUsage(uses));
  }
}
