package org.exoattribution.analysis.lint;

import java.util.Map;
import java.util.function.BiConsumer;
import org.exoattribution.analysis.rulebook.RulePage;
import org.exoattribution.analysis.rulebook.RulePages;

/**
 * A rule of the linter and how to find its places in one tenant.
 *
 * @param wordings what its page has findings say
 * @param search reports at most one finding at a place, or else each with a subject that tells it
 *     from the others
 */
record LintCheck(
    LintRule rule, Map<String, RulePage.Wording> wordings, BiConsumer<Linted, Findings> search) {

  static LintCheck of(String id, BiConsumer<Linted, Findings> search) {
    RulePage page = RulePages.ofLintRule(id);
    return new LintCheck(LintRule.of(page), page.wordings(), search);
  }
}
