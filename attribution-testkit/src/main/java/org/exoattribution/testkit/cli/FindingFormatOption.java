package org.exoattribution.testkit.cli;

import org.exoattribution.testkit.render.finding.Findings;
import picocli.CommandLine.Option;

/** The option {@code --format} of the commands that find something in tenants. */
final class FindingFormatOption {
  @Option(names = "--format", paramLabel = "FORMAT")
  private FindingFormat format = FindingFormat.TEXT;

  /** Prints the findings in that form. */
  void print(Findings findings, Terminal terminal) {
    switch (format) {
      case TEXT -> terminal.out().print(findings.text(terminal.palette()));
      case JSON -> findings.lines().forEach(terminal.out()::print);
      case SARIF -> terminal.out().print(findings.sarif());
    }
  }
}
