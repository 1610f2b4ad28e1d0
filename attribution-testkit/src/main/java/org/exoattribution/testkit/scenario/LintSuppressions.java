package org.exoattribution.testkit.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exoattribution.analysis.lint.LintFinding;
import org.exoattribution.analysis.lint.LintRule;
import org.exoattribution.analysis.lint.Linter;
import org.exoattribution.testkit.document.Documents;
import org.exoattribution.testkit.document.Node;
import org.exoattribution.testkit.document.SourceFiles;
import org.exoattribution.testkit.document.StrictObject;
import org.exoattribution.testkit.document.Typed;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;

/**
 * The findings of the linter that somebody accepted, in a file beside the tenants: a list of
 * objects with {@code rule}, {@code tenant}, {@code connector} if one is meant, and {@code reason}.
 * It remembers which were needed, because a decision about nothing is a leftover or a mistake.
 */
public final class LintSuppressions {
  /** The name under which the file is looked for beside the tenants. */
  public static final String FILE_NAME = "lint-suppressions.yaml";

  private static final List<String> KEYS = List.of("rule", "tenant", "connector", "reason");

  private final List<Suppression> all;
  private final Set<Suppression> unused;

  /**
   * A decision that a finding of the linter is accepted, with the reason, which is mandatory.
   *
   * @param rule the id of the rule
   * @param tenant the tenant's name; letter case does not count
   * @param connector the connector's name; if empty, all findings of the rule in the tenant are
   *     meant
   * @param reason why the finding is accepted
   * @param location where the decision is written down
   */
  public record Suppression(
      String rule,
      String tenant,
      Optional<String> connector,
      String reason,
      SourceLocation location) {

    /** Whether the finding is meant. */
    public boolean covers(LintFinding finding) {
      return rule.equals(finding.id())
          && tenant.equalsIgnoreCase(finding.tenant())
          && connector
              .map(name -> finding.connector().filter(name::equalsIgnoreCase).isPresent())
              .orElse(true);
    }

    /** {@code rule at tenant / connector}. */
    @Override
    public String toString() {
      return rule + " at " + tenant + connector.map(name -> " / " + name).orElse("");
    }
  }

  private LintSuppressions(List<Suppression> suppressions) {
    all = suppressions;
    unused = new LinkedHashSet<>(suppressions);
  }

  /** No suppressions. */
  public static LintSuppressions none() {
    return new LintSuppressions(List.of());
  }

  /**
   * Those beside the tenants: in the folder of exports, or in the folder that the file is in.
   *
   * @throws ScenarioException if there is such a file and it cannot be used
   */
  public static LintSuppressions beside(Path tenants) {
    Path file =
        Files.isDirectory(tenants) ? tenants.resolve(FILE_NAME) : tenants.resolveSibling(FILE_NAME);
    return Files.exists(file) ? read(file) : none();
  }

  /**
   * Reads a file in YAML or JSON.
   *
   * @throws ScenarioException if it cannot be used: a reason is missing, or there is no such rule
   */
  public static LintSuppressions read(Path file) {
    String source = file.toString();
    Optional<Node> document =
        Documents.parse(source, SourceFiles.text(source, SourceFiles.bytes(file)));
    String expected = "a list of suppressions, each with a reason";
    return new LintSuppressions(
        document.map(list -> Typed.list(list, "the document", expected)).orElse(List.of()).stream()
            .map(node -> suppression(new StrictObject(node, "a suppression", KEYS)))
            .toList());
  }

  private static Suppression suppression(StrictObject object) {
    List<String> known = Linter.rules().stream().map(LintRule::id).toList();
    String id = Typed.name(object.require("rule", "the id of a rule"), "rule", known);
    String expected = "why the finding is accepted";
    Node reason = object.require("reason", expected);
    String why = Typed.text(reason, "reason");
    if (why.isBlank()) {
      throw Typed.wrong(reason, "reason", expected);
    }
    String tenant = Typed.text(object.require("tenant", "the name of a tenant"), "tenant");
    return new Suppression(id, tenant, object.text("connector"), why, object.location());
  }

  /** Why a finding is accepted, if it is; what covers it is used from now on. */
  public Optional<String> reasonFor(LintFinding finding) {
    Optional<String> reason = Optional.empty();
    for (Suppression suppression : all) {
      if (suppression.covers(finding)) {
        unused.remove(suppression);
        reason = reason.or(() -> Optional.of(suppression.reason()));
      }
    }
    return reason;
  }

  /** Those that covered none of the findings asked for so far, in their order. */
  public List<Suppression> unused() {
    return List.copyOf(unused);
  }
}
