package org.exoattribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exoattribution.model.RuleId;
import org.junit.jupiter.api.Test;

/** The table of the engine's package-info: where each rule is at home. */
class RuleHomesTest {
  private static final Pattern ROW =
      Pattern.compile("^ \\* ((?:[A-Z]+-\\d )+) *([a-z.]+\\.[A-Z]\\w+)$", Pattern.MULTILINE);

  private static final Pattern JAVADOC = Pattern.compile("/\\*\\*.*?\\*/", Pattern.DOTALL);

  private static Map<String, List<String>> homes() throws IOException {
    Map<String, List<String>> homes = new TreeMap<>();
    for (MatchResult row :
        ROW.matcher(Files.readString(source("engine.package-info"))).results().toList()) {
      for (String rule : row.group(1).trim().split(" ", -1)) {
        homes.computeIfAbsent(rule, key -> new ArrayList<>()).add(row.group(2));
      }
    }
    return homes;
  }

  private static Path source(String type) {
    String path = "src/main/java/org/exoattribution/" + type.replace('.', '/') + ".java";
    return Stream.of("attribution-model", "attribution-core", "attribution-testkit")
        .map(module -> Path.of("..", module, path))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> new AssertionError(type + ": no such type"));
  }

  @Test
  void each_rule_has_one_home() throws IOException {
    assertThat(homes().keySet())
        .containsExactlyInAnyOrderElementsOf(Stream.of(RuleId.values()).map(RuleId::id).toList());
    assertThat(homes().values()).allSatisfy(home -> assertThat(home).hasSize(1));
  }

  @Test
  void the_javadoc_of_its_home_names_the_rule() throws IOException {
    List<String> silent = new ArrayList<>();
    for (Map.Entry<String, List<String>> home : homes().entrySet()) {
      String javadoc =
          JAVADOC
              .matcher(Files.readString(source(home.getValue().get(0))))
              .results()
              .map(MatchResult::group)
              .collect(Collectors.joining());
      if (!Pattern.compile(home.getKey() + "\\b").matcher(javadoc).find()) {
        silent.add(home.getKey() + " " + home.getValue());
      }
    }

    assertThat(silent).isEmpty();
  }
}
