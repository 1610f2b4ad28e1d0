package org.exoattribution.testkit.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.exoattribution.testkit.export.TenantsImport;
import org.exoattribution.testkit.export.TenantsReader;
import org.exoattribution.testkit.source.ScenarioException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The option {@code --tenants} of the commands that cannot do without. */
final class TenantsOption {
  @Option(names = "--tenants", paramLabel = "PATH", required = true)
  private Path path = Path.of("");

  @Mixin private PartialOption partial = new PartialOption();

  /** What was given. */
  Path path() {
    return path;
  }

  /**
   * The tenants; what could not be honoured of them goes to standard error. They are complete, or
   * {@code --partial} was given: then what is said of {@link TenantsImport#partialDirectory} has a
   * {@link org.exoattribution.testkit.render.PartialNotice}.
   *
   * @throws ScenarioException if they cannot be used
   */
  TenantsImport read(Terminal terminal, Verbosity verbosity) {
    return read(path, partial, terminal, verbosity);
  }

  static TenantsImport read(
      Path path, PartialOption partial, Terminal terminal, Verbosity verbosity) {
    TenantsImport imported = read(path, terminal.in());
    partial.check(imported);
    verbosity.print(List.of(imported.report()), terminal.err());
    return imported;
  }

  static TenantsImport read(Path path, InputStream standardInput) {
    String file = path.toString();
    return file.equals(InputFiles.STANDARD_INPUT)
        ? new InputFiles(standardInput)
            .read(file, bytes -> TenantsReader.read(Path.of(InputFiles.name(file)), bytes))
        : TenantsReader.read(path);
  }
}
