package org.exoattribution.testkit.render.finding;

import java.util.List;
import java.util.Map;
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
import org.exoattribution.testkit.observation.ObservationGroups;
import org.exoattribution.testkit.render.Palette;
import org.exoattribution.testkit.render.Paragraph;
import org.exoattribution.testkit.render.WitnessText;

/** Observations and what the model makes of them, as a person reads them, in 80 columns. */
public final class ObservationText {
  private static final int MOST_AGREEING = 20;
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

  /** The blocks of the groups; of those that agree, which hold no news, the largest. */
  public String blocks(List<ObservationGroup> groups) {
    StringBuilder out = new StringBuilder();
    int agreeing = 0;
    for (ObservationGroup group : groups) {
      agreeing += group.judgement().kind() == Judgement.Kind.AGREES ? 1 : 0;
      if (agreeing <= MOST_AGREEING) {
        out.append(block(group)).append('\n');
      }
    }
    if (agreeing > MOST_AGREEING) {
      out.append(WitnessText.number(agreeing - MOST_AGREEING))
          .append(" more groups agree; --format json lists them.\n\n");
    }
    return out.toString();
  }

  /** The block of a group, ending in a line end. */
  public String block(ObservationGroup group) {
    SimulatedConnection connection = group.first().observation().connection();
    StringBuilder out = new StringBuilder(512);
    String kind = group.judgement().kind().name();
    boolean good = kind.startsWith("AGREES");
    out.append(good ? palette.good(kind) : palette.bad(kind)).append(' ');
    Paragraph.append(
        out,
        kind.length() + 1,
        4,
        WitnessText.number(group.count())
            + (group.count() == 1 ? " message" : " messages")
            + " from "
            + connection.sourceIp()
            + connection.ehlo().map(name -> " (" + name + ")").orElse("")
            + ", MAIL FROM "
            + mailFrom(connection, full)
            + ", RCPT TO "
            + rcptTo(connection, full));
    WitnessText.line(out, "Observed", group.first().observation().observed().toString());
    for (Prediction prediction : group.judgement().predictions()) {
      WitnessText.line(
          out,
          "Model",
          AttributionOutcome.of(prediction.attribution())
              + prediction
                  .certificate()
                  .map(name -> ", with a certificate for " + name)
                  .orElse(
                      connection.presentedCertificate().isEmpty()
                          ? ", without a certificate"
                          : ""));
    }
    String meaning =
        group
            .judgement()
            .fold(
                agrees -> "",
                answer -> condition(answer, connection.ehlo()),
                ObservationText::nearest,
                unknown ->
                    "the exports have no tenant "
                        + unknown.tenant()
                        + "; --tenant-id NAME=GUID says whose id it is");
    if (!meaning.isEmpty()) {
      WitnessText.line(out, "Meaning", meaning);
    }
    Map<String, String> besides = group.first().besides();
    if (!besides.isEmpty()) {
      WitnessText.line(
          out,
          "Besides",
          besides.entrySet().stream()
                  .map(each -> each.getKey() + " " + each.getValue())
                  .collect(Collectors.joining(", "))
              + ", which is not the verdict");
    }
    group.first().notes().forEach(note -> WitnessText.line(out, "Note", note));
    int more = group.files().size() - 1;
    WitnessText.line(
        out,
        "First",
        group.first().location() + (more > 0 ? ", and in " + more + " other files" : ""));
    return out.toString();
  }

  private static String condition(Judgement.AgreesIf answer, Optional<String> ehlo) {
    String names =
        answer.certificates().stream().map(Object::toString).collect(Collectors.joining(" or "));
    return "only a certificate for "
        + names
        + " explains it"
        + ehlo.map(
                name ->
                    ", and one for the EHLO name "
                        + name
                        + (answer.explainedByEhlo() ? " would do" : " would not do"))
            .orElse("");
  }

  private static String nearest(Judgement.Contradicts answer) {
    List<String> causes = answer.causes().stream().map(Cause::toString).toList();
    return causes.isEmpty()
        ? "no one or two differences of the exports that were tried explain it: the model may be"
            + " wrong"
        : "the exports are older than the message, or the model is wrong; nearest: "
            + String.join("; or: ", causes);
  }

  static String mailFrom(SimulatedConnection connection, boolean full) {
    ReversePath path = connection.mailFrom();
    return full || path.isNull()
        ? path.toString()
        : path.domain().map(DomainName::value).orElse("an address without domain");
  }

  static String rcptTo(SimulatedConnection connection, boolean full) {
    return full ? connection.rcptTo().toString() : connection.rcptTo().domain().value();
  }

  /** What is wrong with a message or row, without the mailboxes that it names. */
  public String problem(String message) {
    return full ? message : MAILBOX.matcher(message).replaceAll("...@");
  }

  /** The last line: how many of each kind, and what was not judged. */
  public String summary(ObservationGroups groups, long sentByMailbox, long unreadable) {
    StringBuilder out = new StringBuilder(128);
    Paragraph.append(
        out,
        0,
        0,
        WitnessText.number(groups.count(Judgement.Kind.AGREES))
            + " agree, "
            + WitnessText.number(groups.count(Judgement.Kind.AGREES_IF))
            + " agree if a certificate was presented, "
            + WitnessText.number(groups.count(Judgement.Kind.CONTRADICTS))
            + " contradict, "
            + WitnessText.number(groups.count(Judgement.Kind.UNKNOWN_TENANT))
            + " are of unknown tenants; "
            + WitnessText.number(sentByMailbox)
            + " sent by mailboxes were skipped, "
            + WitnessText.number(unreadable)
            + " could not be read.");
    return out.toString();
  }
}
