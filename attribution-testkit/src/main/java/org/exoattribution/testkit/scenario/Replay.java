package org.exoattribution.testkit.scenario;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.testkit.scenario.LineBatch.Outcome;
import org.exoattribution.testkit.source.ScenarioException;
import org.jspecify.annotations.Nullable;

/**
 * Resolves a log of connections on all processors, in constant memory, with the results in the
 * order of the log. The outcome does not depend on the number of threads: the results of all lines
 * before the first bad one, and then its {@link ScenarioException}.
 */
public final class Replay {
  private final ConnectionLines lines;
  private final int threads;

  private Replay(ConnectionLines lines, int threads) {
    this.lines = Objects.requireNonNull(lines, "lines");
    this.threads = threads;
  }

  /**
   * A connection of the log and what came of it.
   *
   * @param attributions one for each recipient, in their order
   */
  public record Result(ScenarioConnection connection, List<Attribution> attributions) {
    /** Copies the list. */
    public Result {
      attributions = List.copyOf(attributions);
    }
  }

  /** A replay of the lines that have not been asked for yet. */
  public static Replay of(ConnectionLines lines) {
    return new Replay(lines, Runtime.getRuntime().availableProcessors());
  }

  /** The same on so many threads. Default: one for each processor. */
  public Replay withThreads(int count) {
    return new Replay(lines, count);
  }

  /**
   * The results as they are asked for, in order. The stream is sequential, though the work behind
   * it is not; to be used by one thread, and closed if it is not consumed to its end. It throws a
   * {@link ScenarioException} where the log cannot be used, after all that comes before.
   */
  public Stream<Result> results() {
    AttributionEngine engine = lines.engine();
    return batches(
            connections ->
                connections.stream()
                    .map(each -> new Result(each, engine.resolve(each.transaction())))
                    .toList())
        .flatMap(List::stream);
  }

  /**
   * The results of any work on some hundred connections at a time, in the order of the log; else as
   * {@link #results}. A batch may be empty.
   *
   * @param work is called by several threads
   */
  public <R> Stream<R> batches(Function<List<ScenarioConnection>, R> work) {
    InOrder<LineBatch, Outcome<R>> outcomes =
        new InOrder<>(LineBatch.of(lines), batch -> batch.outcome(lines::parse, work), threads);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(
                new UpToFailure<>(outcomes), Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .onClose(outcomes::close);
  }

  /** The results up to the first failure, and then that. */
  private static final class UpToFailure<R> implements Iterator<R> {
    private final InOrder<?, Outcome<R>> outcomes;
    private @Nullable ScenarioException failure;

    UpToFailure(InOrder<?, Outcome<R>> outcomes) {
      this.outcomes = Objects.requireNonNull(outcomes, "outcomes");
    }

    @Override
    public boolean hasNext() {
      if (failure != null) {
        outcomes.close();
        throw failure;
      }
      return outcomes.hasNext();
    }

    @Override
    public R next() {
      if (!hasNext()) {
        throw new NoSuchElementException("no line follows");
      }
      Outcome<R> outcome = outcomes.next();
      failure = outcome.failure();
      return outcome.result();
    }
  }
}
