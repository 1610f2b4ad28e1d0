package org.exoattribution.testkit.render.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.exoattribution.analysis.observation.Cause;
import org.exoattribution.analysis.observation.Judgement;
import org.exoattribution.analysis.observation.Prediction;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.ReversePath;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.testkit.observation.ObservationGroup;
import org.exoattribution.testkit.render.Palette;
import org.exoattribution.testkit.render.layout.Paragraph;
import org.exoattribution.testkit.render.layout.Words;

/** Observations and what the model makes of them, as a person reads them, in 80 columns. */
public final class ObservationText {
  private static final int LABEL = 12;
  private static final Pattern MAILBOX = Pattern.compile("[^\\s\"<>()]+@");

  private final Palette palette;
  private final boolean full;

  /**
   * Blocks in these colours.
   *
   * @param full whether mailboxes are named, where otherwise domains are
   */
  public ObservationText(Palette palette, boolean full) {
    this.palette = palette;
    this.full = full;
  }

  /** The block of a group, ending in a line end. */
  public String block(ObservationGroup group) {
    SimulatedConnection connection = group.first().observation().connection();
    StringBuilder out = new StringBuilder(512);
    String kind = group.judgement().kind().name();
    String coloured = kind.startsWith("AGREES") ? palette.good(kind) : palette.bad(kind);
    String from =
        " from " + connection.sourceIp() + connection.ehlo().map(n -> " (" + n + ")").orElse("");
    String envelope =
        ", MAIL FROM " + mailFrom(connection, full) + ", RCPT TO " + rcptTo(connection, full);
    Paragraph.marked(
        out, kind, coloured, 4, Words.counted(group.count(), "message") + from + envelope);
    line(out, "Observed", group.first().observation().observed().toString());
    String without = connection.presentedCertificate().isEmpty() ? ", without a certificate" : "";
    for (Prediction prediction : group.judgement().predictions()) {
      String with =
          prediction.certificate().map(n -> ", with a certificate for " + n).orElse(without);
      line(out, "Model", AttributionOutcome.of(prediction.attribution()) + with);
    }
    Judgement judgement = group.judgement();
    String meaning =
        switch (judgement.kind()) {
          case AGREES -> "";
          case AGREES_IF -> condition(judgement, connection.ehlo());
          case CONTRADICTS -> nearest(judgement);
          case UNKNOWN_TENANT ->
              "the exports have no tenant "
                  + group.first().observation().observed().tenant().orElse("")
                  + "; --tenant-id NAME=GUID says whose id it is";
        };
    if (!meaning.isEmpty()) {
      line(out, "Meaning", meaning);
    }
    List<String> besides = new ArrayList<>();
    group.first().besides().forEach((key, value) -> besides.add(key + " " + value));
    if (!besides.isEmpty()) {
      line(out, "Besides", String.join(", ", besides) + ", which is not the verdict");
    }
    group.first().notes().forEach(note -> line(out, "Note", note));
    int more = group.files().size() - 1;
    String others = more > 0 ? ", and in " + more + " other files" : "";
    line(out, "First", group.first().location() + others);
    return out.toString();
  }

  private static void line(StringBuilder out, String label, String text) {
    Paragraph.labelled(out, LABEL, label, text);
  }

  private static String condition(Judgement answer, Optional<String> ehlo) {
    String names =
        answer.certificates().stream().map(Object::toString).collect(Collectors.joining(" or "));
    String would = answer.explainedByEhlo() ? " would do" : " would not do";
    return "only a certificate for "
        + names
        + " explains it"
        + ehlo.map(name -> ", and one for the EHLO name " + name + would).orElse("");
  }

  private static String nearest(Judgement answer) {
    List<String> causes = answer.causes().stream().map(Cause::toString).toList();
    return causes.isEmpty()
        ? "no one or two differences of the exports that were tried explain it: the model may be"
            + " wrong"
        : "the exports are older than the message, or the model is wrong; nearest: "
            + String.join("; or: ", causes);
  }

  /** The sender as far as it may be told. */
  static String mailFrom(SimulatedConnection connection, boolean full) {
    ReversePath path = connection.mailFrom();
    return full || path.isNull()
        ? path.toString()
        : path.domain().map(DomainName::value).orElse("an address without domain");
  }

  /** The recipient as far as it may be told. */
  static String rcptTo(SimulatedConnection connection, boolean full) {
    return full ? connection.rcptTo().toString() : connection.rcptTo().domain().value();
  }

  /** What is wrong with a message or row, without the mailboxes that it names. */
  public static String problem(String message, boolean full) {
    return full ? message : MAILBOX.matcher(message).replaceAll("...@");
  }
}
