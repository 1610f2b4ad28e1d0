package org.exoattribution.testkit.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.testkit.document.Documents;
import org.exoattribution.testkit.document.LineReader;
import org.exoattribution.testkit.document.SourceFiles;
import org.exoattribution.testkit.export.ImportReport;
import org.exoattribution.testkit.scenario.LineBatch.Line;
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
  private final Scenario setting;
  private final ConnectionParser parser;
  private final LineReader lines;
  private @Nullable String line;
  private long count;

  ConnectionLines(Scenario setting, InputStream in, ConnectionParser parser) {
    this.setting = Objects.requireNonNull(setting, "setting");
    this.parser = Objects.requireNonNull(parser, "parser");
    this.lines = new LineReader(setting.source(), in);
  }

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
    return peek() != null;
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

  /** The next line that is not blank, unread. */
  Line nextLine() {
    String text = peek();
    if (text == null) {
      throw new NoSuchElementException("no line follows");
    }
    line = null;
    count++;
    return new Line(lines.location(), count, text);
  }

  /** The connection in a line; for any thread. */
  ScenarioConnection parse(Line taken) {
    return parser.parse(Documents.parseJsonLine(taken.location(), taken.text()), taken.number());
  }

  private @Nullable String peek() {
    if (line == null) {
      line = lines.readLine();
      while (line != null && line.isBlank()) {
        line = lines.readLine();
      }
    }
    return line;
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
