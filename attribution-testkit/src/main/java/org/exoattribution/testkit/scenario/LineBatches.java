package org.exoattribution.testkit.scenario;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.exoattribution.testkit.scenario.LineBatch.Line;
import org.exoattribution.testkit.source.ScenarioException;

/** The lines of a log, some hundred at a time. The last batch may be empty. */
final class LineBatches implements Iterator<LineBatch> {
  /**
   * Enough that handing a batch to another thread costs nothing beside the work on it; counted in
   * characters, because a line may have a million.
   */
  private static final int CHARACTERS = 1 << 15;

  private final ConnectionLines lines;
  private boolean ended;

  LineBatches(ConnectionLines lines) {
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
