package org.exoattribution.analysis.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import org.exoattribution.analysis.lint.LintCases.LintCase;
import org.exoattribution.analysis.rulebook.RulePage;
import org.exoattribution.analysis.rulebook.RulePages;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.junit.jupiter.api.Test;

/** What the pages of the rules have findings say, and what findings say. */
class LintWordingTest {
  private static List<LintFinding> findings() {
    List<LintFinding> findings = new ArrayList<>();
    LintCases.all().stream().map(LintCase::fires).forEach(tenants -> collect(tenants, findings));
    Tenant contoso = LintCases.contoso(LintCases.partner().senderDomains("*").build());
    collect(List.of(contoso.toBuilder().mailEnabled(false).build()), findings);
    for (Arbitrary<TenantDirectory> worlds :
        List.of(LintWorlds.directories(), new LintTextTest().directories())) {
      worlds.generator(100).stream(new Random(1))
          .limit(1_000)
          .forEach(world -> collect(world.value().tenants(), findings));
    }
    return findings;
  }

  private static void collect(Collection<Tenant> tenants, List<LintFinding> findings) {
    LinterTest.KNOWING.findings(TenantDirectory.of(tenants)).forEach(findings::add);
  }

  @Example
  void each_wording_of_a_page_is_said_and_nothing_else_is_with_every_name_filled_in() {
    List<String> said =
        findings().stream()
            .map(each -> each.id() + " " + each.message() + " " + each.action())
            .distinct()
            .toList();

    assertThat(said).noneMatch(text -> text.matches(".*[{}].*"));
    for (RulePage page : (Iterable<RulePage>) pages()::iterator) {
      List<String> ofRule = said.stream().filter(s -> s.startsWith(page.id() + " ")).toList();
      assertThat(page.wordings()).as(page.id()).isNotEmpty();
      List<Pattern> wordings =
          page.wordings().values().stream().map(each -> pattern(page.id(), each)).toList();
      assertThat(wordings)
          .as(page.id())
          .allSatisfy(wording -> assertThat(ofRule).anyMatch(text -> matches(wording, text)));
      assertThat(ofRule)
          .as(page.id())
          .allSatisfy(text -> assertThat(wordings).anyMatch(wording -> matches(wording, text)));
    }
  }

  private static Stream<RulePage> pages() {
    return Linter.rules().stream().map(rule -> RulePages.ofLintRule(rule.id()));
  }

  private static boolean matches(Pattern wording, String text) {
    return wording.matcher(text).matches();
  }

  /** With anything for each name. */
  private static Pattern pattern(String id, RulePage.Wording wording) {
    String text = id + " " + wording.message() + " " + wording.action();
    return Pattern.compile(
        Stream.of(text.split("\\{[a-z]+}", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".+")));
  }

  /** A name in a configuration that looks like one of a wording stays what it is. */
  @Test
  void what_is_filled_in_is_not_filled_again() {
    Tenant tenant =
        Tenant.builder("{domain} \\ $1")
            .acceptedDomains("contoso.com")
            .inboundConnector(LintCases.byCertificate("mail.contoso.com"))
            .build();

    assertThat(Linter.standard().findings(TenantDirectory.of(tenant)))
        .extracting(LintFinding::message)
        .anyMatch(message -> message.startsWith("{domain} \\ $1 accepts contoso.com but not mail"));
  }
}
