package org.exoattribution.testkit.jqwik;

import java.util.List;
import net.jqwik.api.SampleReportingFormat;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.model.TenantDirectory;
import org.exoattribution.testkit.render.yaml.ScenarioYaml;

/**
 * Prints samples as scenario files: a {@link World} as one that can be run as it is, a directory as
 * its tenants, a connection as an entry to be put under {@code connections:}. jqwik finds it by
 * {@code META-INF/services}.
 */
public final class ScenarioReportingFormat implements SampleReportingFormat {
  // Each is longer than a line of jqwik's report, which would else put a short sample on one line.
  private static final String WORLD =
      "# A scenario file, to be pasted as it is (indented or not) and run:"
          + " java -jar attribution.jar resolve FILE\n";
  private static final String DIRECTORY =
      "# The tenants of a scenario file, to be pasted as they are (indented or not);"
          + " connections are still missing\n";
  private static final String CONNECTION =
      "# An entry under connections in a scenario file, to be pasted below the tenants"
          + " that it is to be tried on\n";

  /** For jqwik. */
  public ScenarioReportingFormat() {}

  @Override
  public boolean appliesTo(Object value) {
    return value instanceof World
        || value instanceof TenantDirectory
        || value instanceof SimulatedTransaction
        || value instanceof SimulatedConnection;
  }

  @Override
  public Object report(Object value) {
    try {
      return SampleReportingFormat.plainLabel(yaml(value).stripTrailing());
    } catch (IllegalArgumentException e) { // a certificate that no scenario can describe
      return SampleReportingFormat.plainLabel(value.toString());
    }
  }

  private static String yaml(Object value) {
    if (value instanceof World world) {
      return WORLD + world.scenario().text();
    }
    if (value instanceof TenantDirectory directory) {
      return DIRECTORY + ScenarioYaml.of(directory).text();
    }
    return CONNECTION
        + ScenarioYaml.entryOf(
            value instanceof SimulatedTransaction transaction
                ? transaction
                : SimulatedTransaction.of((SimulatedConnection) value, List.of()));
  }
}
