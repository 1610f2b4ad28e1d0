package org.exoattribution.testkit.jqwik;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.exoattribution.testkit.scenario.Scenario;
import org.exoattribution.testkit.scenario.ScenarioConnection;
import org.exoattribution.testkit.scenario.ScenarioOverrides;
import org.exoattribution.testkit.scenario.ScenarioReader;

/** What is written as a scenario file is read back as it was. */
@Domain(AttributionDomain.class)
class ScenarioRoundTripTest {

  @Property(tries = 500)
  void a_world_written_as_a_scenario_is_read_back_with_the_same_results(@ForAll World world) {
    Scenario read = read(world.scenario().text());

    assertThat(read.importReport().entries()).isEmpty();
    assertThat(read.directory()).isEqualTo(world.directory());
    assertThat(read.ruleSet()).isEqualTo(world.ruleSet());
    assertThat(read.readings()).isEqualTo(world.readings());
    assertThat(read.connections())
        .extracting(ScenarioConnection::transaction)
        .isEqualTo(world.transactions());
    for (ScenarioConnection connection : read.connections()) {
      assertThat(read.engine().resolve(connection.transaction()))
          .isEqualTo(world.engine().resolve(connection.transaction()));
    }
  }

  private static Scenario read(String text) {
    return new ScenarioReader(ScenarioOverrides.none())
        .read("written", new ByteArrayInputStream(text.getBytes(UTF_8)), Path.of(""));
  }
}
