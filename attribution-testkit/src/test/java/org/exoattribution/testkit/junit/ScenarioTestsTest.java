package org.exoattribution.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.exoattribution.model.Explanation;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

class ScenarioTestsTest {
  /** Set by every version of Surefire, forked or not. */
  private static final String SUREFIRE = "surefire.test.class.path";

  private static final String TENANTS =
      """
      tenants:
        - name: contoso
          acceptedDomains: [contoso.com]
      connections:
      """;
  private static final String RIGHT =
      """
        - name: mail to contoso
          sourceIp: 192.0.2.1
          mailFrom: fabrikam.com
          rcptTo: contoso.com
          expect: { verdict: incoming, tenant: contoso }
      """;
  private static final String WRONG =
      """
        - name: mail between strangers
          sourceIp: 192.0.2.1
          mailFrom: fabrikam.com
          rcptTo: tailspintoys.com
          expect: { verdict: originating, tenant: contoso }
      """;
  private static final String WITHOUT_EXPECTATION =
      """
        - name: mail of which nothing is expected
          sourceIp: 192.0.2.1
          mailFrom: fabrikam.com
          rcptTo: contoso.com
      """;

  @TempDir static Path folder;

  private static EngineExecutionResults run(Class<?> testClass) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(testClass)).execute();
  }

  /** The tests of one file with this content, run by JUnit. */
  private static EngineExecutionResults runFile(String content) throws IOException {
    Sample.file = Files.writeString(folder.resolve("sample.yaml"), content);
    return run(Sample.class);
  }

  private static String failureOf(EngineExecutionResults results) {
    return results.testEvents().failed().stream()
        .findFirst()
        .flatMap(event -> event.getPayload(TestExecutionResult.class))
        .flatMap(TestExecutionResult::getThrowable)
        .map(Throwable::getMessage)
        .orElseThrow();
  }

  @Test
  void tenants_that_lack_something_fail_unless_the_file_takes_them_in_part() throws IOException {
    String lacking =
        TENANTS.replace(
                "[contoso.com]",
                "[contoso.com]\n    inboundConnectors: [{ Name: A, Enabeld: false }]")
            + RIGHT;

    EngineExecutionResults refused = runFile(lacking);
    EngineExecutionResults partial = runFile("partial: true\n" + lacking);

    assertThat(failureOf(refused)).contains("\"Enabeld\"", "did you mean \"Enabled\"?");
    partial.testEvents().assertStatistics(all -> all.succeeded(1).failed(0));
    assertThat(partial.containerEvents().started().stream())
        .extracting(event -> event.getTestDescriptor().getDisplayName())
        .contains("sample.yaml (partial tenants: proves nothing)");
  }

  @Test
  void each_connection_is_a_test_by_its_name() throws IOException {
    EngineExecutionResults results = runFile(TENANTS + RIGHT + WRONG);

    assertThat(
            results.testEvents().finished().stream()
                .map(event -> event.getTestDescriptor().getDisplayName()))
        .containsExactly("mail to contoso", "mail between strangers");
    results.testEvents().assertStatistics(s -> s.succeeded(1).failed(1));
  }

  @Test
  void an_ide_can_jump_to_the_line_of_the_connection() throws IOException {
    Event first = firstTestOf(TENANTS + RIGHT, Optional.empty());

    assertThat(first.getTestDescriptor().getSource())
        .contains(FileSource.from(Sample.file.toFile(), FilePosition.from(5)));
    assertThat(first.getTestDescriptor().getParent().flatMap(TestDescriptor::getSource))
        .contains(FileSource.from(Sample.file.toFile()));
    assertThat(first.getTestDescriptor().getParent().map(TestDescriptor::getDisplayName))
        .contains("sample.yaml");
  }

  /** Version 3.5.3 of Surefire drops tests that have a source of their own, and goes on. */
  @Test
  void under_surefire_tests_have_no_file_for_their_source() throws IOException {
    Event first = firstTestOf(TENANTS + RIGHT, Optional.of("test-classes"));

    assertThat(first.getTestDescriptor().getSource())
        .hasValueSatisfying(source -> assertThat(source).isInstanceOf(MethodSource.class));
    assertThat(first.getTestDescriptor().getParent().flatMap(TestDescriptor::getSource))
        .hasValueSatisfying(source -> assertThat(source).isInstanceOf(MethodSource.class));
  }

  private static Event firstTestOf(String content, Optional<String> surefire) throws IOException {
    String before = System.getProperty(SUREFIRE);
    setSurefire(surefire.orElse(null));
    try {
      return runFile(content).testEvents().finished().stream().findFirst().orElseThrow();
    } finally {
      setSurefire(before);
    }
  }

  private static void setSurefire(String classPath) {
    if (classPath == null) {
      System.clearProperty(SUREFIRE);
    } else {
      System.setProperty(SUREFIRE, classPath);
    }
  }

  @Test
  void a_failure_names_the_line_and_explains_the_attribution() throws IOException {
    assertThat(failureOf(runFile(TENANTS + WRONG)))
        .startsWith(Sample.file + ":9\nconnection from 192.0.2.1, plaintext, no certificate")
        .contains("expected:\n  verdict: originating\n  tenant: contoso\nbut was:\n  Rejected:");
  }

  @Test
  void several_recipients_are_compared_one_by_one() throws IOException {
    String several =
        """
          - sourceIp: 192.0.2.1
            mailFrom: fabrikam.com
            rcptTo: [contoso.com, tailspintoys.com]
            expect: [{ verdict: incoming }, { verdict: incoming }]
        """;

    assertThat(failureOf(runFile(TENANTS + several)))
        .contains("RCPT TO tailspintoys.com")
        .doesNotContain("RCPT TO contoso.com");
  }

  @Test
  void an_empty_file_fails() throws IOException {
    EngineExecutionResults results = runFile("");

    results.testEvents().assertStatistics(s -> s.started(1).failed(1));
    assertThat(failureOf(results)).isEqualTo(Sample.file + ": is empty: expected a scenario");
  }

  @Test
  void a_missing_file_fails() {
    Sample.file = folder.resolve("missing.yaml");
    EngineExecutionResults results = run(Sample.class);

    results.testEvents().assertStatistics(s -> s.started(1).failed(1));
    assertThat(failureOf(results)).startsWith(Sample.file.toString());
  }

  @Test
  void a_file_without_expectations_fails() throws IOException {
    EngineExecutionResults results = runFile(TENANTS + WITHOUT_EXPECTATION);

    results.testEvents().assertStatistics(s -> s.started(1).failed(1));
    assertThat(failureOf(results))
        .isEqualTo(
            Sample.file + ": has no expectation: expected \"expect\" at one connection at least");
  }

  @Test
  void a_connection_without_an_expectation_is_no_test() throws IOException {
    runFile(TENANTS + WITHOUT_EXPECTATION + RIGHT)
        .testEvents()
        .assertStatistics(s -> s.started(1).succeeded(1));
  }

  @Test
  void an_empty_folder_fails() throws IOException {
    Sample.file = Files.createDirectories(folder.resolve("empty"));
    EngineExecutionResults results = run(Sample.class);

    results.testEvents().assertStatistics(s -> s.started(1).failed(1));
    assertThat(failureOf(results)).contains("holds no file in [.yaml, .yml, .json]");
  }

  @Test
  void a_broken_file_fails_and_the_others_of_the_folder_run() throws IOException {
    Path several = Files.createDirectories(folder.resolve("several"));
    Files.writeString(several.resolve("1.yaml"), TENANTS + RIGHT);
    Files.writeString(several.resolve("2.yml"), "tenants: 7");
    Files.writeString(several.resolve("3.JSON"), "{}");
    Files.writeString(several.resolve("notes.txt"), "not a scenario");
    Sample.file = several;

    run(Sample.class).testEvents().assertStatistics(s -> s.started(3).succeeded(1).failed(2));
  }

  @Test
  void no_file_at_all_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(ScenarioTests::in)
        .withMessage("no scenario file is named: expected at least one file or folder");
  }

  @Test
  void an_annotation_names_the_files_and_the_class_is_told_what_came() {
    Annotated.OBSERVED.clear();

    EngineExecutionResults results = run(Annotated.class);

    results.testEvents().assertStatistics(s -> s.started(1).succeeded(1));
    assertThat(Annotated.OBSERVED)
        .singleElement()
        .satisfies(e -> assertThat(e.attribution().tenantName()).contains("varunagroup"));
  }

  @Test
  void a_class_that_names_no_files_fails() {
    Optional<Throwable> failure =
        run(Unannotated.class).containerEvents().failed().stream()
            .findFirst()
            .flatMap(event -> event.getPayload(TestExecutionResult.class))
            .flatMap(TestExecutionResult::getThrowable);

    assertThat(failure)
        .hasValueSatisfying(
            f -> assertThat(f).hasMessageContaining("expected @ScenarioSource(\"scenarios\")"));
  }

  static class Sample {
    static Path file = Path.of("");

    @TestFactory
    Stream<DynamicNode> scenarios() {
      return ScenarioTests.in(file);
    }
  }

  @ScenarioSource("scenarios/e1-varuna-and-setebos.yaml")
  static class Annotated implements ScenarioTests {
    static final List<Explanation> OBSERVED = new ArrayList<>();

    @Override
    public void observe(Explanation explanation) {
      OBSERVED.add(explanation);
    }
  }

  static class Unannotated implements ScenarioTests {}
}
