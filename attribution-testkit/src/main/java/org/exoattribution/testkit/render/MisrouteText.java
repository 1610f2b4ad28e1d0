package org.exoattribution.testkit.render;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.exoattribution.analysis.search.Misroute;
import org.exoattribution.analysis.search.MisrouteReport;

/** Misroutes as a person reads them, in 80 columns. */
public final class MisrouteText {
  private final Palette palette;

  /** Blocks in these colours. */
  public MisrouteText(Palette palette) {
    this.palette = palette;
  }

  /** The block of one misroute, ending in a line end. */
  public String block(Misroute misroute) {
    StringBuilder out = new StringBuilder(512);
    String severity = MisrouteJson.severity(misroute);
    out.append(severity.equals("ERROR") ? palette.bad(severity) : severity).append(' ');
    int column = severity.length() + 1;
    Paragraph.append(out, column, column, misroute.kind() + ": " + misroute.kind().words());
    WitnessText.line(out, "Mail of", owner(misroute));
    WitnessText.line(out, "Outcome", misroute.outcome().toString());
    WitnessText.line(out, "Classes", WitnessText.number(misroute.classes()));
    WitnessText.line(out, "Such as", misroute.witness().toString());
    return out.toString();
  }

  /**
   * The block of many misroutes of one place: of each kind how many there are, whose mail it is,
   * and the one with the most classes.
   *
   * @param explained what to say below a misroute that is shown, such as its explanation
   */
  public String folded(Fold<Misroute> fold, Function<Misroute, String> explained) {
    StringBuilder out = new StringBuilder(1024);
    String severity = MisrouteJson.severity(fold.findings().get(0));
    out.append(severity.equals("ERROR") ? palette.bad(severity) : severity).append(' ');
    int column = severity.length() + 1;
    Paragraph.append(out, column, column, fold.place() + ": " + counted(fold.findings()));
    for (List<Misroute> kind : byKind(fold)) {
      Misroute worst = kind.get(0);
      out.append("  ");
      Paragraph.append(out, 2, 4, worst.kind() + ": " + worst.kind().words());
      WitnessText.line(out, "All", counted(kind) + ", of mail of " + owners(kind));
      WitnessText.line(
          out,
          "Worst",
          "mail of "
              + owner(worst)
              + ", "
              + WitnessText.classes(worst.classes())
              + ": "
              + worst.outcome());
      WitnessText.line(out, "Such as", worst.witness().toString());
      out.append(explained.apply(worst));
    }
    return out.toString();
  }

  /** The most harmful kind first, and of a kind the misroute with the most classes. */
  private static Collection<List<Misroute>> byKind(Fold<Misroute> fold) {
    List<Misroute> sorted =
        fold.findings().stream()
            .sorted(
                Comparator.comparing(Misroute::kind)
                    .thenComparing(Comparator.comparing(Misroute::classes).reversed()))
            .toList();
    return Fold.grouped(sorted, Misroute::kind).values();
  }

  private static String counted(List<Misroute> misroutes) {
    return WitnessText.number(misroutes.size())
        + (misroutes.size() == 1 ? " misroute, " : " misroutes, ")
        + WitnessText.classes(misroutes.stream().mapToLong(Misroute::classes).sum());
  }

  private static String owners(List<Misroute> misroutes) {
    return WitnessText.some(misroutes.stream().map(MisrouteText::owner).distinct().toList());
  }

  private static String owner(Misroute misroute) {
    return misroute.owner().orElse("nobody in the directory");
  }

  /** The last paragraph: how many, out of what, and what that holds for, or why it does not. */
  public String summary(MisrouteReport report, PartialNotice partial) {
    StringBuilder out = new StringBuilder(256);
    int found = report.misroutes().size();
    String what =
        found == 0
            ? partial.isPartial()
                ? "No misroute in "
                : "No misroute: nothing is misattributed in any of "
            : WitnessText.number(found) + (found == 1 ? " misroute in " : " misroutes in ");
    Paragraph.append(
        out,
        0,
        0,
        what
            + WitnessText.number(report.classes())
            + " classes of connections. "
            + partial.sentenceOr("This " + report.bound() + "."));
    return out.toString();
  }

  /** How many cautions there are, and how to see them. */
  public static String cautions(MisrouteReport report) {
    StringBuilder out = new StringBuilder(128);
    int found = report.cautions().size();
    Paragraph.append(
        out,
        0,
        0,
        WitnessText.number(found)
            + (found == 1 ? " caution" : " cautions")
            + " about certificates that would carry names of several tenants: --cautions lists"
            + (found == 1 ? " it." : " them."));
    return out.toString();
  }
}
