package org.exoattribution.testkit.cli;

import com.google.common.io.CountingInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import org.exoattribution.testkit.document.SourceFiles;
import org.exoattribution.testkit.export.ImportReport;
import org.exoattribution.testkit.scenario.ScenarioOverrides;
import org.exoattribution.testkit.scenario.ScenarioReader;
import org.exoattribution.testkit.source.ScenarioException;

/** All FILE arguments, opened before the first result is printed, so that a bad one stops all. */
final class ConnectionSources implements Iterable<ConnectionSource>, AutoCloseable {
  private static final String EXPECTED =
      "a scenario file (.yaml, .yml, .json), a .jsonl file, or - for standard input";

  private final List<ConnectionSource> sources = new ArrayList<>();

  private ConnectionSources() {}

  /**
   * @throws ScenarioException if one of them cannot be used
   */
  static ConnectionSources open(
      List<String> files, ScenarioOverrides overrides, InputStream standardInput) {
    ConnectionSources opened = new ConnectionSources();
    ScenarioReader reader = new ScenarioReader(overrides);
    boolean tenants = overrides.tenants().isPresent();
    try {
      for (String file : files) {
        boolean isFile = !file.equals(InputFiles.STANDARD_INPUT);
        opened.sources.add(
            isFile
                ? file(file, reader, tenants)
                : opened.standardInput(standardInput, reader, tenants));
      }
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
    return opened;
  }

  /** A source that is no file. */
  static ConnectionSources of(ConnectionSource source) {
    ConnectionSources one = new ConnectionSources();
    one.sources.add(source);
    return one;
  }

  private static ConnectionSource file(String file, ScenarioReader reader, boolean tenants) {
    Path path = InputFiles.existing(file, EXPECTED);
    if (!file.toLowerCase(Locale.ROOT).endsWith(".jsonl")) {
      return ConnectionSource.of(file, reader.read(path));
    }
    if (!tenants) {
      throw InputFiles.unusable(
          file, "has connections but no tenants: expected --tenants PATH with it");
    }
    try {
      CountingInputStream in = new CountingInputStream(SourceFiles.stream(path));
      double size = Files.size(path); // a pipe does not tell it
      DoubleSupplier fraction = () -> size == 0 ? 0 : in.getCount() / size;
      return lines(file, in, path.toAbsolutePath().resolveSibling(""), reader, fraction);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private ConnectionSource standardInput(
      InputStream standardInput, ScenarioReader reader, boolean tenants) {
    String name = Terminal.STANDARD_INPUT;
    if (sources.stream().anyMatch(source -> source.name().equals(name))) {
      throw InputFiles.unusable(InputFiles.STANDARD_INPUT, "is named twice: expected - once");
    }
    BufferedInputStream in = new BufferedInputStream(standardInput, JsonLinesDetector.LONGEST_LINE);
    Path folder = Path.of("").toAbsolutePath();
    try {
      if (!JsonLinesDetector.isJsonLines(in)) {
        return ConnectionSource.of(name, reader.read(name, in, folder));
      }
    } catch (IOException e) {
      throw unreadable(InputFiles.STANDARD_INPUT, e);
    }
    if (!tenants) {
      throw InputFiles.unusable(
          InputFiles.STANDARD_INPUT,
          "has a connection but no tenants: give --tenants PATH, or a whole scenario");
    }
    return lines(name, in, folder, reader, () -> 0);
  }

  private static ScenarioException unreadable(String file, IOException e) {
    return InputFiles.unusable(
        file, "cannot be read (" + SourceFiles.reason(e) + "): expected " + EXPECTED);
  }

  private static ConnectionSource lines(
      String name, InputStream in, Path folder, ScenarioReader reader, DoubleSupplier fraction) {
    try {
      return ConnectionSource.of(name, reader.readLines(name, in, folder), fraction);
    } catch (RuntimeException e) {
      closeAfter(e, in);
      throw e;
    }
  }

  private static void closeAfter(RuntimeException failure, InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      failure.addSuppressed(new UncheckedIOException(e));
    }
  }

  /** What reading the tenants could not honour, a report for each argument. */
  List<ImportReport> importReports() {
    return sources.stream().map(ConnectionSource::importReport).toList();
  }

  int size() {
    return sources.size();
  }

  @Override
  public Iterator<ConnectionSource> iterator() {
    return sources.iterator();
  }

  @Override
  public void close() {
    sources.forEach(ConnectionSource::close);
  }
}
