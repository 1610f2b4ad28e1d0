package org.exoattribution.testkit.render;

import java.util.List;
import java.util.function.Function;
import org.exoattribution.analysis.Misroute;
import org.exoattribution.analysis.MisrouteReport;

/** Misroutes as a person reads them, in 80 columns. */
public final class MisrouteText {
  private static final int OWNERS_SHOWN = 3;

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
  public String folded(MisroutePlace place, Function<Misroute, String> explained) {
    StringBuilder out = new StringBuilder(1024);
    String severity = MisrouteJson.severity(place.misroutes().get(0));
    out.append(severity.equals("ERROR") ? palette.bad(severity) : severity).append(' ');
    int column = severity.length() + 1;
    Paragraph.append(
        out,
        column,
        column,
        place.name() + ": " + counted(place.misroutes().size(), place.classes()));
    for (List<Misroute> kind : place.byKind()) {
      Misroute worst = kind.get(0);
      out.append("  ");
      Paragraph.append(out, 2, 4, worst.kind() + ": " + worst.kind().words());
      WitnessText.line(
          out,
          "All",
          counted(kind.size(), kind.stream().mapToLong(Misroute::classes).sum())
              + ", of mail of "
              + owners(kind));
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

  private static String counted(int misroutes, long classes) {
    return WitnessText.number(misroutes)
        + (misroutes == 1 ? " misroute, " : " misroutes, ")
        + WitnessText.classes(classes);
  }

  private static String owners(List<Misroute> misroutes) {
    List<String> owners = misroutes.stream().map(MisrouteText::owner).distinct().toList();
    String shown = String.join(", ", owners.subList(0, Math.min(owners.size(), OWNERS_SHOWN)));
    return owners.size() > OWNERS_SHOWN
        ? shown + " and " + (owners.size() - OWNERS_SHOWN) + " more"
        : shown;
  }

  private static String owner(Misroute misroute) {
    return misroute.owner().orElse("nobody in the directory");
  }

  /** How many misroutes were folded into how many blocks, and how to see each of them. */
  public static String folding(List<MisroutePlace> folded) {
    StringBuilder out = new StringBuilder(128);
    int misroutes = folded.stream().mapToInt(place -> place.misroutes().size()).sum();
    Paragraph.append(
        out,
        0,
        0,
        WitnessText.number(misroutes)
            + " of them are folded into "
            + WitnessText.number(folded.size())
            + (folded.size() == 1 ? " block" : " blocks")
            + " of those with more than "
            + MisroutePlace.MOST_LISTED
            + ". --full lists each one, and so do --format json and sarif.");
    return out.toString();
  }

  /** The last paragraph: how many, out of what, and what that holds for. */
  public String summary(MisrouteReport report) {
    StringBuilder out = new StringBuilder(256);
    int found = report.misroutes().size();
    String what =
        found == 0
            ? "No misroute: nothing is misattributed in any of "
            : WitnessText.number(found) + (found == 1 ? " misroute in " : " misroutes in ");
    Paragraph.append(
        out,
        0,
        0,
        what
            + WitnessText.number(report.classes())
            + " classes of connections. This "
            + report.bound()
            + ".");
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
