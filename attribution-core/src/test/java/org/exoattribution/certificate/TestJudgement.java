package org.exoattribution.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.OcspResponse;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RevocationStatus;
import org.exoattribution.model.RuleId;

/** A certificate put to the evaluator in a test, and what is expected of the verdict. */
final class TestJudgement {
  static final Instant AT = Instant.parse("2026-06-01T00:00:00Z");

  private final List<X509Certificate> chain;
  private TrustAnchors anchors = TrustAnchors.none();
  private Readings readings = Readings.defaults();
  private Optional<RevocationStatus> status = Optional.empty();
  private Instant at = AT;

  private TestJudgement(List<X509Certificate> chain) {
    this.chain = chain;
  }

  static TestJudgement of(X509Certificate... chain) {
    return new TestJudgement(List.of(chain));
  }

  static TestJudgement of(List<X509Certificate> chain) {
    return new TestJudgement(chain);
  }

  TestJudgement trusting(TestAuthority... authorities) {
    return trusting(
        TrustAnchors.of(List.of(authorities).stream().map(TestAuthority::certificate).toList()));
  }

  TestJudgement trusting(TrustAnchors value) {
    anchors = value;
    return this;
  }

  TestJudgement with(Readings.Value value) {
    readings = readings.with(value);
    return this;
  }

  TestJudgement with(X509CRL... crls) {
    return with(RevocationStatus.ofCrls(List.of(crls)));
  }

  TestJudgement with(OcspResponse... responses) {
    return with(new RevocationStatus(List.of(), List.of(responses)));
  }

  TestJudgement with(RevocationStatus value) {
    status = Optional.of(status.map(known -> known.and(value)).orElse(value));
    return this;
  }

  TestJudgement at(String value) {
    at = Instant.parse(value);
    return this;
  }

  CertificateVerdict verdict() {
    PresentedCertificate presented = PresentedCertificate.of(chain);
    return new CertificateEvaluator(anchors, readings)
        .evaluate(status.map(presented::withRevocationStatus).orElse(presented), at);
  }

  CertificateVerdict isAccepted() {
    CertificateVerdict verdict = verdict();
    assertThat(verdict.firstFailure()).isEmpty();
    return verdict;
  }

  /** The rule is the first that fails, and the explanation holds the text. */
  CertificateVerdict isRefused(RuleId rule, String text) {
    CertificateVerdict verdict = verdict();
    assertThat(verdict.firstFailure()).map(ConditionExplanation::rule).contains(rule);
    assertThat(verdict.firstFailure().orElseThrow().actual()).contains(text);
    return verdict;
  }

  static ConditionExplanation test(CertificateVerdict verdict, RuleId rule) {
    return verdict.tests().stream().filter(test -> test.rule() == rule).findFirst().orElseThrow();
  }

  static Outcome outcome(CertificateVerdict verdict, RuleId rule) {
    return test(verdict, rule).outcome();
  }
}
