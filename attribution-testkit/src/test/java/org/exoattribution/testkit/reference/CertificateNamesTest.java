package org.exoattribution.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Readings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of NAME-1, row by row, and its two readings. */
class CertificateNamesTest {
  private static final Readings DEFAULTS = Readings.defaults();

  @ParameterizedTest
  @CsvSource({
    "mail.contoso.com, mail.contoso.com, true",
    "mail.contoso.com, *.contoso.com,    true",
    "a.b.contoso.com,  *.contoso.com,    false",
    "contoso.com,      *.contoso.com,    false",
    "contoso.com,      mail.contoso.com, false",
    "*.contoso.com,    *.contoso.com,    true",
    "*.contoso.com,    mail.contoso.com, true",
    "*.contoso.com,    contoso.com,      true",
    "*.contoso.com,    a.b.contoso.com,  true",
    "*.contoso.com,    *.b.contoso.com,  true",
    "*.b.contoso.com,  *.contoso.com,    false",
    "*.contoso.com,    mail.fabrikam.com, false",
    "*.contoso.com,    xcontoso.com,     false",
    "MAIL.contoso.com, mail.CONTOSO.com, true",
  })
  void names_match_as_the_table_says(String connector, String presented, boolean match) {
    assertThat(match(connector, presented, DEFAULTS)).isEqualTo(match);
  }

  @ParameterizedTest
  @CsvSource({
    "*.contoso.com, contoso.com,      true",
    "*.contoso.com, *.contoso.com,    true",
    "*.contoso.com, mail.contoso.com, true",
    "*.contoso.com, a.b.contoso.com,  false",
    "*.contoso.com, *.b.contoso.com,  false",
  })
  void single_label_reaches_one_label_down(String connector, String presented, boolean match) {
    Readings readings = DEFAULTS.with("wildcardDepth", "SINGLE_LABEL");

    assertThat(match(connector, presented, readings)).isEqualTo(match);
  }

  @ParameterizedTest
  @CsvSource({
    "mail.contoso.com, *.contoso.com,    false",
    "mail.contoso.com, mail.contoso.com, true",
    "*.contoso.com,    *.contoso.com,    true",
  })
  void literal_takes_a_wildcard_certificate_for_no_host(
      String connector, String presented, boolean match) {
    Readings readings = DEFAULTS.with("wildcardCertificate", "LITERAL");

    assertThat(match(connector, presented, readings)).isEqualTo(match);
  }

  private static boolean match(String connector, String presented, Readings readings) {
    return CertificateNames.match(
        CertificateNamePattern.parse(connector),
        PresentedName.tryParse(presented).orElseThrow(),
        readings);
  }
}
