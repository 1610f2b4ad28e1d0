package org.exoattribution.analysis.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private static final Path BOOK =
      Path.of("src/main/resources/org/exoattribution/analysis/rulebook");

  @Test
  void every_rule_reason_finding_and_reading_has_one_page_and_no_page_is_about_anything_else() {
    List<String> ids =
        Stream.<Object[]>of(
                RuleId.values(), RejectionReason.values(), Finding.Id.values(), Reading.values())
            .flatMap(Arrays::stream)
            .map(Object::toString)
            .toList();

    assertThat(RulePages.all())
        .filteredOn(page -> page.severity().isEmpty() && !page.isAbout("OBSERVED"))
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
                .map(rule -> tuple(rule.id(), rule.severity().name(), rule.remedy()))
                .toList());
  }

  @Test
  void every_field_of_an_observation_is_on_a_page_about_it_with_its_evidence() {
    assertThat(RulePages.about("observed"))
        .hasSize(10)
        .allSatisfy(page -> assertThat(page.meaning()).contains("Evidence "));
    for (String field : List.of("FromEntityHeader", "Return-Path", "custom_data", "AGREES_IF")) {
      assertThat(RulePages.about(field)).as(field).hasSize(1);
    }
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

  /** The list of the book is its only table of contents. */
  @Test
  void the_readme_lists_every_page_with_its_title() throws IOException {
    List<String> listed = PageFile.listed();
    try (Stream<Path> files = Files.walk(BOOK)) {
      assertThat(listed)
          .containsExactlyInAnyOrderElementsOf(
              files
                  .filter(file -> Files.isRegularFile(file) && !BOOK.equals(file.getParent()))
                  .map(file -> BOOK.relativize(file).toString().replace('\\', '/'))
                  .toList());
    }
    String readme = Files.readString(BOOK.resolve("README.md"));
    for (String path : listed) {
      String heading = Files.readAllLines(BOOK.resolve(path)).get(0);
      String[] parts = heading.substring("# ".length()).split(": ", 2);
      assertThat(path).endsWith("/" + parts[0] + ".md");
      assertThat(readme).contains("- [" + parts[0] + "](" + path + "): " + parts[1] + "\n");
    }
  }

  @Test
  void every_source_is_known() throws IOException {
    List<String> known =
        Files.readAllLines(BOOK.resolve("sources.md")).stream()
            .filter(line -> line.startsWith("| "))
            .map(line -> Splitter.on('|').trimResults().splitToList(line).get(2))
            .toList();

    assertThat(RulePages.all())
        .filteredOn(page -> page.severity().isEmpty())
        .allSatisfy(page -> assertThat(known).containsAll(page.sources()));
  }
}
