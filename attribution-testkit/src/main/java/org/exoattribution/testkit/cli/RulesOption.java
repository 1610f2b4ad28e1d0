package org.exoattribution.testkit.cli;

import java.util.Optional;
import org.exoattribution.model.RuleSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --rules}. */
final class RulesOption {
  @Option(names = "--rules", paramLabel = "RULES")
  private @Nullable RuleSet rules;

  /** What was given. */
  Optional<RuleSet> given() {
    return Optional.ofNullable(rules);
  }

  /** What was given, or else the current rules. */
  RuleSet rules() {
    return given().orElse(RuleSet.CURRENT);
  }
}
