package org.exoattribution.testkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final StringWriter err = new StringWriter();
  private final AtomicLong nanoTime = new AtomicLong();

  private double fraction;

  @Test
  void the_rate_is_shown_once_a_second_and_wiped_at_the_end() {
    work(true, 0);

    assertThat(err)
        .hasToString(
            "\r\033[K2,048 connections, 1,024 a second"
                + "\r\033[K4,096 connections, 1,024 a second"
                + "\r\033[K");
  }

  @Test
  void the_time_left_is_shown_where_the_length_is_known() {
    work(true, 0.02);

    assertThat(err)
        .hasToString(
            "\r\033[K2,048 connections, 1,024 a second, 1 min 38 s left"
                + "\r\033[K4,096 connections, 1,024 a second, 1 min 36 s left"
                + "\r\033[K");
  }

  @Test
  void the_last_minute_is_shown_in_seconds() {
    work(true, 0.5);

    assertThat(err.toString()).contains(" a second, 2 s left").contains(" a second, 0 s left");
  }

  @Test
  void nothing_is_shown_where_nobody_looks() {
    work(false, 0.5);

    assertThat(err.toString()).isEmpty();
  }

  /** Two halves of two seconds each, of which each does this much of the whole. */
  private void work(boolean shown, double part) {
    try (Progress progress =
        new Progress(
            new ProgressLine(new PrintWriter(err), shown, nanoTime::get),
            () -> fraction,
            nanoTime::get)) {
      for (int i = 1; i <= 4; i++) {
        if (i % 2 == 0) {
          nanoTime.addAndGet(2_000_000_000L);
          fraction += part;
        }
        progress.add(1024);
      }
    }
  }
}
