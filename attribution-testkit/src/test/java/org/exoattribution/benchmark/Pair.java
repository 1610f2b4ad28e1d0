package org.exoattribution.benchmark;

import com.google.common.base.Splitter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.SimulatedConnection;

/**
 * The engine and one peer over directories of several sizes, in a process of its own: the classes
 * of a third behind the same interfaces would slow the calls of all. The engine beside itself is
 * one thread beside two, and one connection after the other beside groups.
 */
final class Pair {
  private static final int HOT = 16;

  /** So that the asking thread does all of the work whose time is taken. */
  private static final String ONE_THREAD =
      "-Djava.util.concurrent.ForkJoinPool.common.parallelism=0";

  private Pair() {}

  /**
   * A row of what was measured.
   *
   * @param which the size and the kind of queries
   * @param engine time and bytes of the engine
   * @param peer time and bytes of the peer
   * @param ratio the engine's time by the peer's; beside itself, how many times the work
   */
  record Row(String which, String engine, String peer, String ratio) {
    static Row parse(String line) {
      List<String> cells = Splitter.on('\t').splitToList(line);
      return new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3));
    }

    @Override
    public String toString() {
      return String.join("\t", which, engine, peer, ratio);
    }
  }

  /** Measures in a process of its own. */
  static List<Row> measured(Approach peer, Scale scale, List<Integer> sizes) {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(List.of(Measuring.HEAP));
    command.add(ONE_THREAD);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Pair.class.getName()));
    command.addAll(List.of(peer.name(), Integer.toString(scale.rounds())));
    sizes.forEach(size -> command.add(size.toString()));
    List<Row> rows = new ArrayList<>();
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          System.err.println(peer + ": " + line);
          rows.add(Row.parse(line));
        }
      }
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command + " failed");
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return rows;
  }

  /** The peer, the rounds, and the sizes. */
  public static void main(String[] arguments) {
    Approach peer = Approach.valueOf(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    Arrays.stream(arguments)
        .skip(2)
        .map(Integer::valueOf)
        .forEach(size -> rows(peer, size, rounds));
  }

  private static void rows(Approach peer, int tenants, int rounds) {
    Population population = new Population(tenants);
    SimulatedConnection[] cold = Queries.of(population);
    AttributionEngine engine = population.engine();
    Resolver own = Resolver.of(engine);
    Resolver other = peer.over(population);
    for (SimulatedConnection query : cold) {
      own.meet(query);
      other.meet(query);
    }
    Duel.Contestant alone = Duel.Contestant.of(own);
    Duel duel = new Duel(cold);
    if (peer == Approach.ENGINE) {
      try (TwoThreads two = new TwoThreads(alone)) {
        print(Section.count(tenants) + ", two threads", duel.between(alone, two, rounds), 2);
      }
      print(
          Section.count(tenants) + ", in groups",
          duel.between(alone, new InGroups(engine), rounds),
          1);
    } else {
      Duel.Contestant plain = Duel.Contestant.of(other);
      print(Section.count(tenants) + ", cold", duel.between(alone, plain, rounds), 1);
      Duel hot = new Duel(Arrays.copyOf(cold, HOT));
      print(Section.count(tenants) + ", hot", hot.between(alone, plain, rounds), 1);
    }
  }

  private static void print(String which, Duel.Outcome outcome, double factor) {
    String first = outcome.first().toString();
    System.out.println(new Row(which, first, outcome.second().toString(), outcome.ratio(factor)));
  }
}
