package org.exoattribution.testkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the guide about observations, run, with the output that it prints. */
class ReadmeObservedExampleTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(?:yaml|csv|text)\\n(.*?)^```$");

  @TempDir private Path folder;

  /** Tenants, a trace and its output, headers and their output. */
  private static List<String> blocks() throws IOException {
    String guide = Files.readString(Path.of("README.md"));
    String section = guide.substring(guide.indexOf("\n## What the service did: observations\n"));
    return BLOCK.matcher(section).results().map(match -> match.group(1)).limit(5).toList();
  }

  private CommandRun run(String tenants, String name, String content) throws IOException {
    return CommandRun.of(
        "observed",
        "--tenants",
        Files.writeString(folder.resolve("tenants.yaml"), tenants),
        Files.writeString(folder.resolve(name), content));
  }

  private String output(CommandRun run) {
    return run.out().replace(folder + "/", "");
  }

  @Test
  void the_varuna_row_has_the_output_of_the_guide() throws IOException {
    List<String> blocks = blocks();

    CommandRun run = run(blocks.get(0), "trace.csv", blocks.get(1));

    assertThat(output(run)).isEqualTo(blocks.get(2));
    assertThat(run.status()).isZero();
  }

  @Test
  void the_headers_have_the_output_of_the_guide() throws IOException {
    List<String> blocks = blocks();

    CommandRun run = run(blocks.get(0), "headers.txt", blocks.get(3));

    assertThat(output(run)).isEqualTo(blocks.get(4));
    assertThat(run.status()).isEqualTo(1);
  }
}
