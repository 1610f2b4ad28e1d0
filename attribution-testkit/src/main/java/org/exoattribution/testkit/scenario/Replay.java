package org.exoattribution.testkit.scenario;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.Streams;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.testkit.scenario.ConnectionLines.Batch;
import org.exoattribution.testkit.scenario.ConnectionLines.Line;
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
    return batches(connections -> results(engine, connections)).flatMap(List::stream);
  }

  private static List<Result> results(
      AttributionEngine engine, List<ScenarioConnection> connections) {
    return connections.stream()
        .map(each -> new Result(each, engine.resolve(each.transaction())))
        .toList();
  }

  /**
   * The results of any work on some hundred connections at a time, in the order of the log; else as
   * {@link #results}. A batch may be empty.
   *
   * @param work is called by several threads
   */
  public <R> Stream<R> batches(Function<List<ScenarioConnection>, R> work) {
    InOrder<Batch, Outcome<R>> outcomes =
        new InOrder<>(tasks(), batch -> outcome(batch, work), threads);
    return Streams.stream(new UpToFailure<>(outcomes)).onClose(outcomes::close);
  }

  private Iterator<Batch> tasks() {
    return new AbstractIterator<>() {
      private boolean ended;

      @Override
      protected @Nullable Batch computeNext() {
        if (ended) {
          return endOfData();
        }
        Batch next = lines.nextBatch();
        ended = next.lines().isEmpty() || next.failure() != null;
        return next;
      }
    };
  }

  /** What comes of the connections up to the first line that is none. */
  private <R> Outcome<R> outcome(Batch batch, Function<List<ScenarioConnection>, R> work) {
    List<ScenarioConnection> connections = new ArrayList<>(batch.lines().size());
    ScenarioException refusal = batch.failure();
    try {
      for (Line line : batch.lines()) {
        connections.add(lines.parse(line));
      }
    } catch (ScenarioException e) {
      refusal = e;
    }
    return new Outcome<>(work.apply(connections), refusal);
  }

  /**
   * @param failure why nothing may follow
   */
  private record Outcome<R>(R result, @Nullable ScenarioException failure) {}

  /** The results up to the first failure, and then that. */
  private static final class UpToFailure<R> implements Iterator<R> {
    private final InOrder<?, Outcome<R>> outcomes;
    private @Nullable ScenarioException failure;

    private UpToFailure(InOrder<?, Outcome<R>> outcomes) {
      this.outcomes = outcomes;
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
