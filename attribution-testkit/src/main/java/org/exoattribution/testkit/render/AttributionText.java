package org.exoattribution.testkit.render;

import java.util.List;
import java.util.stream.Collectors;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.Finding;
import org.exoattribution.model.Grounds;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.SmtpReply;
import org.exoattribution.testkit.render.layout.Paragraph;
import org.exoattribution.testkit.render.layout.Printable;

/**
 * An attribution as a person reads it, in 80 columns: the verdict in one sentence, what it is, what
 * makes it fragile, and for a rejection the server's reply and what to change.
 */
public final class AttributionText {
  private static final int LABEL = 13;

  private final Palette palette;

  /** Blocks in these colours. */
  public AttributionText(Palette palette) {
    this.palette = palette;
  }

  /** Blocks without colour. */
  public static AttributionText plain() {
    return new AttributionText(Palette.NONE);
  }

  /**
   * The block of one recipient with the tree and all changes, ending in a line end.
   *
   * @param connection the name that the user knows the connection by
   */
  public String explained(String connection, ResultDetails details) {
    StringBuilder out = new StringBuilder(4096);
    heading(out, connection, details.attribution());
    facts(out, details.attribution());
    SensitivityText.lines(details.sensitivity())
        .forEach(text -> Paragraph.labelled(out, LABEL, "Readings", text));
    out.append(new ExplanationText(palette).tree(details.explanation()));
    actions(out, details, true);
    return out.toString();
  }

  /** The block of one recipient; changes only for a rejection. */
  public String block(String connection, ResultDetails details) {
    StringBuilder out = new StringBuilder(1024);
    heading(out, connection, details.attribution());
    facts(out, details.attribution());
    if (!details.sensitivity().holdsUnderEveryReading()) {
      SensitivityText.lines(details.sensitivity())
          .forEach(text -> Paragraph.labelled(out, LABEL, "Readings", text));
    }
    actions(out, details, false);
    return out.toString();
  }

  /** What can be said about a result without asking the engine further. */
  public String block(String connection, Attribution attribution) {
    StringBuilder out = new StringBuilder(512);
    heading(out, connection, attribution);
    appendBody(out, attribution);
    return out.toString();
  }

  /** What stands below the heading, without asking the engine further. */
  void appendBody(StringBuilder out, Attribution attribution) {
    facts(out, attribution);
    if (!attribution.grounds().contestedReadings().isEmpty()) {
      Paragraph.labelled(out, LABEL, "Contested", contested(attribution.grounds()));
    }
  }

  private static void actions(StringBuilder out, ResultDetails details, boolean all) {
    AttributionOutcome before = AttributionOutcome.of(details.attribution());
    if (details.attribution().verdict() != Attribution.Verdict.REJECTED) {
      AdviceText.append(out, before, all ? details.advice() : List.of(), "Action");
    } else if (details.advice().isEmpty()) {
      Paragraph.labelled(
          out, LABEL, "Action", "none: no tenant that is known here has to do with this mail");
    } else {
      AdviceText.append(out, before, details.advice(), "  or");
    }
  }

  private void facts(StringBuilder out, Attribution attribution) {
    sentence(out, attribution);
    attribution.tenantName().ifPresent(name -> Paragraph.labelled(out, LABEL, "Tenant", name));
    Paragraph.labelled(out, LABEL, "Connector", connector(attribution));
    Paragraph.labelled(out, LABEL, "Stage", attribution.stage().key());
    attribution.fold(
        originating -> Paragraph.labelled(out, LABEL, "Basis", originating.basis().key()),
        incoming -> out,
        rejected -> {
          Paragraph.labelled(out, LABEL, "Reason", rejected.reason().name());
          Paragraph.labelled(out, LABEL, "Reply", rejected.reply().toString());
          return Paragraph.labelled(out, LABEL, "When", when(rejected.reply()));
        });
    for (Finding finding : attribution.findings()) {
      Paragraph.labelled(out, LABEL, "Finding", finding.toString());
    }
    grounds(out, attribution.grounds());
  }

  private void heading(StringBuilder out, String connection, Attribution attribution) {
    String text = connection + ", to " + attribution.connection().rcptTo();
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

  private static String connector(Attribution attribution) {
    return attribution
        .connectorName()
        .orElse(attribution.verdict() == Attribution.Verdict.INCOMING ? "none, anonymous" : "none");
  }

  private static String when(SmtpReply reply) {
    return "after " + reply.phase() + (reply.isTransient() ? "; the sender tries again" : "");
  }

  private static void grounds(StringBuilder out, Grounds grounds) {
    Paragraph.labelled(
        out,
        LABEL,
        "Rests on",
        grounds.rules().stream().map(RuleId::id).collect(Collectors.joining(", "))
            + "; weakest evidence: "
            + grounds.evidence());
  }

  private static String contested(Grounds grounds) {
    return "under another value of reading "
        + grounds.contestedReadings().stream()
            .map(reading -> reading.key())
            .collect(Collectors.joining(" or "))
        + " the result may differ";
  }
}
