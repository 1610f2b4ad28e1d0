package org.exoattribution.testkit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the guides show as typed at a terminal is typed there, from the root of the repository, and
 * prints what they show. A line of three dots stands for any lines.
 */
class GuideCommandsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern CONSOLE =
      Pattern.compile("(?ms)^```console\\n\\$ attribution (\\V*)\\n(.*?)^```$");

  @TestFactory
  Stream<DynamicTest> a_command_prints_what_the_guide_shows() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String guide : List.of("README.md", "attribution-testkit/README.md")) {
      for (MatchResult example :
          CONSOLE.matcher(Files.readString(ROOT.resolve(guide))).results().toList()) {
        tests.add(
            DynamicTest.dynamicTest(
                guide + ": " + example.group(1),
                () ->
                    assertThat(output(example.group(1).split(" ")))
                        .matches(anything(example.group(2)))));
      }
    }
    assertThat(tests).hasSizeGreaterThanOrEqualTo(4);
    return tests.stream();
  }

  @Test
  void the_first_command_prints_what_stands_below_it() throws Exception {
    String guide = Files.readString(ROOT.resolve("README.md"));
    String typed = firstBlock(guide, "sh").split("attribution\\.jar ", 2)[1].strip();

    assertThat(output(typed.split(" "))).startsWith(firstBlock(guide, "text"));
  }

  private static String firstBlock(String guide, String language) {
    int start = guide.indexOf("```" + language + "\n") + 4 + language.length();
    return guide.substring(start, guide.indexOf("```", start));
  }

  private static Pattern anything(String shown) {
    return Pattern.compile(
        shown
            .lines()
            .map(line -> line.equals("...") ? "(?:\\V*\\n)*?" : Pattern.quote(line + "\n"))
            .collect(Collectors.joining()));
  }

  private static String output(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", absolute(System.getProperty("java.class.path"))));
    command.add(Main.class.getName());
    command.addAll(Arrays.asList(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(ROOT.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).isLessThan(AttributionCommand.UNUSABLE_INPUT);
    return output;
  }

  private static String absolute(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
