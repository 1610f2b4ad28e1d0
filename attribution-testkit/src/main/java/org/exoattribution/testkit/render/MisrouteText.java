package org.exoattribution.testkit.render;

import org.exoattribution.analysis.Misroute;
import org.exoattribution.analysis.MisrouteReport;

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
    WitnessText.line(out, "Mail of", misroute.owner().orElse("nobody in the directory"));
    WitnessText.line(out, "Outcome", misroute.outcome().toString());
    WitnessText.line(out, "Classes", WitnessText.number(misroute.classes()));
    WitnessText.line(out, "Such as", misroute.witness().toString());
    return out.toString();
  }

  /** The last paragraph: how many, out of what, and what that holds for. */
  public String summary(MisrouteReport report) {
    StringBuilder out = new StringBuilder(256);
    int found = report.misroutes().size();
    String what =
        found == 0
            ? "No misroute: nothing is misattributed in any of "
            : found + (found == 1 ? " misroute in " : " misroutes in ");
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

  /** How many cautions there are, in one sentence. */
  public static String cautions(MisrouteReport report) {
    int found = report.cautions().size();
    return found
        + (found == 1 ? " caution" : " cautions")
        + " about certificates that would carry names of several tenants:";
  }
}
