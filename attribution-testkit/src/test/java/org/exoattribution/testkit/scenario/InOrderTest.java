package org.exoattribution.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InOrderTest {
  private static <R> InOrder<Integer, R> inOrder(Stream<Integer> tasks, Function<Integer, R> work) {
    return new InOrder<>(tasks.iterator(), work, 3);
  }

  @Test
  void results_come_in_the_order_of_the_tasks_whoever_is_done_first() {
    CountDownLatch others = new CountDownLatch(2);
    try (InOrder<Integer, String> results =
        inOrder(
            IntStream.range(0, 1_000).boxed(),
            task -> {
              if (task == 0) {
                await(others);
              }
              others.countDown();
              return "result " + task;
            })) {
      assertThat(results)
          .toIterable()
          .containsExactlyElementsOf(
              IntStream.range(0, 1_000).mapToObj(task -> "result " + task).toList());
    }
  }

  @Test
  void only_a_few_tasks_are_taken_ahead_of_the_result_that_was_asked_for() {
    AtomicInteger taken = new AtomicInteger();
    try (InOrder<Integer, Integer> results =
        inOrder(Stream.generate(taken::incrementAndGet), task -> task)) {
      for (int i = 1; i <= 1_000; i++) {
        assertThat(results.next()).isEqualTo(i);
        assertThat(taken).hasValueBetween(i, i + 6);
      }
    }
  }

  @Test
  void what_the_work_throws_comes_in_the_place_of_its_result() {
    try (InOrder<Integer, Integer> results =
        inOrder(
            Stream.of(1, 0, 5),
            task -> {
              return 10 / task;
            })) {
      assertThat(results.next()).isEqualTo(10);
      assertThatThrownBy(results::next).isInstanceOf(ArithmeticException.class);
      assertThat(results.next()).isEqualTo(2);
    }
  }

  @Test
  void an_error_of_the_work_is_thrown_as_it_is() {
    try (InOrder<Integer, Integer> results =
        inOrder(
            Stream.of(1),
            task -> {
              throw new StackOverflowError();
            })) {
      assertThatThrownBy(results::next).isInstanceOf(StackOverflowError.class);
    }
  }

  @Test
  void after_the_last_task_there_is_nothing_and_no_thread() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    InOrder<Integer, Integer> results =
        inOrder(
            Stream.of(1),
            task -> {
              threads.add(Thread.currentThread());
              return task;
            });

    assertThat(results).toIterable().containsExactly(1);

    assertThatThrownBy(results::next).isInstanceOf(NoSuchElementException.class);
    threads.get(0).join();
    assertThat(threads.get(0).isAlive()).isFalse();
  }

  @Test
  void who_is_interrupted_while_waiting_stays_interrupted() {
    CountDownLatch never = new CountDownLatch(1);
    try (InOrder<Integer, Integer> results =
        inOrder(
            Stream.of(1),
            task -> {
              await(never);
              return task;
            })) {
      Thread.currentThread().interrupt();

      assertThatThrownBy(results::next).isInstanceOf(CancellationException.class);

      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
