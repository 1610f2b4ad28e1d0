package org.exoattribution.analysis.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchThreadsTest {
  private final Queue<Integer> done = new ConcurrentLinkedQueue<>();

  @Test
  void every_part_is_done_once() {
    SearchThreads.run(1_000, () -> done::add);

    assertThat(done)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 1_000).boxed().toList());
  }

  @Test
  void no_parts_are_no_work() {
    SearchThreads.run(0, () -> done::add);

    assertThat(done).isEmpty();
  }

  @Test
  void the_first_failure_is_thrown_and_ends_the_work() {
    assertThatThrownBy(
            () ->
                SearchThreads.run(
                    1_000_000,
                    () ->
                        part -> {
                          done.add(part);
                          if (part == 10) {
                            throw new IllegalStateException("part 10");
                          }
                        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("part 10");
    assertThat(done).hasSizeLessThan(1_000_000);
  }

  @Test
  void an_interrupted_caller_does_nothing_and_stays_interrupted() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> SearchThreads.run(1_000_000, () -> done::add))
          .isInstanceOf(CancellationException.class);
      assertThat(done).hasSizeLessThan(1_000_000);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
