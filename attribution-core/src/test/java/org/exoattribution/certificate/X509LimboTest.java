package org.exoattribution.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs C2SP x509-limbo (https://x509-limbo.com) through the evaluator if the system property {@code
 * x509.limbo} gives the absolute path of its file, as in {@code mvn test -pl attribution-core -am
 * -Dtest=X509LimboTest -Dsurefire.failIfNoSpecifiedTests=false -Dx509.limbo=$PWD/limbo.json}. The
 * cases of the web's certificate profile are left out. Where the evaluator disagrees is written
 * down with the reason, and every change, for better or worse, is a failure.
 */
class X509LimboTest {
  private static final String FILE = "x509.limbo";
  private static final String DISAGREEMENTS = "x509-limbo-disagreements.txt";

  /** How many of the 151 relevant cases must pass. */
  private static final int FEWEST_PASSED = 122;

  @TestFactory
  Stream<DynamicTest> the_suite() throws IOException {
    String file = System.getProperty(FILE);
    if (file == null) {
      return Stream.empty();
    }
    List<X509LimboCase> cases = cases(Path.of(file));
    Map<String, String> disagreements = disagreements();
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(dynamicTest("enough cases pass", () -> assertEnoughPass(cases, disagreements)));
    for (X509LimboCase each : cases) {
      tests.add(
          dynamicTest(
              each.id(), () -> assertAsWrittenDown(each, disagreements.containsKey(each.id()))));
    }
    return tests.stream();
  }

  @Test
  void every_known_disagreement_has_a_reason() throws IOException {
    assertThat(disagreements().values()).isNotEmpty().allMatch(reason -> reason.length() > 20);
  }

  private static void assertAsWrittenDown(X509LimboCase each, boolean disagrees) {
    String refusal = each.refusal();
    boolean expected = each.expectsSuccess() != disagrees;

    assertThat(refusal.isEmpty())
        .as("%s is accepted; %s", each.id(), refusal.isEmpty() ? "it is" : refusal)
        .isEqualTo(expected);
    if (refusal.isEmpty()) {
      assertThat(each.jdkRefusal()).as("the JDK's refusal of %s", each.id()).isEmpty();
    }
  }

  private static void assertEnoughPass(
      List<X509LimboCase> cases, Map<String, String> disagreements) {
    List<String> ids = cases.stream().map(X509LimboCase::id).toList();

    assertThat(ids).containsAll(disagreements.keySet());
    assertThat(ids.size() - disagreements.size()).isGreaterThanOrEqualTo(FEWEST_PASSED);
  }

  private static List<X509LimboCase> cases(Path file) {
    JsonNode suite = JsonMapper.shared().readTree(file.toFile());
    return StreamSupport.stream(suite.get("testcases").spliterator(), false)
        .map(X509LimboCase::new)
        .filter(X509LimboCase::isRelevant)
        .toList();
  }

  /** The known disagreements: an id and a reason on each line that is not blank or a comment. */
  private static Map<String, String> disagreements() throws IOException {
    try (InputStream in = X509LimboTest.class.getResourceAsStream(DISAGREEMENTS)) {
      Map<String, String> disagreements = new TreeMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .forEach(
              line -> {
                int space = line.indexOf(' ');
                String id = line.substring(0, space);
                assertThat(disagreements.put(id, line.substring(space).strip())).as(id).isNull();
              });
      return disagreements;
    }
  }
}
