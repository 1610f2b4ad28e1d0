package org.exoattribution.testkit.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exoattribution.analysis.rulebook.RulePage;
import org.exoattribution.analysis.rulebook.RulePages;
import org.exoattribution.testkit.export.ImportReport;
import org.exoattribution.testkit.export.ImportReport.Entry;
import org.exoattribution.testkit.export.ImportReport.Severity;

/**
 * What an answer says of itself that rests on tenants of which something is missing (INC-1): in
 * text a last paragraph, in JSON a key of every object, in SARIF a result for each thing that is
 * missing. It says nothing if nothing is.
 */
public final class PartialNotice {
  /** Of tenants that are complete. */
  public static final PartialNotice NONE = new PartialNotice(List.of());

  private static final String RULE = "IMPORT_INCOMPLETE";

  private final List<Entry> gaps;

  private PartialNotice(List<Entry> gaps) {
    this.gaps = List.copyOf(gaps);
  }

  /** Of tenants that were read with these reports. */
  public static PartialNotice of(List<ImportReport> reports) {
    return new PartialNotice(
        reports.stream().flatMap(r -> r.entries(Severity.INCOMPLETE).stream()).toList());
  }

  /** Whether something is missing. */
  public boolean isPartial() {
    return !gaps.isEmpty();
  }

  /** The JSON object, which says {@code "partial": true} last if something is missing. */
  public String json(String object) {
    return isPartial()
        ? object.substring(0, object.lastIndexOf('}')) + ",\"partial\":true}"
        : object;
  }

  /** The last paragraph of a text; empty if nothing is missing. */
  public String text() {
    StringBuilder out = new StringBuilder();
    if (isPartial()) {
      Paragraph.append(out, 0, 0, sentenceOr(""));
    }
    return out.toString();
  }

  /** What is missing and what that means, or else what can be said if nothing is. */
  public String sentenceOr(String complete) {
    return isPartial()
        ? "PARTIAL: of what takes part in attribution, "
            + WitnessText.number(gaps.size())
            + (gaps.size() == 1 ? " thing" : " things")
            + " could not be read, so this may be wrong and proves nothing (INC-1)."
        : complete;
  }

  /** The log with what is missing. */
  public SarifLog in(SarifLog log) {
    if (!isPartial()) {
      return log;
    }
    RulePage page = RulePages.about(RULE).get(0);
    List<SarifLog.Rule> rules = new ArrayList<>(log.rules());
    rules.add(
        new SarifLog.Rule(
            RULE, page.title(), page.meaning() + " " + page.remedy(), SarifLog.Level.ERROR));
    List<SarifLog.Result> results = new ArrayList<>(log.results());
    for (Entry gap : gaps) {
      results.add(
          new SarifLog.Result(
              RULE,
              SarifLog.Level.ERROR,
              gap.message(),
              Optional.of(gap.location()),
              gap.location().file() + ": " + gap.message(),
              Optional.empty()));
    }
    return new SarifLog(log.tool(), rules, results, log.properties());
  }
}
