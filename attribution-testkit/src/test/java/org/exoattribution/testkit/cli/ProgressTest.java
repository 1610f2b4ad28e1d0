package org.exoattribution.testkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final StringWriter err = new StringWriter();
  private final AtomicLong nanoTime = new AtomicLong();

  @Test
  void the_rate_is_shown_once_a_second_and_wiped_at_the_end() {
    work(true);

    assertThat(err)
        .hasToString(
            "\r\033[K2,048 connections, 1,024 a second"
                + "\r\033[K4,096 connections, 1,024 a second"
                + "\r\033[K");
  }

  @Test
  void nothing_is_shown_where_nobody_looks() {
    work(false);

    assertThat(err.toString()).isEmpty();
  }

  private void work(boolean shown) {
    try (Progress progress = new Progress(new PrintWriter(err), shown, nanoTime::get)) {
      for (int i = 0; i < 4096; i++) {
        if (i % 2048 == 2047) {
          nanoTime.addAndGet(2_000_000_000L);
        }
        progress.step();
      }
    }
  }
}
