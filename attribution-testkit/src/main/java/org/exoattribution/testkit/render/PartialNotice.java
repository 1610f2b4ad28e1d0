package org.exoattribution.testkit.render;

import java.util.List;
import org.exoattribution.testkit.export.ImportReport;
import org.exoattribution.testkit.export.ImportReport.Entry;
import org.exoattribution.testkit.export.ImportReport.Severity;
import org.exoattribution.testkit.render.layout.Paragraph;
import org.exoattribution.testkit.render.layout.Words;

/**
 * What an answer says of itself that rests on tenants of which something is missing (INC-1): in
 * text a last paragraph, in JSON a key of every object, in SARIF a result for each thing that is
 * missing. It says nothing if nothing is.
 */
public final class PartialNotice {
  /** Of tenants that are complete. */
  public static final PartialNotice NONE = new PartialNotice(List.of());

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

  /** What is missing. */
  public List<Entry> gaps() {
    return gaps;
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
            + Words.counted(gaps.size(), "thing")
            + " could not be read, so this may be wrong and proves nothing (INC-1)."
        : complete;
  }
}
