package org.exoattribution.testkit.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.exoattribution.analysis.search.SearchProgress;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.finding.Findings;
import picocli.CommandLine.Mixin;

/** What the commands that search a directory have in common: options, progress, output. */
abstract class SearchCommand extends AttributionCommand {
  /**
   * What was found.
   *
   * @param witnesses for the scenario file
   * @param tenants the file or folder whose tenants the witnesses are checked against
   * @param engine what they are checked with
   * @param partial what of these tenants is missing
   * @param failed whether it is an error
   */
  record Answer(
      Findings findings,
      List<Map<String, Object>> witnesses,
      Path tenants,
      AttributionEngine engine,
      PartialNotice partial,
      boolean failed) {}

  @Mixin SearchOptions options = new SearchOptions();

  SearchCommand(Terminal terminal) {
    super(terminal);
  }

  /** Reads the tenants and makes the search ready. */
  abstract Function<SearchProgress, Answer> search();

  @Override
  public Integer call() {
    Function<SearchProgress, Answer> search = search();
    Answer answer;
    try (ProgressLine progress = new ProgressLine(terminal)) {
      answer = search.apply(progress.ofSearch());
    }
    options.format().print(answer.findings(), terminal);
    options
        .witnesses()
        .write(answer.tenants(), answer.partial(), answer.engine(), answer.witnesses());
    return answer.failed() ? ExitCodes.FAILED : ExitCodes.DONE;
  }
}
