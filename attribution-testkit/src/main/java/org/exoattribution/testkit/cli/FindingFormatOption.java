package org.exoattribution.testkit.cli;

import picocli.CommandLine.Option;

/** The option {@code --format} of the commands that find something in tenants. */
final class FindingFormatOption {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "Prints text for people (the default), json, which is one object a line and finding, or"
              + " sarif, which is one log for code-hosting services.")
  private FindingFormat format = FindingFormat.TEXT;

  FindingFormat format() {
    return format;
  }
}
