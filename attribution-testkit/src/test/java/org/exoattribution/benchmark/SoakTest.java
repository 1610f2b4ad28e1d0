package org.exoattribution.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import org.exoattribution.certificate.CertificateEvaluator;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.Finding;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.testkit.reference.ReferenceEngine;
import org.junit.jupiter.api.Test;

/** A short soak, so that the long one can be relied upon. */
class SoakTest {
  private static final SoakWorld WORLD = new SoakWorld(200);
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void nothing_differs_from_the_reference() throws InterruptedException, ExecutionException {
    assertThat(soak(WORLD.engine()).run(20_000, 2, 20)).isEmpty();

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("20,000 resolutions on 2 threads", "| 2,000 |", "| 100 of 100 |")
        .endsWith("0 differences from the reference\n");
  }

  @Test
  void the_reference_over_related_tenants_is_the_reference_over_all() {
    SoakWorld small = new SoakWorld(24);
    CertificateEvaluator certificates = small.evaluator();
    SoakReference related = new SoakReference(small.directory(), certificates);
    ReferenceEngine all = SoakReference.over(small.directory(), certificates);
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 1_000; i++) {
      SimulatedConnection connection = small.connection(random);
      assertThat(related.resolve(connection))
          .as("%s", connection)
          .isEqualTo(all.resolve(connection));
    }
  }

  @Test
  void an_engine_that_has_not_heard_of_a_tenant_differs()
      throws InterruptedException, ExecutionException {
    AttributionEngine forgetful =
        WORLD.engine().withDirectory(WORLD.directory().withoutTenant("tenant7"));

    assertThat(soak(forgetful).run(20_000, 2, 20)).isNotEmpty();
  }

  @Test
  void the_connections_bring_about_nearly_everything_that_can_happen() {
    AttributionEngine engine = WORLD.engine();
    SplittableRandom random = new SplittableRandom(1);
    Set<AttributionBasis> bases = new HashSet<>();
    Set<RejectionReason> reasons = new HashSet<>();
    Set<Finding.Id> findings = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      Attribution attribution = engine.resolve(WORLD.connection(random));
      attribution.fold(
          o -> bases.add(o.basis()), incoming -> false, rejected -> reasons.add(rejected.reason()));
      attribution.findings().forEach(finding -> findings.add(finding.id()));
    }
    // The others are those of older rules, of another reading, and of transactions.
    assertThat(bases)
        .containsExactlyInAnyOrder(
            AttributionBasis.CERTIFICATE_DOMAIN,
            AttributionBasis.MAIL_FROM,
            AttributionBasis.RCPT_TO);
    assertThat(reasons)
        .containsExactlyInAnyOrderElementsOf(
            EnumSet.complementOf(
                EnumSet.of(
                    RejectionReason.CERTIFICATE_REFUSED,
                    RejectionReason.RECIPIENT_DOMAIN_DIFFERS)));
    assertThat(findings)
        .containsExactlyInAnyOrderElementsOf(
            EnumSet.complementOf(EnumSet.of(Finding.Id.REVOCATION_NOT_CHECKED)));
  }

  private Soak soak(AttributionEngine engine) {
    return new Soak(WORLD, engine, new PrintStream(printed, true, StandardCharsets.UTF_8));
  }
}
