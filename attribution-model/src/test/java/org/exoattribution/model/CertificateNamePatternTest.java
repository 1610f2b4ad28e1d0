package org.exoattribution.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.model.Refusals.assertRefused;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CON-2. */
class CertificateNamePatternTest {

  @ParameterizedTest
  @CsvSource({
    "mail.contoso.com,     mail.contoso.com, false",
    "contoso.com,          contoso.com,      false",
    "*.contoso.com,        contoso.com,      true",
    "*.Mail.CONTOSO.com.,  mail.contoso.com, true",
    "*.com,                com,              true",
    "M\u00dcNCHEN.example, xn--mnchen-3ya.example, false",
    "*.m\u00fcnchen.example, xn--mnchen-3ya.example, true",
  })
  void a_domain_or_a_star_and_a_domain_is_taken(String text, String domain, boolean wildcard) {
    CertificateNamePattern pattern = CertificateNamePattern.parse(text);

    assertThat(pattern)
        .isEqualTo(new CertificateNamePattern(DomainName.parse(domain), wildcard))
        .hasToString((wildcard ? "*." : "") + domain);
    assertThat(CertificateNamePattern.parse(pattern.toString())).isEqualTo(pattern);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "*.",
        "**.contoso.com",
        "*.*.contoso.com",
        "*contoso.com",
        "mail*.contoso.com",
        "mail.*.contoso.com",
        "contoso.*",
        ".contoso.com",
        "*..contoso.com",
        "con_toso.com",
        "192.0.2.1",
        "smtp:contoso.com;1",
        "CN=mail.contoso.com",
        "<I>CN=Example CA<S>CN=mail.contoso.com",
        "mail.contoso.com ",
      })
  void a_lone_or_embedded_star_and_what_is_no_domain_are_refused_with_the_value(String text) {
    assertRefused(
        () -> CertificateNamePattern.parse(text),
        "\""
            + text
            + "\" is not a TlsSenderCertificateName: expected a domain or *. and a domain, such as"
            + " mail.contoso.com or *.contoso.com (CON-2)");
  }
}
