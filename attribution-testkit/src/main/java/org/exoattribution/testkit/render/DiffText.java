package org.exoattribution.testkit.render;

import java.util.function.Function;
import org.exoattribution.analysis.search.DiffChange;
import org.exoattribution.analysis.search.DiffReport;

/** Changes of attributions as a person reads them, in 80 columns. */
public final class DiffText {
  private final Palette palette;

  /** Blocks in these colours. */
  public DiffText(Palette palette) {
    this.palette = palette;
  }

  /** The block of one change, ending in a line end. */
  public String block(DiffChange change) {
    StringBuilder out = head(change);
    WitnessText.line(out, "Before", change.before().toString());
    WitnessText.line(out, "After", change.after().toString());
    WitnessText.line(out, "Classes", WitnessText.number(change.classes()));
    WitnessText.line(out, "Such as", change.witness().toString());
    return out.toString();
  }

  /**
   * The block of many changes of one meaning and place: how many there are, where the mail goes,
   * and the one with the most classes.
   *
   * @param explained what to say below that one, such as its explanations
   */
  public String folded(Fold<DiffChange> fold, Function<DiffChange, String> explained) {
    DiffChange largest = fold.findings().get(0); // the report has them in this order
    StringBuilder out = head(largest);
    WitnessText.line(
        out,
        "From",
        fold.place()
            + ": "
            + WitnessText.number(fold.findings().size())
            + " changes, "
            + WitnessText.classes(fold.findings().stream().mapToLong(DiffChange::classes).sum()));
    WitnessText.line(
        out,
        "To",
        WitnessText.some(
            fold.findings().stream()
                .map(change -> Fold.placeOf(change.after(), "nobody"))
                .distinct()
                .toList()));
    WitnessText.line(
        out,
        "Largest",
        WitnessText.classes(largest.classes())
            + ": "
            + largest.before()
            + " becomes "
            + largest.after());
    WitnessText.line(out, "Such as", largest.witness().toString());
    return out.append(explained.apply(largest)).toString();
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
