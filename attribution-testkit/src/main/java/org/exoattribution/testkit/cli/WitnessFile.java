package org.exoattribution.testkit.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Reading;
import org.exoattribution.model.Readings;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.WitnessJson;
import org.jspecify.annotations.Nullable;

/** The scenario file that a search leaves its witnesses in. */
final class WitnessFile {
  private WitnessFile() {}

  /**
   * Writes it, unless no file is given or there is no witness; a scenario has a connection at
   * least.
   *
   * @param force whether it may be overwritten
   * @param tenants where the tenants of the engine come from
   * @param partial what they lack
   * @throws org.exoattribution.model.InvalidValueException if the file is there already or cannot
   *     be written
   */
  static void write(
      @Nullable Path file,
      ForceOption force,
      Path tenants,
      PartialNotice partial,
      AttributionEngine engine,
      List<WitnessJson.Entry> entries) {
    if (file == null || entries.isEmpty()) {
      return;
    }
    String scenario =
        WitnessJson.scenario(
            relative(file, tenants),
            partial.isPartial(),
            engine.ruleSet().key(),
            changed(engine.readings()),
            entries);
    force.write(file, scenario);
  }

  private static String relative(Path file, Path tenants) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    Path target = tenants.toAbsolutePath().normalize();
    return folder != null && Objects.equals(folder.getRoot(), target.getRoot())
        ? folder.relativize(target).toString()
        : target.toString();
  }

  private static Map<String, String> changed(Readings readings) {
    Map<String, String> changed = new TreeMap<>();
    for (Reading reading : Reading.values()) {
      if (readings.get(reading) != Readings.defaults().get(reading)) {
        changed.put(reading.key(), readings.get(reading).name());
      }
    }
    return changed;
  }
}
