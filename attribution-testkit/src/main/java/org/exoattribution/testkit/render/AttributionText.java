package org.exoattribution.testkit.render;

import java.util.List;
import java.util.stream.Collectors;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.Finding;
import org.exoattribution.model.Grounds;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.SmtpReply;

/**
 * An attribution as a person reads it, in 80 columns: the verdict in one sentence, what it is, what
 * makes it fragile, and for a rejection the server's reply and what to change.
 */
public final class AttributionText {
  private static final int LABEL = 13;

  private final Palette palette;
  private final ActionLines actions;

  /** Blocks in these colours, with these actions below rejections. */
  public AttributionText(Palette palette, ActionLines actions) {
    this.palette = palette;
    this.actions = actions;
  }

  /** Blocks without colour and with actions that are read off the explanation. */
  public static AttributionText plain() {
    return new AttributionText(Palette.NONE, ActionLines.plain());
  }

  /**
   * The block of one recipient, ending in a line end.
   *
   * @param connection the name that the user knows the connection by
   */
  public String block(String connection, Explanation explanation) {
    StringBuilder out = new StringBuilder(512);
    heading(out, connection + ", to " + explanation.attribution().connection().rcptTo());
    appendBody(out, explanation);
    return out.toString();
  }

  /** What stands below the heading. */
  void appendBody(StringBuilder out, Explanation explanation) {
    Attribution attribution = explanation.attribution();
    sentence(out, attribution);
    attribution.tenantName().ifPresent(name -> line(out, "Tenant", name));
    line(out, "Connector", connector(attribution));
    line(out, "Stage", attribution.stage().key());
    attribution.fold(
        originating -> line(out, "Basis", originating.basis().key()),
        incoming -> out,
        rejected -> {
          line(out, "Reason", rejected.reason().name());
          line(out, "Reply", rejected.reply().toString());
          return line(out, "When", when(rejected.reply()));
        });
    for (Finding finding : attribution.findings()) {
      line(out, "Finding", finding.toString());
    }
    grounds(out, attribution.grounds());
    String label = "Action";
    for (String action : actions.of(explanation)) {
      line(out, label, action);
      label = "  or";
    }
  }

  /** The block of one recipient, with such actions as need no explanation. */
  public String block(String connection, Attribution attribution) {
    return block(connection, new Explanation(attribution, List.of()));
  }

  private void heading(StringBuilder out, String text) {
    out.append(palette.strong(Printable.visible(text))).append('\n');
  }

  private void sentence(StringBuilder out, Attribution attribution) {
    StringBuilder plain = new StringBuilder();
    Paragraph.append(plain, 2, 2, VerdictSentence.of(attribution));
    boolean isRejected = attribution.verdict() == Attribution.Verdict.REJECTED;
    String verdict = isRejected ? "Rejected" : plain.substring(0, plain.indexOf(" "));
    out.append("  ")
        .append(isRejected ? palette.bad(verdict) : palette.good(verdict))
        .append(plain, verdict.length(), plain.length());
  }

  private static StringBuilder line(StringBuilder out, String label, String text) {
    out.append("  ").append(label).append(" ".repeat(LABEL - 2 - label.length()));
    Paragraph.append(out, LABEL, LABEL, text);
    return out;
  }

  private static String connector(Attribution attribution) {
    return attribution
        .connectorName()
        .orElse(attribution.verdict() == Attribution.Verdict.INCOMING ? "none, anonymous" : "none");
  }

  private static String when(SmtpReply reply) {
    return "after " + reply.phase() + (reply.isTransient() ? "; the sender tries again" : "");
  }

  private static void grounds(StringBuilder out, Grounds grounds) {
    line(
        out,
        "Rests on",
        grounds.rules().stream().map(RuleId::id).collect(Collectors.joining(", "))
            + "; weakest evidence: "
            + grounds.evidence());
    if (!grounds.contestedReadings().isEmpty()) {
      line(
          out,
          "Contested",
          "under another value of reading "
              + grounds.contestedReadings().stream()
                  .map(reading -> reading.key())
                  .collect(Collectors.joining(" or "))
              + " the result may differ");
    }
  }
}
