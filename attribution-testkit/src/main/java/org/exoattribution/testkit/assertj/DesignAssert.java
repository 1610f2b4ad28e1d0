package org.exoattribution.testkit.assertj;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.exoattribution.analysis.lint.LintFinding;
import org.exoattribution.analysis.lint.LintRule;
import org.exoattribution.analysis.lint.Linter;
import org.exoattribution.analysis.search.ExpectedFlow;
import org.exoattribution.analysis.search.MisrouteReport;
import org.exoattribution.analysis.search.MisrouteSearch;
import org.exoattribution.analysis.search.SourceName;
import org.exoattribution.testkit.design.Design;
import org.exoattribution.testkit.render.layout.Printable;

/** Assertions about a whole design: that no mail can go astray in it. */
public class DesignAssert extends AbstractAssert<DesignAssert, Design> {
  private static final int MOST_SHOWN = 5;

  private final List<ExpectedFlow> flows = new ArrayList<>();
  private final List<SourceName> shared = new ArrayList<>();

  /** About this design. */
  public DesignAssert(Design actual) {
    super(actual, DesignAssert.class);
  }

  /**
   * What {@link #hasNoMisroutes} takes for meant: a source that may send for these tenants, such as
   * {@code 203.0.113.10=contoso,fabrikam}.
   *
   * @throws org.exoattribution.model.InvalidValueException if the text is no such flow
   */
  public DesignAssert exceptFlow(String flow) {
    flows.add(ExpectedFlow.parse(flow));
    return this;
  }

  /**
   * What {@link #hasNoMisroutes} takes for given: mail of others comes from this source too, an
   * address or the name of a certificate.
   *
   * @throws org.exoattribution.model.InvalidValueException if the text is no such source
   */
  public DesignAssert assumingShared(String source) {
    shared.add(SourceName.parse(source));
    return this;
  }

  /**
   * No mail of one tenant is attributed to another, nor a tenant's own mail refused, as things
   * stand; see {@link MisrouteSearch}.
   */
  public DesignAssert hasNoMisroutes() {
    isNotNull();
    MisrouteReport report =
        MisrouteSearch.in(actual.engine()).withExpectedFlows(flows).withSharedSources(shared).run();
    return requireNone("no misroute", report.misroutes());
  }

  /** The linter finds no error in it; warnings are nobody's fault yet. */
  public DesignAssert hasNoLintErrors() {
    isNotNull();
    List<LintFinding> errors =
        Linter.standard()
            .withReadings(actual.readings())
            .findings(actual.directory())
            .filter(finding -> finding.severity() == LintRule.Severity.ERROR)
            .toList();
    return requireNone("no lint error", errors);
  }

  private DesignAssert requireNone(String expected, List<?> found) {
    if (!found.isEmpty()) {
      throw failure("%s", message(expected, found));
    }
    return this;
  }

  /** What was expected, and the first few of what there is. */
  static String message(String expected, List<?> found) {
    StringBuilder message = new StringBuilder(512);
    message.append("\nexpected:\n  ").append(expected).append("\nbut was:\n");
    for (Object each : found.subList(0, Math.min(found.size(), MOST_SHOWN))) {
      message.append("  ").append(Printable.visible(each.toString())).append('\n');
    }
    if (found.size() > MOST_SHOWN) {
      message.append("  and ").append(found.size() - MOST_SHOWN).append(" more\n");
    }
    return message.toString();
  }
}
