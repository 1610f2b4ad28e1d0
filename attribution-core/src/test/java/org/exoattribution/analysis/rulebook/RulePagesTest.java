package org.exoattribution.analysis.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.exoattribution.analysis.lint.LintRule;
import org.exoattribution.analysis.lint.Linter;
import org.exoattribution.model.Finding;
import org.exoattribution.model.Reading;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.RuleId;
import org.junit.jupiter.api.Test;

class RulePagesTest {
  @Test
  void every_rule_reason_finding_and_reading_has_one_page_and_no_page_is_about_anything_else() {
    List<String> ids =
        Stream.<Object[]>of(
                RuleId.values(), RejectionReason.values(), Finding.Id.values(), Reading.values())
            .flatMap(Arrays::stream)
            .map(Object::toString)
            .toList();

    assertThat(RulePages.all())
        .filteredOn(page -> page.severity().isEmpty())
        .extracting(RulePage::id)
        .containsExactlyInAnyOrderElementsOf(ids)
        .doesNotHaveDuplicates();
  }

  @Test
  void every_rule_of_the_linter_has_one_page_with_its_severity_and_what_to_do() {
    assertThat(RulePages.all())
        .filteredOn(page -> page.severity().isPresent())
        .extracting(RulePage::id, page -> page.severity().get(), RulePage::remedy)
        .containsExactlyElementsOf(
            Stream.concat(Linter.rules().stream(), Stream.of(LintRule.UNUSED_SUPPRESSION))
                .map(rule -> tuple(rule.id(), rule.severity(), rule.remedy()))
                .toList());
  }

  @Test
  void an_id_that_a_finding_shares_with_a_rule_of_the_linter_has_both_pages() {
    assertThat(RulePages.about("CERTIFICATE_DOMAIN_NOT_ACCEPTED"))
        .extracting(page -> page.severity().isPresent())
        .containsExactly(false, true);
  }

  @Test
  void every_page_has_a_text_that_fits_on_a_screen_and_a_source() {
    assertThat(RulePages.all())
        .allSatisfy(
            page -> {
              assertThat(page.title()).as(page.id()).isNotBlank().doesNotEndWith(".");
              assertThat(page.meaning()).as(page.id()).endsWith(".").hasSizeBetween(50, 500);
              if (page.severity().isEmpty()) {
                assertThat(page.causes()).as(page.id()).endsWith(".").hasSizeBetween(20, 350);
              }
              assertThat(page.remedy()).as(page.id()).endsWith(".").hasSizeLessThan(350);
              assertThat(page.sources()).as(page.id()).isNotEmpty().doesNotHaveDuplicates();
            });
  }

  @Test
  void a_page_is_found_by_its_id_its_attr_number_and_its_status_code_in_any_letter_case() {
    assertThat(RulePages.about("cert-3")).extracting(RulePage::id).containsExactly("CERT-3");
    assertThat(RulePages.about("ATTR36"))
        .extracting(RulePage::id)
        .containsExactly("DOMAIN_NOT_ACCEPTED");
    assertThat(RulePages.about("5.7.64"))
        .extracting(RulePage::id)
        .containsExactly("NO_CONNECTOR_MATCHED", "DOMAIN_NOT_ACCEPTED");
    assertThat(RulePages.about("wildcarddepth"))
        .extracting(RulePage::id)
        .containsExactly("wildcardDepth");
    assertThat(RulePages.about("CERT-9")).isEmpty();
  }

  @Test
  void every_source_is_cited() {
    assertThat(RulePages.all())
        .flatExtracting(RulePage::sources)
        .contains(
            Arrays.stream(RulePageSource.values())
                .filter(source -> !UNCITED.contains(source))
                .map(RulePageSource::title)
                .toArray(String[]::new));
  }

  /** Cited by scenarios alone. */
  private static final List<RulePageSource> UNCITED =
      List.of(RulePageSource.KB4019940, RulePageSource.OD_ADDON);
}
