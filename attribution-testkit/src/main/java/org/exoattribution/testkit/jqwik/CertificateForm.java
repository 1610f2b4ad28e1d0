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
  CN_AND_SAN {
    @Override
    SyntheticCertificate of(String first, List<String> others) {
      return SyntheticCertificate.named(first).withSubjectAltNames(others);
    }
  },
  /** No CN. */
  SAN_ONLY {
    @Override
    SyntheticCertificate of(String first, List<String> others) {
      return SyntheticCertificate.nameless().withSubjectAltNames(together(first, others));
    }
  },
  /** A CN that is no domain name. */
  CN_IS_NO_NAME {
    @Override
    SyntheticCertificate of(String first, List<String> others) {
      return SyntheticCertificate.named("Mail Gateway")
          .withSubjectAltNames(together(first, others));
    }
  };

  abstract SyntheticCertificate of(String first, List<String> others);

  static Arbitrary<CertificateForm> forms() {
    return Arbitraries.frequency(
        Tuple.of(6, CN_AND_SAN), Tuple.of(1, SAN_ONLY), Tuple.of(1, CN_IS_NO_NAME));
  }

  private static List<String> together(String first, List<String> others) {
    return Stream.concat(Stream.of(first), others.stream()).toList();
  }
}
