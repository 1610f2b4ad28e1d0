package org.exoattribution.testkit.render.finding;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.exoattribution.analysis.observation.Cause;
import org.exoattribution.analysis.observation.Judgement;
import org.exoattribution.analysis.observation.Observed;
import org.exoattribution.analysis.observation.Prediction;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.testkit.observation.ObservationGroup;
import org.exoattribution.testkit.observation.ObservationGroups;
import org.exoattribution.testkit.render.Palette;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.json.Json;
import org.exoattribution.testkit.render.layout.Paragraph;
import org.exoattribution.testkit.render.layout.Words;

/**
 * Observations and what the model makes of them.
 *
 * @param full whether mailboxes are named, where otherwise domains are
 * @param sentByMailbox how many messages were skipped because a mailbox sent them
 * @param unreadable how many could not be read
 * @param partial what the tenants lack
 */
public record ObservationFindings(
    ObservationGroups groups,
    boolean full,
    long sentByMailbox,
    long unreadable,
    PartialNotice partial) {
  private static final int MOST_AGREEING = 20;

  /** For people, in 80 columns; of the groups that agree, which hold no news, the largest. */
  public String text(Palette palette) {
    StringBuilder out = new StringBuilder();
    ObservationText blocks = new ObservationText(palette, full);
    int agreeing = 0;
    for (ObservationGroup group : groups.groups()) {
      agreeing += group.judgement().kind() == Judgement.Kind.AGREES ? 1 : 0;
      if (agreeing <= MOST_AGREEING) {
        out.append(blocks.block(group)).append('\n');
      }
    }
    if (agreeing > MOST_AGREEING) {
      out.append(Words.number(agreeing - MOST_AGREEING))
          .append(" more groups agree; --format json lists them.\n\n");
    }
    return Paragraph.append(out, 0, 0, summary()).append(partial.text()).toString();
  }

  /** How many of each kind, and what was not judged. */
  private String summary() {
    return number(Judgement.Kind.AGREES)
        + " agree, "
        + number(Judgement.Kind.AGREES_IF)
        + " agree if a certificate was presented, "
        + number(Judgement.Kind.CONTRADICTS)
        + " contradict, "
        + number(Judgement.Kind.UNKNOWN_TENANT)
        + " are of unknown tenants; "
        + Words.number(sentByMailbox)
        + " sent by mailboxes were skipped, "
        + Words.number(unreadable)
        + " could not be read.";
  }

  private String number(Judgement.Kind kind) {
    return Words.number(groups.count(kind));
  }

  /** One JSON object a line: the groups, then how many there are. */
  public Stream<String> lines() {
    Map<String, Object> summary = Json.object("type", "summary");
    for (Judgement.Kind kind : Judgement.Kind.values()) {
      summary.put(kind.name(), groups.count(kind));
    }
    summary.put("sentByMailbox", sentByMailbox);
    summary.put("unreadable", unreadable);
    return Stream.concat(groups.groups().stream().map(this::object), Stream.of(summary))
        .map(object -> Json.line(object, partial.isPartial()));
  }

  private Map<String, Object> object(ObservationGroup group) {
    Judgement judgement = group.judgement();
    return Json.object(
        "type", "observation",
        "source", group.first().observation().connection().sourceIp(),
        "verdict", judgement.kind(),
        "count", group.count(),
        "observed", observed(group),
        "predicted", judgement.predictions().stream().map(ObservationFindings::predicted).toList(),
        "ifCertificate", judgement.certificates(),
        "files", group.files(),
        "ehloExplains",
            Optional.of(judgement.explainedByEhlo())
                .filter(explains -> judgement.kind() == Judgement.Kind.AGREES_IF),
        "nearest", judgement.causes().stream().map(Cause::toString).toList());
  }

  /** What the service did, and of which connection. */
  private Map<String, Object> observed(ObservationGroup group) {
    SimulatedConnection connection = group.first().observation().connection();
    Observed observed = group.first().observation().observed();
    return Json.object(
        "verdict", observed.verdict(),
        "tenant", observed.tenant(),
        "connector", observed.connector(),
        "ehlo", connection.ehlo(),
        "tls", connection.tls(),
        "mailFrom", ObservationText.mailFrom(connection, full),
        "rcptTo", ObservationText.rcptTo(connection, full),
        "besides", group.first().besides(),
        "notes", group.first().notes());
  }

  /** What the model says, with a certificate for the name or without one. */
  private static Map<String, Object> predicted(Prediction prediction) {
    Map<String, Object> predicted = Json.object("certificate", prediction.certificate());
    predicted.putAll(Json.outcome(AttributionOutcome.of(prediction.attribution())));
    return predicted;
  }
}
