package org.exoattribution.testkit.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.testkit.document.LineReader;
import org.exoattribution.testkit.document.SourceFiles;
import org.exoattribution.testkit.export.ImportReport;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * The connections of a {@code .jsonl} file, one object a line, read as they are asked for: in the
 * order of the file and in constant memory. Blank lines are skipped. After a line that cannot be
 * used the next ones still can. For one thread; the engine is for all, and {@link Replay} reads and
 * resolves on all processors.
 */
public final class ConnectionLines implements AutoCloseable, Iterator<ScenarioConnection> {
  /**
   * Enough that handing a batch to another thread costs nothing beside the work on it; counted in
   * characters, because a line may have a million.
   */
  private static final int BATCH_CHARACTERS = 1 << 15;

  private final Scenario setting;
  private final ConnectionParser parser;
  private final LineReader lines;
  private @Nullable String line;
  private long count;

  ConnectionLines(Scenario setting, InputStream in, ConnectionParser parser) {
    this.setting = setting;
    this.parser = parser;
    this.lines = new LineReader(setting.source(), in);
  }

  /**
   * A line that is not blank.
   *
   * @param number how many such lines come before it, and one
   */
  record Line(SourceLocation location, long number, String text) {}

  /**
   * Lines that are worked on together.
   *
   * @param failure why the log could not be read on after the last of them, if it could not
   */
  record Batch(List<Line> lines, @Nullable ScenarioException failure) {}

  /** The engine over the tenants, rules and readings of the overrides; built once. */
  public AttributionEngine engine() {
    return setting.engine();
  }

  /** What reading the tenants could not honour. */
  public ImportReport importReport() {
    return setting.importReport();
  }

  /**
   * Whether a line follows that is not blank.
   *
   * @throws ScenarioException if the stream cannot be read
   */
  @Override
  public boolean hasNext() {
    while (line == null || line.isBlank()) {
      line = lines.readLine();
      if (line == null) {
        return false;
      }
    }
    return true;
  }

  /**
   * The connection in the next line that is not blank, named by its number if it has no name.
   *
   * @throws ScenarioException if the line is not a connection
   */
  @Override
  public ScenarioConnection next() {
    return parse(nextLine());
  }

  private Line nextLine() {
    String text = hasNext() ? line : null;
    if (text == null) {
      throw new NoSuchElementException("no line follows");
    }
    line = null;
    count++;
    return new Line(lines.location(), count, text);
  }

  /** The connection in a line; for any thread. */
  ScenarioConnection parse(Line taken) {
    return parser.parse(taken);
  }

  /** The next lines, some hundred of them; none is the end. */
  Batch nextBatch() {
    List<Line> batch = new ArrayList<>();
    try {
      for (int characters = 0; characters < BATCH_CHARACTERS && hasNext(); ) {
        Line next = nextLine();
        batch.add(next);
        characters += next.text().length();
      }
      return new Batch(batch, null);
    } catch (ScenarioException e) {
      return new Batch(batch, e);
    }
  }

  /**
   * Closes the stream.
   *
   * @throws ScenarioException if that fails
   */
  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw SourceFiles.unreadable(SourceLocation.ofWhole(setting.source()), e);
    }
  }
}
