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

  private final ScenarioOverrides overrides;
  private final InputStream standardInput;
  private final List<ConnectionSource> sources = new ArrayList<>();

  private ConnectionSources(ScenarioOverrides overrides, InputStream standardInput) {
    this.overrides = overrides;
    this.standardInput = standardInput;
  }

  /**
   * @throws ScenarioException if one of them cannot be used
   */
  static ConnectionSources open(
      List<String> files, ScenarioOverrides overrides, InputStream standardInput) {
    ConnectionSources opened = new ConnectionSources(overrides, standardInput);
    try {
      for (String file : files) {
        opened.sources.add(opened.open(file));
      }
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
    return opened;
  }

  /** A source that is no file. */
  static ConnectionSources of(ConnectionSource source) {
    ConnectionSources one =
        new ConnectionSources(ScenarioOverrides.none(), InputStream.nullInputStream());
    one.sources.add(source);
    return one;
  }

  private ConnectionSource open(String file) {
    try {
      return file.equals(InputFiles.STANDARD_INPUT) ? openStandardInput() : openFile(file);
    } catch (IOException e) {
      throw InputFiles.unusable(
          file, "cannot be read (" + SourceFiles.reason(e) + "): expected " + EXPECTED);
    }
  }

  private ConnectionSource openFile(String file) throws IOException {
    Path path = InputFiles.existing(file, EXPECTED);
    if (file.toLowerCase(Locale.ROOT).endsWith(".jsonl")) {
      if (overrides.tenants().isEmpty()) {
        throw InputFiles.unusable(
            file, "has connections but no tenants: expected --tenants PATH with it");
      }
      CountingInputStream in = new CountingInputStream(SourceFiles.stream(path));
      double size = Files.size(path);
      return lines(
          file,
          in,
          path.toAbsolutePath().resolveSibling(""),
          () -> size == 0 ? 0 : in.getCount() / size); // a pipe does not tell its size
    }
    return ConnectionSource.of(file, new ScenarioReader(overrides).read(path));
  }

  private ConnectionSource openStandardInput() throws IOException {
    if (sources.stream().anyMatch(source -> source.name().equals(Terminal.STANDARD_INPUT))) {
      throw InputFiles.unusable(InputFiles.STANDARD_INPUT, "is named twice: expected - once");
    }
    BufferedInputStream in = new BufferedInputStream(standardInput, JsonLinesDetector.LONGEST_LINE);
    Path folder = Path.of("").toAbsolutePath();
    boolean jsonLines = JsonLinesDetector.isJsonLines(in);
    if (jsonLines && overrides.tenants().isEmpty()) {
      throw InputFiles.unusable(
          InputFiles.STANDARD_INPUT,
          "has a connection but no tenants: give --tenants PATH, or a whole scenario");
    }
    return jsonLines
        ? lines(Terminal.STANDARD_INPUT, in, folder, () -> 0)
        : ConnectionSource.of(
            Terminal.STANDARD_INPUT,
            new ScenarioReader(overrides).read(Terminal.STANDARD_INPUT, in, folder));
  }

  private ConnectionSource lines(
      String name, InputStream in, Path folder, DoubleSupplier fractionRead) {
    try {
      return ConnectionSource.of(
          name, new ScenarioReader(overrides).readLines(name, in, folder), fractionRead);
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
