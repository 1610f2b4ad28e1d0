package org.exoattribution.testkit.render.finding;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.exoattribution.analysis.observation.Judgement;
import org.exoattribution.testkit.observation.ObservationGroup;
import org.exoattribution.testkit.observation.ObservationGroups;
import org.exoattribution.testkit.render.Palette;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.json.Json;
import org.exoattribution.testkit.render.json.ObservationLine;
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
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("type", "summary");
    for (Judgement.Kind kind : Judgement.Kind.values()) {
      summary.put(kind.name(), groups.count(kind));
    }
    summary.put("sentByMailbox", sentByMailbox);
    summary.put("unreadable", unreadable);
    return Stream.concat(
            groups.groups().stream()
                .map(group -> ObservationLine.of(group, ObservationText.envelope(group, full))),
            Stream.of(summary))
        .map(object -> Json.line(object, partial.isPartial()));
  }
}
