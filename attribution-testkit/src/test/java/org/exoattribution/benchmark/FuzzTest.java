package org.exoattribution.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short fuzzing, so that the long one can be relied upon. */
class FuzzTest {
  @Test
  void files_that_are_a_little_wrong_are_refused_in_an_orderly_way(@TempDir Path folder)
      throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Fuzz fuzz = new Fuzz(folder, Path.of("scenarios").toAbsolutePath(), 2026);

    assertThat(
            fuzz.run(Duration.ofSeconds(5), new PrintStream(printed, true, StandardCharsets.UTF_8)))
        .isEmpty();
    assertThat(printed.toString(StandardCharsets.UTF_8)).endsWith("; 0 failures\n");
  }
}
