package org.exoattribution.testkit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.testkit.document.SourceFiles;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.json.WitnessScenario;
import org.exoattribution.testkit.render.yaml.ScenarioYaml;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --force}, without which no file is overwritten. */
final class ForceOption {
  @Option(names = "--force")
  private boolean force;

  /**
   * Before work whose result would be lost.
   *
   * @throws InvalidValueException if the file is there and may not be overwritten, or its folder is
   *     not
   */
  void check(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new InvalidValueException(
          file + ": cannot be written: expected a file in a folder that exists");
    }
    if (!force && Files.exists(file)) {
      throw new InvalidValueException(
          file + ": is there already: expected a new file, or --force to overwrite it");
    }
  }

  /**
   * Writes the file.
   *
   * @throws InvalidValueException as {@link #check}, or if it cannot be written
   */
  void write(Path file, String content) {
    check(file);
    try {
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new InvalidValueException(
          file + ": cannot be written (" + SourceFiles.reason(e) + "): expected a file to write");
    }
  }

  /**
   * As {@link #check}, for the scenario file that a search leaves its witnesses in.
   *
   * @param file null if none is wanted
   * @param tenants where the tenants come from, which the scenario names
   * @throws InvalidValueException also if the tenants are no file
   */
  void checkWitnesses(@Nullable Path file, Path tenants) {
    if (file != null) {
      if (tenants.toString().equals(InputFiles.STANDARD_INPUT)) {
        throw new InvalidValueException(
            file + ": cannot name tenants on standard input: expected --tenants with a file");
      }
      check(file);
    }
  }

  /**
   * Writes it, if there is a witness; a scenario has a connection at least.
   *
   * @param file null if none is wanted
   * @param tenants where the tenants of the engine come from
   * @param partial what they lack
   * @throws InvalidValueException if the file is there already or cannot be written
   */
  void writeWitnesses(
      @Nullable Path file,
      Path tenants,
      PartialNotice partial,
      AttributionEngine engine,
      List<Map<String, Object>> witnesses) {
    if (file != null && !witnesses.isEmpty()) {
      String from = relative(file, tenants);
      Map<String, String> readings = ScenarioYaml.changed(engine.readings());
      String rules = engine.ruleSet().key();
      write(file, WitnessScenario.text(from, partial.isPartial(), rules, readings, witnesses));
    }
  }

  private static String relative(Path file, Path tenants) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    Path target = tenants.toAbsolutePath().normalize();
    return folder != null && Objects.equals(folder.getRoot(), target.getRoot())
        ? folder.relativize(target).toString()
        : target.toString();
  }
}
