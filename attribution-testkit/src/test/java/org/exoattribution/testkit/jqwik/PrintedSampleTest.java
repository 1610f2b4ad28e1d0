package org.exoattribution.testkit.jqwik;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.exoattribution.model.Finding;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.TenantDirectory;
import org.exoattribution.testkit.scenario.Scenario;
import org.exoattribution.testkit.scenario.ScenarioOverrides;
import org.exoattribution.testkit.scenario.ScenarioReader;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventType;

/** What a falsified property prints: a small scenario that shows the same. */
class PrintedSampleTest {

  /** Falsified on purpose. It is no group, so that only the tests below run it. */
  @Domain(AttributionDomain.class)
  static class Falsified {
    @Property(tries = 1_000, seed = "1")
    void no_address_is_shared(@ForAll World world) {
      for (SimulatedConnection connection : world.connections()) {
        assertThat(world.engine().resolve(connection).grounds().hasFinding(Finding.Id.SHARED_IP))
            .isFalse();
      }
    }

    @Property(tries = 1_000, seed = "1")
    void there_is_no_directory_and_no_connection(
        @ForAll TenantDirectory directory, @ForAll SimulatedConnection connection) {
      assertThat(directory.tenants()).as(connection.toString()).isEmpty();
    }
  }

  @Example
  void a_world_is_printed_as_a_small_scenario_that_can_be_run() {
    String printed = shrunkSample("no_address_is_shared", World.class);
    String file = printed.substring(printed.indexOf('#'));

    Scenario scenario =
        new ScenarioReader(ScenarioOverrides.none())
            .read("printed", new ByteArrayInputStream(file.getBytes(UTF_8)), Path.of(""));

    assertThat(scenario.directory().tenants()).hasSize(2);
    assertThat(scenario.directory().tenants())
        .allSatisfy(tenant -> assertThat(tenant.inboundConnectors()).hasSize(1));
    assertThat(scenario.connections()).hasSize(1);
    assertThat(scenario.engine().resolve(scenario.connections().get(0).transaction()).get(0))
        .satisfies(
            attribution ->
                assertThat(attribution.grounds().hasFinding(Finding.Id.SHARED_IP)).isTrue());
  }

  @Example
  void directories_and_connections_are_printed_as_parts_of_a_scenario() {
    String printed =
        shrunkSample(
            "there_is_no_directory_and_no_connection",
            TenantDirectory.class,
            SimulatedConnection.class);

    assertThat(printed.lines().map(String::strip).filter(line -> !line.startsWith("#")))
        .containsSubsequence(
            "directory:",
            "tenants:",
            "- {name: contoso}",
            "connection:",
            "- {sourceIp: 198.51.100.200, mailFrom: stranger.example,"
                + " rcptTo: stranger.example, at: '2026-01-01T00:00:00Z'}");
  }

  /** The lines between the headings of the shrunk and the original sample. */
  private static String shrunkSample(String property, Class<?>... parameters) {
    StringBuilder report = new StringBuilder();
    EngineTestKit.engine("jqwik")
        .configurationParameter("jqwik.database", "target/jqwik-database-of-falsified")
        .configurationParameter("jqwik.reporting.usejunitplatform", "true")
        .selectors(selectMethod(Falsified.class, property, parameters))
        .execute()
        .allEvents()
        .filter(event -> event.getType() == EventType.REPORTING_ENTRY_PUBLISHED)
        .forEach(
            event ->
                event
                    .getPayload(ReportEntry.class)
                    .ifPresent(entry -> entry.getKeyValuePairs().values().forEach(report::append)));
    String text = report.toString();
    int start = text.indexOf("Shrunk Sample");
    return text.substring(start, text.indexOf("Original Sample", start));
  }
}
