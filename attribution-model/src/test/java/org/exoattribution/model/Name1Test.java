package org.exoattribution.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NAME-1. */
class Name1Test {

  /** The columns after the names: by default, with SINGLE_LABEL, with LITERAL, with both. */
  @ParameterizedTest
  @CsvSource({
    "mail.contoso.com, mail.contoso.com, true,  true,  true,  true",
    "mail.contoso.com, *.contoso.com,    true,  true,  false, false",
    "a.b.contoso.com,  *.contoso.com,    false, false, false, false",
    "contoso.com,      *.contoso.com,    false, false, false, false",
    "contoso.com,      mail.contoso.com, false, false, false, false",
    "*.contoso.com,    *.contoso.com,    true,  true,  true,  true",
    "*.contoso.com,    mail.contoso.com, true,  true,  true,  true",
    "*.contoso.com,    contoso.com,      true,  true,  true,  true",
    "*.contoso.com,    a.b.contoso.com,  true,  false, true,  false",
    "*.contoso.com,    *.b.contoso.com,  true,  false, true,  false",
    "*.b.contoso.com,  *.contoso.com,    false, false, false, false",
    // Differs in case only: as if equal.
    "MAIL.contoso.COM, mail.Contoso.com, true,  true,  true,  true",
    "*.CONTOSO.com,    A.B.contoso.com,  true,  false, true,  false",
    // Not in the table: what is near a row and must not match.
    "mail.contoso.com, xmail.contoso.com, false, false, false, false",
    "mail.contoso.com, *.mail.contoso.com, false, false, false, false",
    "mail.contoso.com, contoso.com,      false, false, false, false",
    "mail.contoso.com, *.com,            false, false, false, false",
    "*.contoso.com,    xcontoso.com,     false, false, false, false",
    "*.contoso.com,    com,              false, false, false, false",
    "*.contoso.com,    *.com,            false, false, false, false",
    "*.contoso.com,    contoso.com.example, false, false, false, false",
    "com,              *.contoso.com,    false, false, false, false",
  })
  void a_connector_name_matches_as_the_table_says(
      String connector,
      String presented,
      boolean byDefault,
      boolean singleLabel,
      boolean literal,
      boolean both) {
    CertificateNamePattern pattern = CertificateNamePattern.parse(connector);
    PresentedName name = PresentedName.tryParse(presented).orElseThrow();
    Readings readings = Readings.defaults();

    assertThat(pattern.matches(name, readings)).isEqualTo(byDefault);
    assertThat(pattern.matches(name, readings.with("wildcardDepth", "SINGLE_LABEL")))
        .isEqualTo(singleLabel);
    assertThat(pattern.matches(name, readings.with("wildcardCertificate", "LITERAL")))
        .isEqualTo(literal);
    assertThat(
            pattern.matches(
                name,
                readings
                    .with("wildcardDepth", "SINGLE_LABEL")
                    .with("wildcardCertificate", "LITERAL")))
        .isEqualTo(both);
  }

  @Property(tries = 1000)
  void the_contested_reading_is_the_one_whose_other_value_turns_the_match(
      @ForAll("patterns") CertificateNamePattern pattern,
      @ForAll("presentedNames") PresentedName name,
      @ForAll("namingReadings") Readings readings) {
    boolean now = pattern.matches(name, readings);
    List<Reading> turning =
        Stream.of(Reading.values())
            .filter(
                reading ->
                    readings.alternatives(reading).stream()
                        .anyMatch(other -> pattern.matches(name, other) != now))
            .toList();

    assertThat(turning)
        .isEqualTo(pattern.isContestedBy(name) ? List.of(pattern.contestedReading()) : List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "mail.contoso.com, false",
    "*.contoso.com,    true",
    "*.com,            true",
  })
  void a_presented_name_reads_and_shows_as_the_certificate_has_it(String text, boolean wildcard) {
    Optional<PresentedName> name = PresentedName.tryParse(text);

    assertThat(name).get().hasToString(text);
    assertThat(name.map(PresentedName::wildcard)).contains(wildcard);
  }

  /** PKI-7. */
  @ParameterizedTest
  @CsvSource({
    "Contoso Mail Gateway",
    "''",
    "*",
    "*.",
    "**.contoso.com",
    "*.*.contoso.com",
    "mail*.contoso.com",
    "mail.*.com",
    "192.0.2.1",
    "someone@contoso.com",
    "'mail.contoso.com\u0000.fabrikam.com'",
    "https://contoso.com",
  })
  void a_text_that_is_not_a_domain_name_is_no_presented_name(String text) {
    assertThat(PresentedName.tryParse(text)).isEmpty();
  }

  @Provide
  Arbitrary<CertificateNamePattern> patterns() {
    return Combinators.combine(domains(), Arbitraries.of(true, false))
        .as(CertificateNamePattern::new);
  }

  @Provide
  Arbitrary<PresentedName> presentedNames() {
    return Combinators.combine(domains(), Arbitraries.of(true, false)).as(PresentedName::new);
  }

  private static Arbitrary<DomainName> domains() {
    return Arbitraries.of("a", "b", "mail")
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(labels -> DomainName.parse(String.join(".", labels) + ".example"));
  }

  @Provide
  Arbitrary<Readings> namingReadings() {
    return Combinators.combine(
            Arbitraries.of("ALL_SUBDOMAINS", "SINGLE_LABEL"),
            Arbitraries.of("COVERS_HOST", "LITERAL"))
        .as(
            (depth, certificate) ->
                Readings.defaults()
                    .with("wildcardDepth", depth)
                    .with("wildcardCertificate", certificate));
  }
}
