package org.exoattribution.testkit.render;

import java.util.List;
import java.util.stream.Collectors;
import org.exoattribution.analysis.advice.Advice;
import org.exoattribution.analysis.search.ConnectionWitness;
import org.exoattribution.analysis.search.DiffChange;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.Finding;
import org.exoattribution.testkit.render.layout.CommandLines;
import org.exoattribution.testkit.render.layout.Paragraph;
import org.exoattribution.testkit.render.layout.Words;

/** What to change, in 80 columns: the action, its command lines, what comes of it. */
final class AdviceText {
  private static final int INDENT = 13;

  /** A change of a busy tenant can move a dozen kinds of mail; the worst show what it does. */
  private static final int MOST_MOVES = 2;

  private AdviceText() {}

  /**
   * The changes.
   *
   * @param next the label of the second and further: any one is enough below a rejection, each is
   *     for the findings that it resolves elsewhere
   */
  static void append(
      StringBuilder out, AttributionOutcome before, List<Advice> advice, String next) {
    String label = "Action";
    for (Advice each : advice) {
      append(out, label, before, each);
      label = next;
    }
  }

  private static void append(
      StringBuilder out, String label, AttributionOutcome before, Advice advice) {
    out.append("  ").append(label).append(" ".repeat(INDENT - 2 - label.length()));
    Paragraph.append(out, INDENT, INDENT, advice.change().action());
    for (String command : advice.commands()) {
      CommandLines.append(out, INDENT, command);
    }
    line(out, "Then: " + advice.outcome() + resolved(advice));
    advice
        .moves()
        .ifPresentOrElse(
            report -> moves(out, advice.outcome(), report.changes(), before),
            () -> line(out, "What else it moves is too much to look at here; diff tells"));
  }

  /** Without the way of the connection itself. */
  private static void moves(
      StringBuilder out,
      AttributionOutcome then,
      List<DiffChange> changes,
      AttributionOutcome before) {
    List<DiffChange> others =
        changes.stream()
            .filter(c -> !c.before().equals(before) || !c.after().equals(then))
            .toList();
    for (DiffChange change : others.subList(0, Math.min(others.size(), MOST_MOVES))) {
      String harm = change.harm().isError() ? "ERROR " + change.harm() + ": " : "moves ";
      line(out, "Also " + harm + sentence(change));
    }
    if (others.size() > MOST_MOVES) {
      int more = others.size() - MOST_MOVES;
      line(out, "and in " + Words.counted(more, "more way"));
    }
  }

  private static String sentence(DiffChange change) {
    ConnectionWitness witness = change.witness();
    List<String> names = witness.certificateNames().stream().map(Object::toString).toList();
    String was = change.before().destination();
    String is = change.after().destination();
    return "mail from "
        + witness.mailFrom()
        + " to "
        + witness.rcptTo()
        + (names.isEmpty()
            ? " out of " + witness.sourceIp()
            : " with a certificate for " + String.join(" and ", names))
        + ": "
        + (was.equals(is) ? change.before() + ", then " + change.after() : was + ", then " + is);
  }

  private static String resolved(Advice advice) {
    return advice.resolves().isEmpty()
        ? ""
        : ", without "
            + advice.resolves().stream()
                .sorted()
                .map(Finding.Id::name)
                .collect(Collectors.joining(", "));
  }

  private static void line(StringBuilder out, String text) {
    out.append(" ".repeat(INDENT));
    Paragraph.append(out, INDENT, INDENT + 2, text);
  }
}
