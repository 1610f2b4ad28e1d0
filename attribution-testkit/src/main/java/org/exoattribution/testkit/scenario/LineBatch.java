package org.exoattribution.testkit.scenario;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a log that are worked on together, and what was wrong after the last of them, if
 * anything was. What stands before a failure counts, so that the outcome is that of reading line by
 * line.
 *
 * @param lines in the order of the log, none of them blank
 * @param failure why the log could not be read on
 */
record LineBatch(List<Line> lines, @Nullable ScenarioException failure) {

  /**
   * A line.
   *
   * @param number how many lines that are not blank come before it, and one
   */
  record Line(SourceLocation location, long number, String text) {}

  /**
   * What came of a batch.
   *
   * @param failure why nothing may follow
   */
  record Outcome<R>(R result, @Nullable ScenarioException failure) {}

  /** The lines of a log, some hundred at a time. The last batch may be empty. */
  static Iterator<LineBatch> of(ConnectionLines lines) {
    return new Batches(lines);
  }

  /** Applies the work to the connections up to the first line that is none. */
  <R> Outcome<R> outcome(
      Function<Line, ScenarioConnection> parser, Function<List<ScenarioConnection>, R> work) {
    List<ScenarioConnection> connections = new ArrayList<>(lines.size());
    ScenarioException refusal = failure;
    try {
      for (Line line : lines) {
        connections.add(parser.apply(line));
      }
    } catch (ScenarioException e) {
      refusal = e;
    }
    return new Outcome<>(work.apply(connections), refusal);
  }

  private static final class Batches implements Iterator<LineBatch> {
    /**
     * Enough that handing a batch to another thread costs nothing beside the work on it; counted in
     * characters, because a line may have a million.
     */
    private static final int CHARACTERS = 1 << 15;

    private final ConnectionLines lines;
    private boolean ended;

    Batches(ConnectionLines lines) {
      this.lines = lines;
    }

    @Override
    public boolean hasNext() {
      return !ended;
    }

    @Override
    public LineBatch next() {
      if (ended) {
        throw new NoSuchElementException("no line follows");
      }
      List<Line> batch = new ArrayList<>();
      try {
        for (int characters = 0; characters < CHARACTERS && !ended; ) {
          if (lines.hasNext()) {
            Line line = lines.nextLine();
            batch.add(line);
            characters += line.text().length();
          } else {
            ended = true;
          }
        }
        return new LineBatch(batch, null);
      } catch (ScenarioException e) {
        ended = true;
        return new LineBatch(batch, e);
      }
    }
  }
}
