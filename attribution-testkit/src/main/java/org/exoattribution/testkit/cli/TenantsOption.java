package org.exoattribution.testkit.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exoattribution.testkit.export.TenantsImport;
import org.exoattribution.testkit.export.TenantsReader;
import org.exoattribution.testkit.scenario.ScenarioOverrides;
import org.exoattribution.testkit.source.ScenarioException;
import org.jspecify.annotations.Nullable;
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

  /** As {@link PartialOption#read}. */
  TenantsImport read(AttributionCommand command) {
    return partial.read(path, command);
  }

  private static TenantsImport read(Path path, InputStream standardInput) {
    String file = path.toString();
    return file.equals(InputFiles.STANDARD_INPUT)
        ? new InputFiles(standardInput)
            .read(file, bytes -> TenantsReader.read(Path.of(InputFiles.name(file)), bytes))
        : TenantsReader.read(path);
  }

  /** The option {@code --partial}. */
  static final class PartialOption {
    static final String NAME = "--partial";

    @Option(names = NAME)
    private boolean partial;

    /**
     * The tenants; what could not be honoured of them goes to standard error. They are complete, or
     * the option was given: then what is said of {@link TenantsImport#partialDirectory} has a
     * {@link org.exoattribution.testkit.render.PartialNotice}.
     *
     * @throws ScenarioException if they cannot be used, or something is missing from them and
     *     nobody asked to go on
     */
    TenantsImport read(Path path, AttributionCommand command) {
      TenantsImport imported = TenantsOption.read(path, command.terminal.in());
      if (!partial) {
        imported.directory();
      }
      command.print(List.of(imported.report()));
      return imported;
    }
  }

  /** The options that override what a scenario file says. */
  static final class ScenarioOptions {
    @Option(names = "--tenants", paramLabel = "PATH")
    private @Nullable Path tenants;

    @Mixin private PartialOption partial = new PartialOption();

    @Mixin private RulesOptions rules = new RulesOptions();

    @Option(names = "--at", paramLabel = "INSTANT")
    private @Nullable Instant at;

    /**
     * What was given.
     *
     * @param standardInput for tenants that are given there
     * @throws org.exoattribution.model.InvalidValueException if there is no such reading, or not
     *     this value of it
     * @throws ScenarioException if the tenants cannot be used
     */
    ScenarioOverrides overrides(InputStream standardInput) {
      Map<String, String> readings = rules.readings().checkedValues();
      return new ScenarioOverrides(
          Optional.ofNullable(tenants).map(path -> TenantsOption.read(path, standardInput)),
          rules.rules(),
          readings,
          Optional.ofNullable(at),
          partial.partial);
    }
  }
}
