package org.exoattribution.testkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final StringWriter err = new StringWriter();
  private final AtomicLong nanos = new AtomicLong();

  @Test
  void a_search_says_once_a_second_how_far_it_is_and_clears_the_line() {
    try (ProgressLine progress = line(true)) {
      progress.ofSearch().goOn(1, 50);
      assertThat(err.toString()).isEmpty();
      nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
      assertThat(progress.ofSearch().goOn(25, 50)).isTrue();
      progress.ofSearch().goOn(26, 50);
    }

    assertThat(err.toString()).isEqualTo("\r\033[Ksearched 50 %\r\033[K");
  }

  @Test
  void nothing_is_said_where_no_progress_is_shown() {
    try (ProgressLine progress = line(false)) {
      nanos.addAndGet(TimeUnit.SECONDS.toNanos(5));
      assertThat(progress.ofSearch().goOn(25, 50)).isTrue();
    }

    assertThat(err.toString()).isEmpty();
  }

  private ProgressLine line(boolean shown) {
    return new ProgressLine(new PrintWriter(err), shown, nanos::get);
  }
}
