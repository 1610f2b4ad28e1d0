package org.exoattribution.testkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.exoattribution.analysis.rulebook.RulePage;
import org.exoattribution.analysis.rulebook.RulePages;
import org.exoattribution.testkit.render.Palette;
import org.exoattribution.testkit.render.RulePageText;
import org.junit.jupiter.api.Test;

class RuleCommandTest {
  @Test
  void a_rule_has_its_page() {
    CommandRun run = CommandRun.of("rule", "cert-3");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .startsWith("CERT-3\n  A candidate is owned if its tenant accepts the domain\n")
        .contains("\n  What to do ", "\n  Evidence   DOCUMENTED\n", "\n  Source     ");
  }

  @Test
  void a_status_code_that_several_replies_share_has_all_their_pages() {
    assertThat(CommandRun.of("rule", "5.7.64").out())
        .contains("NO_CONNECTOR_MATCHED (5.7.64)\n", "\nDOMAIN_NOT_ACCEPTED (ATTR36, 5.7.64)\n");
  }

  @Test
  void a_rule_of_lint_has_its_page_with_severity_and_what_to_do() {
    CommandRun run = CommandRun.of("rule", "address_shared");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .startsWith(
            """
            ADDRESS_SHARED (lint, ERROR)
              an address is also that of another tenant's OnPremises connector
            """)
        .contains("\n  Meaning    ", "\n  What to do Let the gateway present a certificate")
        .endsWith("  Source     IP-2, IP-3, MC1226222\n")
        .doesNotContain("Causes", "Evidence");
    assertThat(CommandRun.of("rule", "ADRESS_SHARED").err()).contains("ADDRESS_SHARED");
    assertThat(CommandRun.of("rule").out()).contains("\nPARTNER_REFUSES_HYBRID_MAIL ");
  }

  @Test
  void an_unknown_id_is_refused_with_the_nearest_ones() {
    CommandRun run = CommandRun.of("rule", "CERT-33");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("there is nothing named \"CERT-33\": expected ")
        .contains("CERT-3")
        .hasLineCount(1);
  }

  @Test
  void without_an_id_all_are_listed() {
    assertThat(CommandRun.of("rule").out().lines())
        .hasSizeGreaterThanOrEqualTo(RulePages.all().size());
  }

  @Test
  void every_page_fits_on_a_screen() {
    RulePageText text = new RulePageText(Palette.NONE);
    for (RulePage page : RulePages.all()) {
      assertThat(text.page(page).lines().toList())
          .as(page.id())
          .hasSizeBetween(5, 20)
          .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }
  }
}
