package org.exoattribution.testkit.cli;

import java.nio.file.Path;
import java.util.List;
import org.exoattribution.testkit.export.TenantsImport;
import org.exoattribution.testkit.export.TenantsReader;
import org.exoattribution.testkit.source.ScenarioException;
import picocli.CommandLine.Option;

/** The option {@code --tenants} of the commands that cannot do without. */
final class TenantsOption {
  @Option(
      names = "--tenants",
      paramLabel = "PATH",
      required = true,
      description =
          "Looks at the tenants in this file, or in this folder of cmdlet exports with one folder"
              + " per tenant.")
  private Path path = Path.of("");

  /** What was given. */
  Path path() {
    return path;
  }

  /**
   * The tenants; what could not be honoured of them goes to standard error.
   *
   * @throws ScenarioException if they cannot be used
   */
  TenantsImport read(Terminal terminal, Verbosity verbosity) {
    return read(path, terminal, verbosity);
  }

  static TenantsImport read(Path path, Terminal terminal, Verbosity verbosity) {
    TenantsImport imported = TenantsReader.read(path);
    verbosity.print(List.of(imported.report()), terminal.err());
    return imported;
  }
}
