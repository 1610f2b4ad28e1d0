package org.exoattribution.testkit.render.finding;

import java.util.List;
import java.util.function.Function;
import org.exoattribution.analysis.search.DiffChange;
import org.exoattribution.analysis.search.DiffReport;
import org.exoattribution.testkit.render.Palette;
import org.exoattribution.testkit.render.Paragraph;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.WitnessText;

/** Changes of attributions as a person reads them, in 80 columns. */
public final class DiffText {
  /** The most ways of one harm that are listed. */
  private static final int MOST_LISTED = 5;

  private final Palette palette;

  /** Blocks in these colours. */
  public DiffText(Palette palette) {
    this.palette = palette;
  }

  /** The block of one change, ending in a line end. */
  public String block(DiffChange change) {
    StringBuilder out = head(change);
    WitnessText.line(out, "Before", change.before().toString());
    WitnessText.line(
        out,
        "After",
        change.after()
            + (change.tenants().size() > 1
                ? ", and so to " + WitnessText.number(change.tenants().size() - 1) + " tenants more"
                : ""));
    WitnessText.line(out, "Classes", WitnessText.number(change.classes()));
    WitnessText.line(out, "Such as", change.witness().toString());
    return out.toString();
  }

  /**
   * The blocks of a report, the most harmful first, and its summary; of each harm the first few.
   *
   * @param full whether to list all
   * @param explained what to say below a change, such as its explanations
   */
  public String report(
      DiffReport report,
      boolean full,
      Function<DiffChange, String> explained,
      PartialNotice partial) {
    StringBuilder out = new StringBuilder(4096);
    WitnessText.grouped(report.changes(), DiffChange::harm)
        .forEach(
            (harm, all) -> {
              List<DiffChange> listed =
                  full ? all : all.subList(0, Math.min(all.size(), MOST_LISTED));
              for (DiffChange change : listed) {
                out.append(block(change)).append(explained.apply(change)).append('\n');
              }
              if (listed.size() < all.size()) {
                Paragraph.append(
                    out,
                    0,
                    0,
                    "and "
                        + WitnessText.number(all.size() - listed.size())
                        + " ways more of "
                        + harm
                        + "; --full lists them, and so do --format json and sarif");
                out.append('\n');
              }
            });
    return out.append(summary(report, partial)).toString();
  }

  private StringBuilder head(DiffChange change) {
    StringBuilder out = new StringBuilder(512);
    String severity = DiffJson.severity(change);
    out.append(change.harm().isError() ? palette.bad(severity) : severity).append(' ');
    int column = severity.length() + 1;
    Paragraph.append(out, column, column, change.harm() + ": " + change.harm().words());
    return out;
  }

  /** The last paragraph: how many, out of what, and what that holds for, or why it does not. */
  public String summary(DiffReport report, PartialNotice partial) {
    StringBuilder out = new StringBuilder(256);
    String classes = WitnessText.number(report.classes()) + " classes of connections";
    int ways = report.changes().size();
    String found =
        WitnessText.number(report.changedClasses())
            + " of "
            + classes
            + " change their attribution, in "
            + WitnessText.number(ways)
            + (ways == 1 ? " way" : " ways");
    String nothing =
        partial.isPartial()
            ? "No change in " + classes
            : "No change: every one of " + classes + " keeps its attribution";
    Paragraph.append(
        out,
        0,
        0,
        (ways == 0 ? nothing : found) + ". " + partial.sentenceOr("This " + report.bound() + "."));
    return out.toString();
  }
}
