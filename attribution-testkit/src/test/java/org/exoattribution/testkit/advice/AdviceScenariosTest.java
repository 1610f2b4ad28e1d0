package org.exoattribution.testkit.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.exoattribution.analysis.advice.Advice;
import org.exoattribution.analysis.advice.Advisor;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.Rejected;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.RuleId;
import org.exoattribution.testkit.scenario.Scenario;
import org.exoattribution.testkit.scenario.ScenarioConnection;
import org.exoattribution.testkit.scenario.ScenarioOverrides;
import org.exoattribution.testkit.scenario.ScenarioReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever the shipped scenarios are advised to do, does what it says. */
class AdviceScenariosTest {
  private static final Set<RejectionReason> REFUSED_RELAY =
      EnumSet.of(RejectionReason.NO_CONNECTOR_MATCHED, RejectionReason.DOMAIN_NOT_ACCEPTED);

  /** What an advice is about. */
  private record Case(String name, Scenario scenario, Attribution result) {}

  @TestFactory
  List<DynamicTest> the_first_action_of_every_rejection_leads_to_the_intended_outcome()
      throws IOException {
    return tests(AdviceScenariosTest::firstActionHelps, c -> rejected(c.result()));
  }

  @TestFactory
  List<DynamicTest> every_further_change_does_what_it_says() throws IOException {
    return tests(
        AdviceScenariosTest::everyChangeHelps,
        c -> rejected(c.result()) || !c.result().findings().isEmpty());
  }

  private static boolean rejected(Attribution attribution) {
    return attribution.verdict() == Attribution.Verdict.REJECTED;
  }

  private static List<DynamicTest> tests(Consumer<Case> test, Predicate<Case> filter)
      throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Case each : cases()) {
      if (filter.test(each)) {
        tests.add(DynamicTest.dynamicTest(each.name(), () -> test.accept(each)));
      }
    }
    assertThat(tests).hasSizeGreaterThan(50);
    return tests;
  }

  private static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
      for (Path file : files.sorted().toList()) {
        Scenario scenario = new ScenarioReader(ScenarioOverrides.none()).read(file);
        for (ScenarioConnection connection : scenario.connections()) {
          for (Attribution result : scenario.engine().resolve(connection.transaction())) {
            cases.add(
                new Case(
                    file.getFileName()
                        + ": "
                        + connection.name()
                        + " to "
                        + result.connection().rcptTo(),
                    scenario,
                    result));
          }
        }
      }
    }
    return cases;
  }

  private static void firstActionHelps(Case rejection) {
    Rejected rejected = (Rejected) rejection.result();
    Advice first = advise(rejection).get(0);

    Attribution after = followed(first, rejection);

    if (REFUSED_RELAY.contains(rejected.reason()) && !isInTransaction(rejected)) {
      assertThat(after.verdict()).isEqualTo(Attribution.Verdict.ORIGINATING);
    } else {
      assertThat(after.verdict()).isNotEqualTo(Attribution.Verdict.REJECTED);
    }
    rejected.tenant().ifPresent(tenant -> assertThat(after.tenantName()).contains(tenant.name()));
  }

  private static boolean isInTransaction(Rejected rejected) {
    return rejected.grounds().rules().contains(RuleId.MULTI_2);
  }

  private static void everyChangeHelps(Case each) {
    for (Advice advice : advise(each)) {
      Attribution after = followed(advice, each);

      assertThat(AttributionOutcome.of(after))
          .as(advice.change().action())
          .isEqualTo(advice.outcome());
      assertThat(after.findings())
          .as(advice.change().action())
          .noneMatch(finding -> advice.resolves().contains(finding.id()));
      if (!rejected(each.result())) {
        assertThat(advice.resolves()).as(advice.change().action()).isNotEmpty();
      }
    }
  }

  private static List<Advice> advise(Case each) {
    return Advisor.of(each.scenario().engine()).advise(each.result());
  }

  private static Attribution followed(Advice advice, Case each) {
    return Administrator.following(
        advice.change(), each.scenario().engine(), each.result().connection());
  }
}
