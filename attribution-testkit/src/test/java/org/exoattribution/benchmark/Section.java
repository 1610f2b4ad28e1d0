package org.exoattribution.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.exoattribution.testkit.pki.KeyAlgorithm;
import org.openjdk.jmh.runner.RunnerException;

/** One table of the results, and how it is measured. */
enum Section {
  /** The engine beside one peer after the other; the linear scan, which takes its time, not far. */
  RESOLUTION("One resolution, certificate already judged: time and bytes, engine by peer") {
    @Override
    String measured(Measuring measuring, Scale scale) {
      Map<String, List<String>> rows = new LinkedHashMap<>();
      for (Approach peer : PEERS) {
        List<Integer> sizes = peer == Approach.LINEAR_SCAN ? scale.few() : scale.sizes();
        for (Pair.Row row : Pair.measured(peer, scale, sizes)) {
          rows.computeIfAbsent(row.which(), which -> new ArrayList<>(List.of(which, row.engine())))
              .add(row.peer() + ": " + row.ratio());
        }
      }
      Markdown table = new Markdown(headings(List.of("tenants, queries", "engine"), PEERS));
      rows.values().forEach(table::row);
      return table.toString();
    }
  },

  /** How little two threads slow each other, and what is won where many are asked at once. */
  TOGETHER("Two threads, and resolveAll: how many times the work of one thread in a loop") {
    @Override
    String measured(Measuring measuring, Scale scale) {
      Markdown table = new Markdown(List.of("tenants", "in a loop", "together", "work"));
      for (Pair.Row row : Pair.measured(Approach.ENGINE, scale, scale.ends())) {
        table.row(List.of(row.which(), row.engine(), row.peer(), row.ratio()));
      }
      return table.toString();
    }
  },

  /** Certificates that nobody has judged yet. */
  FIRST_SIGHT("First sight of a chain of three, beside its signature checks alone") {
    @Override
    String measured(Measuring measuring, Scale scale) throws RunnerException {
      Markdown table =
          new Markdown(
              List.of(
                  "keys",
                  "CRLs",
                  "signatures",
                  "evaluate",
                  "ratio",
                  "parse and evaluate",
                  "ratio"));
      for (KeyAlgorithm keys : List.of(KeyAlgorithm.RSA_2048, KeyAlgorithm.P256)) {
        for (boolean crls : new boolean[] {false, true}) {
          Map<String, ?> parameters = Map.of("keys", keys, "crls", crls);
          Figure alone = firstSight(measuring, "signaturesAlone", parameters);
          Figure evaluate = firstSight(measuring, "evaluate", parameters);
          Figure parse = firstSight(measuring, "parseAndEvaluate", parameters);
          table.row(
              List.of(
                  keys.toString(),
                  crls ? "2" : "none",
                  (crls ? 4 : 2) + " in " + alone.time(),
                  evaluate.time(),
                  evaluate.times(alone),
                  parse.time(),
                  parse.times(alone)));
        }
      }
      return table.toString();
    }
  },

  /** Nobody replays a log faster than it is parsed. */
  REPLAY("Replay of a log, lines a second, and how much that is of parsing them alone") {
    @Override
    String measured(Measuring measuring, Scale scale) {
      return LogRace.measured(300_000, scale);
    }
  },

  /** What only the engine does. */
  ENGINE("The engine: explaining, and an engine with one tenant changed") {
    @Override
    String measured(Measuring measuring, Scale scale) throws RunnerException {
      Markdown table = new Markdown(List.of("tenants", "explain, cold", "one tenant changed"));
      for (int tenants : scale.ends()) {
        Map<String, ?> parameters = Map.of("tenants", tenants);
        Figure explain = measuring.figure(EngineBenchmark.class, "explain", 1, parameters);
        Figure change = measuring.figure(EngineBenchmark.class, "changeTenant", 1, parameters);
        table.row(List.of(count(tenants), explain.toString(), change.toString()));
      }
      return table.toString();
    }
  },

  /** The indexes of every approach but the one that has none. */
  BUILD("Building over a given directory") {
    @Override
    String measured(Measuring measuring, Scale scale) throws RunnerException {
      Markdown table = new Markdown(headings(List.of("tenants"), INDEXED));
      for (int tenants : scale.sizes()) {
        List<String> cells = new ArrayList<>(List.of(count(tenants)));
        for (Approach approach : INDEXED) {
          Map<String, ?> parameters = Map.of("approach", approach, "tenants", tenants);
          cells.add(measuring.figure(BuildBenchmark.class, "build", 1, parameters).time());
        }
        table.row(cells);
      }
      return table.toString();
    }
  },

  /** By the difference after collections; meaningless for small directories. */
  HEAP("Heap beyond the directory, bytes a tenant") {
    @Override
    String measured(Measuring measuring, Scale scale) {
      Markdown table = new Markdown(headings(List.of("tenants"), INDEXED));
      for (int tenants : scale.sizes()) {
        if (tenants >= 10_000) {
          Population population = new Population(tenants);
          List<String> cells = new ArrayList<>(List.of(count(tenants)));
          for (Approach approach : INDEXED) {
            cells.add(count(HeapUse.beyondDirectory(approach, population) / tenants));
          }
          table.row(cells);
        }
      }
      return table.toString();
    }
  };

  /** The linear scan comes last, whose column has few rows. */
  private static final List<Approach> PEERS =
      List.of(Approach.HASH_MAPS, Approach.RANGE_MAP, Approach.IP_TRIE, Approach.LINEAR_SCAN);

  private static final Set<Approach> INDEXED =
      EnumSet.complementOf(EnumSet.of(Approach.LINEAR_SCAN));

  private final String title;

  Section(String title) {
    this.title = title;
  }

  /** The heading of the table. */
  String title() {
    return title;
  }

  /** Measures it all, and gives the table. */
  abstract String measured(Measuring measuring, Scale scale) throws RunnerException;

  private static List<String> headings(List<String> first, Collection<Approach> approaches) {
    return Markdown.cells(first, approaches.stream().map(Approach::title).toList());
  }

  private static Figure firstSight(Measuring measuring, String name, Map<String, ?> parameters)
      throws RunnerException {
    return measuring.figure(FirstSightBenchmark.class, name, 1, parameters);
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
