package org.exoattribution.testkit.jqwik;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import org.exoattribution.testkit.pki.SyntheticCertificate;

/** Where a certificate carries its names, which PKI-7 takes together. */
enum CertificateForm {
  /** The first name as CN, the others as SAN. */
  CN_AND_SAN,
  /** No CN. */
  SAN_ONLY,
  /** A CN that is no domain name. */
  CN_IS_NO_NAME;

  SyntheticCertificate of(String first, List<String> others) {
    List<String> all = Stream.concat(Stream.of(first), others.stream()).toList();
    return switch (this) {
      case CN_AND_SAN -> SyntheticCertificate.named(first).withSubjectAltNames(others);
      case SAN_ONLY -> SyntheticCertificate.nameless().withSubjectAltNames(all);
      case CN_IS_NO_NAME -> SyntheticCertificate.named("Mail Gateway").withSubjectAltNames(all);
    };
  }

  static Arbitrary<CertificateForm> forms() {
    return Arbitraries.frequency(
        Tuple.of(6, CN_AND_SAN), Tuple.of(1, SAN_ONLY), Tuple.of(1, CN_IS_NO_NAME));
  }
}
