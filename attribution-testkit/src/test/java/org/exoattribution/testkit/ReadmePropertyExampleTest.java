package org.exoattribution.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.testkit.assertj.AttributionAssertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import org.exoattribution.model.Finding;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.testkit.design.Design;
import org.exoattribution.testkit.design.Designs;
import org.exoattribution.testkit.jqwik.AttributionArbitraries;
import org.exoattribution.testkit.jqwik.AttributionDomain;
import org.exoattribution.testkit.jqwik.World;
import org.exoattribution.testkit.laws.AttributionLaws;
import org.exoattribution.testkit.reference.ReferenceResult;
import org.exoattribution.testkit.scenario.Scenario;
import org.exoattribution.testkit.scenario.ScenarioOverrides;
import org.exoattribution.testkit.scenario.ScenarioReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventType;

/** What the README shows of properties, compiled, run and word for word in the README. */
class ReadmePropertyExampleTest {

  static List<String> examples() throws IOException {
    return Readme.examplesIn(ReadmePropertyExampleTest.class);
  }

  @Test
  void there_are_two_examples() throws IOException {
    assertThat(examples()).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_stands_in_the_readme(String example) throws IOException {
    assertThat(Readme.text()).contains("```java\n" + example + "```\n");
  }

  @Test
  void the_example_of_laws_and_reference_passes() {
    EngineExecutionResults results = run(AnyDirectoryTest.class);

    assertThat(results.allEvents().failed().stream()).isEmpty();
    assertThat(results.testEvents().succeeded().count()).isEqualTo(2);
  }

  @Test
  void the_example_of_a_property_fails_and_prints_what_stands_in_the_readme() throws IOException {
    String sample = Readme.block("yaml", "# A scenario file, to be pasted");
    String tenants = sample.substring(0, sample.indexOf("at:"));

    String report =
        run(StrangersTest.class)
            .allEvents()
            .filter(event -> event.getType() == EventType.REPORTING_ENTRY_PUBLISHED)
            .flatMap(event -> event.getPayload(ReportEntry.class).stream())
            .flatMap(entry -> entry.getKeyValuePairs().values().stream())
            .collect(Collectors.joining());

    // The connection is another one in every run.
    assertThat(report.replaceAll("(?m)^ {4}", "")).contains(tenants);
    Scenario scenario =
        new ScenarioReader(ScenarioOverrides.none())
            .read("README", new ByteArrayInputStream(sample.getBytes(UTF_8)), Path.of(""));
    assertThat(scenario.connections())
        .singleElement()
        .satisfies(
            connection ->
                assertThat(scenario.engine(), connection.transaction())
                    .forFirstRecipient()
                    .hasFinding(Finding.Id.WILDCARD_CAPTURE));
  }

  private static EngineExecutionResults run(Class<?> testClass) {
    return EngineTestKit.engine("jqwik")
        .configurationParameter("jqwik.database", "target/jqwik-database-of-readme")
        .configurationParameter("jqwik.reporting.usejunitplatform", "true")
        .selectors(selectClass(testClass))
        .execute();
  }

  // readme
  static class StrangersTest {
    private final Design design =
        Designs.hybrid("varunagroup", "varunagroup.de")
            .and(Designs.recipient("fabrikam", "fabrikam.com"));

    @Provide
    Arbitrary<World> ours() {
      return AttributionArbitraries.worlds().withDirectory(design.directory());
    }

    @Property
    void strangers_are_not_relayed(@ForAll("ours") World world) {
      for (SimulatedConnection connection : world.connections()) {
        assertThat(world.engine(), connection).hasNoFinding(Finding.Id.WILDCARD_CAPTURE);
      }
    }
  }

  // end

  // readme
  @Domain(AttributionDomain.class)
  static class AnyDirectoryTest {
    @Property(tries = 100)
    void the_laws_hold(@ForAll World world) {
      AttributionLaws.requireAll(world.engine(), world.connections());
    }

    @Property(tries = 100)
    void the_reference_agrees(@ForAll World world) {
      for (SimulatedConnection connection : world.connections()) {
        assertThat(ReferenceResult.of(world.engine().resolve(connection)))
            .isEqualTo(world.reference().resolve(connection));
      }
    }
  }
  // end
}
