package org.exoattribution.benchmark;

import java.util.ArrayList;
import java.util.List;

/** A table as the README has it. */
final class Markdown {
  private final StringBuilder text = new StringBuilder();

  Markdown(List<String> headings) {
    row(headings);
    text.append("|---".repeat(headings.size())).append("|\n");
  }

  Markdown row(List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    return this;
  }

  static List<String> cells(List<String> first, List<String> more) {
    List<String> all = new ArrayList<>(first);
    all.addAll(more);
    return all;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
