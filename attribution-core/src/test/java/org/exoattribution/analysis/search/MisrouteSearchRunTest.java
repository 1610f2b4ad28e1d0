package org.exoattribution.analysis.search;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.exoattribution.analysis.search.MisrouteKind.COMBINED_CERTIFICATE;
import static org.exoattribution.analysis.search.MisrouteSearchTest.cause;
import static org.exoattribution.analysis.search.MisrouteSearchTest.search;

import com.google.common.util.concurrent.Uninterruptibles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.exoattribution.model.TenantDirectory;
import org.junit.jupiter.api.Test;

/** How a search runs: bounded, watched, cancelled, and read as a stream. */
class MisrouteSearchRunTest {

  @Test
  void a_search_beyond_its_limit_is_refused_with_an_estimate_and_a_way_out() {
    MisrouteSearch search =
        search(MisrouteDirectories.a2())
            .withBound(new SearchBound(Set.of(), List.of(), List.of(), 10));

    assertThatThrownBy(search::run)
        .isInstanceOf(SearchTooLargeException.class)
        .hasMessageContaining("which takes less than a minute on two processors")
        .hasMessageEndingWith(
            "expected at most 10; narrow it with --tenant, --sender or --address, or raise"
                + " --limit");
  }

  @Test
  void a_search_and_a_stream_can_be_cancelled_by_their_progress() {
    MisrouteSearch search = search(MisrouteDirectories.a2()).withProgress((done, all) -> done < 2);

    assertThatThrownBy(search::run).isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> search.stream().toList()).isInstanceOf(CancellationException.class);
  }

  @Test
  void an_interrupt_ends_a_search_that_waits_for_its_threads_and_is_not_lost() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    MisrouteSearch search =
        search(MisrouteDirectories.a2())
            .withProgress(
                (done, all) -> {
                  begun.countDown();
                  return Uninterruptibles.awaitUninterruptibly(interrupted, ofSeconds(30));
                });
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicBoolean stillInterrupted = new AtomicBoolean();
    Thread caller =
        new Thread(
            () -> {
              thrown.set(catchThrowable(search::run));
              stillInterrupted.set(Thread.currentThread().isInterrupted());
            });

    caller.start();
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
    caller.interrupt();
    caller.join(TimeUnit.SECONDS.toMillis(30));
    interrupted.countDown();

    assertThat(thrown.get())
        .isInstanceOf(CancellationException.class)
        .hasMessage("the search was interrupted");
    assertThat(stillInterrupted).isTrue();
  }

  @Test
  void an_interrupt_ends_the_preparation_of_a_search() {
    MisrouteSearch search = search(MisrouteDirectories.a1());

    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(search::stream).isInstanceOf(CancellationException.class);
      assertThatThrownBy(search::run).isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void an_interrupt_ends_the_reading_of_a_stream() {
    Stream<Misroute> stream = search(MisrouteDirectories.a1()).stream();

    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(stream::toList).isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void whoever_stops_reading_a_stream_stops_the_work() {
    List<Long> steps = new ArrayList<>();
    Optional<Misroute> first =
        search(MisrouteDirectories.a1())
            .withProgress(
                (done, all) -> {
                  steps.add(all);
                  return true;
                })
            .stream()
            .findFirst();

    assertThat(first).isPresent();
    assertThat(steps).isNotEmpty().hasSizeLessThan(steps.get(0).intValue());
  }

  @Test
  void a_stream_gives_what_a_search_finds_source_by_source() {
    for (TenantDirectory directory :
        List.of(
            MisrouteDirectories.a1(),
            MisrouteDirectories.a2(),
            MisrouteDirectories.d1(),
            MisrouteDirectories.e1())) {
      MisrouteReport report = search(directory).run();
      Map<String, Long> classes = new TreeMap<>();
      Stream.concat(report.misroutes().stream(), report.cautions().stream())
          .forEach(misroute -> classes.put(cause(misroute), misroute.classes()));

      Map<String, Long> streamed = new TreeMap<>();
      search(directory).stream()
          .filter(m -> m.severity() == Misroute.Severity.ERROR || m.kind() == COMBINED_CERTIFICATE)
          .forEach(m -> streamed.merge(cause(m), m.classes(), Long::sum));

      assertThat(streamed).isEqualTo(classes);
      assertThat(search(directory).stream()).isNotEmpty();
    }
  }
}
