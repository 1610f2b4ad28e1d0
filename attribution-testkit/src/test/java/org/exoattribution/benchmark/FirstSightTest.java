package org.exoattribution.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.exoattribution.certificate.CertificateEvaluator;
import org.exoattribution.certificate.TrustAnchors;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.Readings;
import org.exoattribution.testkit.design.Connections;
import org.exoattribution.testkit.pki.CertificateBundle;
import org.exoattribution.testkit.pki.KeyAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the benchmark of first sight compares: an accepted chain, and signatures that hold. */
class FirstSightTest {

  @ParameterizedTest
  @CsvSource({"RSA_2048, false, 2", "RSA_2048, true, 4", "P256, false, 2", "P256, true, 4"})
  void the_chain_is_accepted_and_all_its_signatures_hold(
      KeyAlgorithm keys, boolean crls, int signatures) throws GeneralSecurityException {
    CertificateBundle bundle = FirstSightBenchmark.chain(keys, crls);
    CertificateEvaluator evaluator =
        new CertificateEvaluator(TrustAnchors.of(bundle.trustAnchors()), Readings.defaults());

    assertThat(evaluator.evaluate(EncodedChain.of(bundle).parse(), Connections.AT).accepted())
        .isTrue();
    assertThat(SignatureChecks.of(bundle).run()).isEqualTo(signatures);
  }

  @Test
  void what_is_parsed_twice_has_nothing_in_common() throws GeneralSecurityException {
    EncodedChain chain = EncodedChain.of(FirstSightBenchmark.chain(KeyAlgorithm.RSA_2048, true));
    Set<Object> objects = Collections.newSetFromMap(new IdentityHashMap<>());
    for (PresentedCertificate each : List.of(chain.parse(), chain.parse())) {
      objects.addAll(each.chain());
      objects.addAll(each.revocationStatus().orElseThrow().crls());
    }

    assertThat(objects).hasSize(8);
  }

  @Test
  void no_sight_is_remembered_from_another() throws GeneralSecurityException {
    FirstSightBenchmark benchmark = new FirstSightBenchmark();
    benchmark.keys = KeyAlgorithm.P256;
    benchmark.issue();

    assertThat(Stream.generate(benchmark::anchors).limit(200)).doesNotHaveDuplicates();
  }
}
