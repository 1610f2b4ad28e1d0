package org.exoattribution.testkit.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.json.WitnessScenario;
import org.exoattribution.testkit.render.yaml.ScenarioYaml;
import org.jspecify.annotations.Nullable;

/**
 * The scenario file that a search leaves its witnesses in.
 *
 * @param file null if none is wanted
 * @param force whether it may be overwritten
 */
record WitnessFile(@Nullable Path file, ForceOption force) {
  /**
   * Before work whose result would be lost.
   *
   * @param tenants where the tenants come from, which the scenario names
   * @throws InvalidValueException if the file is there already, or the tenants are no file
   */
  void check(Path tenants) {
    if (file != null) {
      if (tenants.toString().equals(InputFiles.STANDARD_INPUT)) {
        throw new InvalidValueException(
            file + ": cannot name tenants on standard input: expected --tenants with a file");
      }
      force.check(file);
    }
  }

  /**
   * Writes it, if there is a witness; a scenario has a connection at least.
   *
   * @param tenants where the tenants of the engine come from
   * @param partial what they lack
   * @throws InvalidValueException if the file is there already or cannot be written
   */
  void write(
      Path tenants,
      PartialNotice partial,
      AttributionEngine engine,
      List<Map<String, Object>> entries) {
    if (file != null && !entries.isEmpty()) {
      force.write(
          file,
          WitnessScenario.text(
              relative(file, tenants),
              partial.isPartial(),
              engine.ruleSet().key(),
              ScenarioYaml.changed(engine.readings()),
              entries));
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
