package org.exoattribution.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.exoattribution.testkit.assertj.AttributionAssertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.exoattribution.testkit.cases.SharedGatewayCase;
import org.exoattribution.testkit.coverage.DesignCoverage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

class DesignCoverageExtensionTest {
  private static final DesignCoverageExtension NONE =
      DesignCoverageExtension.of(DesignCoverage.of(SharedGatewayCase.byAddress()));
  private static DesignCoverage coverage = DesignCoverage.of(SharedGatewayCase.byAddress());
  private static DesignCoverageExtension extension = NONE;

  /** Runs {@link HalfOfTheDesign} with an extension made of a fresh record. */
  private static EngineExecutionResults run(DesignCoverageExtension configured) {
    extension = configured;
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(HalfOfTheDesign.class))
        .execute();
  }

  private static DesignCoverageExtension fresh() {
    coverage = DesignCoverage.of(SharedGatewayCase.byAddress());
    return DesignCoverageExtension.of(coverage);
  }

  private static List<String> failuresOf(EngineExecutionResults results) {
    return results.allEvents().failed().stream()
        .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
        .flatMap(result -> result.getThrowable().stream())
        .map(Throwable::getMessage)
        .toList();
  }

  @Test
  void without_a_minimum_what_nothing_touched_is_reported_once() {
    EngineExecutionResults results = run(fresh());

    assertThat(failuresOf(results)).isEmpty();
    assertThat(results.allEvents().reportingEntryPublished().stream())
        .singleElement()
        .extracting(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
        .satisfies(
            pairs ->
                assertThat(pairs.get("design coverage"))
                    .startsWith("design coverage, results: 2\n")
                    .contains("untouched: alpha / Alpha from shared gateway"));
  }

  @Test
  void a_minimum_that_is_reached_passes() {
    assertThat(failuresOf(run(fresh().withMinimumConnectors(50).withMinimumRules(20)))).isEmpty();
  }

  @Test
  void fewer_connectors_than_the_minimum_fail_the_class() {
    assertThat(failuresOf(run(fresh().withMinimumConnectors(51))))
        .singleElement()
        .satisfies(
            message ->
                assertThat(message)
                    .startsWith(
                        "the tests exercise less of the design than expected: at least 51 % of the"
                            + " connectors\ndesign coverage, results: 2\n")
                    .contains("untouched: alpha / Alpha from shared gateway"));
  }

  @Test
  void fewer_rules_than_the_minimum_fail_the_class() {
    assertThat(failuresOf(run(fresh().withMinimumRules(100))))
        .singleElement()
        .satisfies(
            message ->
                assertThat(message)
                    .contains("at least 100 % of the rules\n", "    untouched: IP-3\n"));
  }

  @Test
  void the_report_can_be_written_to_a_file(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("reports").resolve("coverage.txt");

    run(fresh().withReportIn(file));

    assertThat(Files.readString(file)).isEqualTo(coverage.report().toString());
  }

  @Test
  void a_share_beyond_100_percent_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NONE.withMinimumRules(101))
        .withMessage("101 is not a share: expected 0 to 100 percent");
    assertThatIllegalArgumentException().isThrownBy(() -> NONE.withMinimumConnectors(-1));
  }

  /** Exercises the connector of beta alone, once here and once in a nested class. */
  static class HalfOfTheDesign {
    @RegisterExtension static final Delegate EXTENSION = new Delegate();

    @Test
    void mail_of_beta_is_sent() {
      assertThat(coverage, SharedGatewayCase.betaMail()).from("beta");
    }

    @Nested
    class Inside {
      @Test
      void mail_of_beta_is_sent_again() {
        assertThat(coverage, SharedGatewayCase.betaMail()).from("beta");
      }
    }
  }

  /** Stands in the static field for the extension that the test at hand configured. */
  static class Delegate implements BeforeAllCallback, AfterAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
      extension.beforeAll(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
      extension.afterAll(context);
    }
  }
}
