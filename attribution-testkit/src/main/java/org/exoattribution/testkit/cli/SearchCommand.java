package org.exoattribution.testkit.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.exoattribution.analysis.search.SearchProgress;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.WitnessJson;
import picocli.CommandLine.Mixin;

/** What the commands that search a directory have in common: options, progress, forms of output. */
abstract class SearchCommand implements Callable<Integer> {
  /**
   * What was found, in each form.
   *
   * @param text as a person reads it
   * @param objects as JSON, a line each
   * @param sarif as a log
   * @param witnesses for the scenario file
   * @param tenants the file or folder whose tenants the witnesses are checked against
   * @param engine what they are checked with
   * @param partial what of these tenants is missing
   * @param failed whether it is an error
   */
  record Answer(
      Supplier<String> text,
      Supplier<Stream<String>> objects,
      Supplier<String> sarif,
      List<WitnessJson.Entry> witnesses,
      Path tenants,
      AttributionEngine engine,
      PartialNotice partial,
      boolean failed) {}

  final Terminal terminal;
  final Verbosity verbosity;

  @Mixin SearchOptions options = new SearchOptions();

  SearchCommand(Terminal terminal, Verbosity verbosity) {
    this.terminal = terminal;
    this.verbosity = verbosity;
  }

  /** Reads the tenants and makes the search ready. */
  abstract Search search();

  /** A search that can be run. */
  interface Search {
    /** Runs it. */
    Answer run(SearchProgress progress);
  }

  @Override
  public Integer call() {
    Search search = search();
    Answer answer;
    try (SearchProgressLine progress = new SearchProgressLine(terminal, System::nanoTime)) {
      answer = search.run(progress);
    }
    switch (options.format()) {
      case TEXT -> terminal.out().print(answer.text().get());
      case JSON -> answer.objects().get().forEach(line -> terminal.out().print(line + "\n"));
      case SARIF -> terminal.out().print(answer.sarif().get());
    }
    WitnessFile.write(
        options.witnesses(),
        options.force(),
        answer.tenants(),
        answer.partial(),
        answer.engine(),
        answer.witnesses());
    return answer.failed() ? ExitCodes.FAILED : ExitCodes.DONE;
  }
}
