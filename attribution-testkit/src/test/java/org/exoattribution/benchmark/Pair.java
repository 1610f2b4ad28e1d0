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
import org.exoattribution.model.SimulatedConnection;

/**
 * The engine and one peer over directories of several sizes, in a process of its own: the classes
 * of a third behind the same interfaces would slow the calls of all. The engine beside itself is
 * one thread beside two.
 */
final class Pair {
  private static final int HOT = 16;

  private Pair() {}

  /**
   * A row of what was measured.
   *
   * @param which the size and the kind of queries
   * @param engine time and bytes of the engine
   * @param peer time and bytes of the peer
   * @param ratio the engine's time by the peer's; of two threads by one, the work in a time
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
    Resolver engine = Approach.ENGINE.over(population);
    Resolver other = peer == Approach.ENGINE ? engine : peer.over(population);
    for (SimulatedConnection query : cold) {
      engine.meet(query);
      other.meet(query);
    }
    print(tenants, "cold", cold, engine, other, rounds);
    print(tenants, "hot", Arrays.copyOf(cold, HOT), engine, other, rounds);
  }

  private static void print(
      int tenants,
      String kind,
      SimulatedConnection[] queries,
      Resolver engine,
      Resolver peer,
      int rounds) {
    Duel duel = new Duel(queries);
    Duel.Contestant own = Duel.Contestant.of(engine);
    Duel.Outcome outcome;
    double factor = 1;
    if (engine == peer) {
      try (TwoThreads two = new TwoThreads(own)) {
        outcome = duel.between(own, two, rounds);
        factor = 2;
      }
    } else {
      outcome = duel.between(own, Duel.Contestant.of(peer), rounds);
    }
    System.out.println(
        new Row(
            Section.count(tenants) + ", " + kind,
            outcome.first().toString(),
            outcome.second().toString(),
            outcome.ratio(factor)));
  }
}
