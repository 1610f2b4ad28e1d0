package org.exoattribution.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.exoattribution.model.OcspResponse;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.Readings;
import org.exoattribution.model.Readings.CertificateTrust;
import org.exoattribution.model.RevocationStatus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the evaluator remembers is what it would work out again. */
class CertificateMemoryTest {
  private static final long DAY = 86_400;
  private static final TestAuthority ROOT = TestAuthority.root("CN=Contoso Root");

  /** All its times are different days of 2026, so that every one of them is a boundary. */
  private static final TestAuthority ISSUING =
      ROOT.issueCa(
          TestCertificate.ca("CN=Contoso Issuing CA")
              .valid("2026-01-10T00:00:00Z", "2026-11-20T00:00:00Z"));

  private static final X509Certificate LEAF =
      ISSUING.issue(
          TestCertificate.of("CN=mail.contoso.com")
              .valid("2026-02-01T00:00:00Z", "2026-12-01T00:00:00Z"));
  private static final PresentedCertificate PRESENTED =
      PresentedCertificate.of(LEAF, ISSUING.certificate())
          .withRevocationStatus(
              RevocationStatus.ofCrls(
                  List.of(
                      ROOT.crl(crl -> crl.valid("2026-02-20T00:00:00Z", "2026-09-01T00:00:00Z")),
                      ISSUING.crl(
                          crl ->
                              crl.valid("2026-03-01T00:00:00Z", "2026-10-01T00:00:00Z")
                                  .revoke(LEAF, "2026-07-01T00:00:00Z")))));
  private static final TrustAnchors ANCHORS = TrustAnchors.of(ROOT.certificate());

  @Property(tries = 100)
  void at_any_instant_the_remembered_verdict_is_the_fresh_one(
      @ForAll @Size(min = 2, max = 20) List<@LongRange(min = -30, max = 400) Long> days,
      @ForAll @LongRange(min = -1, max = 1) long seconds) {
    CertificateEvaluator evaluator = new CertificateEvaluator(ANCHORS, Readings.defaults());
    CertificateJudge judge = new CertificateJudge(ANCHORS);

    for (long day : days) {
      Instant at = TestCertificate.NOT_BEFORE.plusSeconds(day * DAY + seconds);
      assertThat(evaluator.evaluate(PRESENTED, at))
          .isEqualTo(judge.judge(PRESENTED, new CertificateInstant(at)).under(Readings.defaults()));
    }
  }

  @Test
  void a_verdict_holds_from_one_boundary_to_the_next() {
    AtomicInteger judgements = new AtomicInteger();
    CertificateMemory memory = counting(judgements);

    CertificateVerdict april = verdict(memory, PRESENTED, Instant.parse("2026-04-01T00:00:00Z"));
    CertificateVerdict march = verdict(memory, PRESENTED, Instant.parse("2026-03-01T00:00:00Z"));
    CertificateVerdict june = verdict(memory, PRESENTED, Instant.parse("2026-06-30T23:59:59Z"));

    assertThat(march).isSameAs(april);
    assertThat(june).isSameAs(april);
    assertThat(judgements).hasValue(1);
    assertThat(april.accepted()).isTrue();
    assertThat(verdict(memory, PRESENTED, Instant.parse("2026-07-01T00:00:00Z")).accepted())
        .isFalse();
    assertThat(judgements).hasValue(2);
    assertThat(verdict(memory, PRESENTED, Instant.parse("2026-04-02T00:00:00Z"))).isSameAs(april);
    assertThat(judgements).hasValue(2);
  }

  @Test
  void equal_certificates_share_a_verdict_and_different_material_does_not() {
    AtomicInteger judgements = new AtomicInteger();
    CertificateMemory memory = counting(judgements);
    PresentedCertificate equal =
        PresentedCertificate.of(LEAF, ISSUING.certificate())
            .withRevocationStatus(PRESENTED.revocationStatus().orElseThrow());

    CertificateVerdict verdict = verdict(memory, PRESENTED, TestJudgement.AT);

    assertThat(verdict(memory, equal, TestJudgement.AT)).isSameAs(verdict);
    assertThat(judgements).hasValue(1);
    verdict(memory, PresentedCertificate.of(PRESENTED.chain()), TestJudgement.AT);
    assertThat(judgements).hasValue(2);
  }

  @Test
  void many_at_once_who_see_a_certificate_first_do_the_work_once() throws Exception {
    int threads = 8;
    AtomicInteger judgements = new AtomicInteger();
    CertificateMemory memory = counting(judgements);
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      Callable<CertificateVerdict> first =
          () -> {
            start.await();
            return verdict(memory, PRESENTED, TestJudgement.AT);
          };
      List<CertificateVerdict> verdicts = new ArrayList<>();
      for (Future<CertificateVerdict> each :
          executor.invokeAll(Collections.nCopies(threads, first))) {
        verdicts.add(each.get());
      }

      assertThat(verdicts)
          .hasSize(threads)
          .allSatisfy(verdict -> assertThat(verdict).isSameAs(verdicts.get(0)));
      assertThat(judgements).hasValue(1);
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  @Tag("hostile")
  void what_is_remembered_is_bounded_in_bytes() {
    AtomicInteger judgements = new AtomicInteger();
    CertificateMemory memory =
        new CertificateMemory(
            (certificate, at) -> named("judgement " + judgements.incrementAndGet()));
    X509Certificate large =
        TestCertificate.of("CN=mail.contoso.com")
            .with(
                new ASN1ObjectIdentifier("1.3.6.1.4.1.55555.1"),
                false,
                new DEROctetString(new byte[200_000]))
            .selfSigned();
    int fitting = (int) (CertificateMemory.MOST_BYTES / 800_000);

    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 5 * fitting; i++) {
        OcspResponse material = OcspResponse.ofDer(new byte[] {(byte) i, (byte) (i >> 8)});
        verdict(
            memory,
            PresentedCertificate.of(large)
                .withRevocationStatus(new RevocationStatus(List.of(), List.of(material))),
            TestJudgement.AT);
      }
    }

    assertThat(judgements.get() - 5 * fitting).isBetween(4 * fitting, 5 * fitting);
  }

  @Test
  void evaluators_of_equal_anchors_share_what_is_known_whatever_their_readings() {
    CertificateVerdict verdict =
        new CertificateEvaluator(ANCHORS, Readings.defaults())
            .evaluate(PRESENTED, TestJudgement.AT);
    TrustAnchors equal = TrustAnchors.of(ROOT.certificate());
    Readings any = Readings.defaults().with(CertificateTrust.ANY);

    assertThat(
            new CertificateEvaluator(equal, Readings.defaults())
                .evaluate(PRESENTED, TestJudgement.AT))
        .isSameAs(verdict);
    assertThat(new CertificateEvaluator(equal, any).evaluate(PRESENTED, TestJudgement.AT).path())
        .isEqualTo(verdict.path());
    assertThat(
            new CertificateEvaluator(TrustAnchors.none(), Readings.defaults())
                .evaluate(PRESENTED, TestJudgement.AT)
                .accepted())
        .isFalse();
  }

  @Test
  void the_extremes_of_time_are_instants_like_others() {
    CertificateEvaluator evaluator = new CertificateEvaluator(ANCHORS, Readings.defaults());

    assertThat(evaluator.evaluate(PRESENTED, Instant.MIN).firstFailure().orElseThrow().actual())
        .startsWith("not valid before");
    assertThat(evaluator.evaluate(PRESENTED, Instant.MAX).firstFailure().orElseThrow().actual())
        .startsWith("expired");
  }

  @Test
  void a_certificate_whose_instants_alternate_over_many_boundaries_is_judged_rightly() {
    AtomicInteger judgements = new AtomicInteger();
    CertificateMemory memory =
        new CertificateMemory(
            (certificate, at) -> {
              judgements.incrementAndGet();
              at.isBefore(Date.from(TestJudgement.AT));
              at.isAfter(Date.from(TestJudgement.AT));
              return named("judgement " + judgements);
            });

    CertificateVerdict before = verdict(memory, PRESENTED, TestJudgement.AT.minusSeconds(1));
    CertificateVerdict at = verdict(memory, PRESENTED, TestJudgement.AT);
    CertificateVerdict after = verdict(memory, PRESENTED, TestJudgement.AT.plusSeconds(1));

    assertThat(List.of(before, at, after)).doesNotHaveDuplicates();
    assertThat(verdict(memory, PRESENTED, Instant.MIN)).isSameAs(before);
    assertThat(verdict(memory, PRESENTED, TestJudgement.AT.plusMillis(999))).isSameAs(at);
    assertThat(verdict(memory, PRESENTED, Instant.MAX)).isSameAs(after);
    assertThat(judgements).hasValue(3);
  }

  private static CertificateMemory counting(AtomicInteger judgements) {
    CertificateJudge judge = new CertificateJudge(ANCHORS);
    return new CertificateMemory(
        (certificate, at) -> {
          judgements.incrementAndGet();
          return judge.judge(certificate, at);
        });
  }

  private static CertificateVerdict verdict(
      CertificateMemory memory, PresentedCertificate certificate, Instant at) {
    return memory.verdicts(certificate, at).under(Readings.defaults());
  }

  private static CertificateVerdicts named(String reason) {
    return new CertificateVerdicts(
        (readings, all) ->
            new CertificateVerdict(List.of(), List.of(), List.of(), Optional.of(reason), Set.of()));
  }
}
