package org.exoattribution.benchmark;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.exoattribution.testkit.pki.KeyAlgorithm;
import org.openjdk.jmh.runner.RunnerException;

/** One table of the results, and how it is measured. */
enum Section {
  /**
   * Every approach on directories of all sizes; the linear scan, which takes its time, in the first
   * rows only.
   */
  RESOLUTION("One resolution, certificate already judged: time per resolution and thread, bytes") {
    @Override
    String measured(Measuring measuring, Scale scale) throws RunnerException {
      Markdown table = new Markdown(headings(List.of("tenants", "queries", "threads"), ALL));
      for (int tenants : scale.sizes()) {
        resolutionRow(table, measuring, "cold", tenants, 1, ALL);
      }
      for (int tenants : scale.ends()) {
        resolutionRow(table, measuring, "cold", tenants, 2, INDEXED);
        resolutionRow(table, measuring, "hot", tenants, 1, INDEXED);
        resolutionRow(table, measuring, "hot", tenants, 2, INDEXED);
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

  private static final Set<Approach> ALL = EnumSet.allOf(Approach.class);
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

  private static List<String> headings(List<String> first, Set<Approach> approaches) {
    return Markdown.cells(first, approaches.stream().map(Approach::title).toList());
  }

  private static void resolutionRow(
      Markdown table,
      Measuring measuring,
      String queries,
      int tenants,
      int threads,
      Set<Approach> measured)
      throws RunnerException {
    List<String> cells =
        new ArrayList<>(List.of(count(tenants), queries, Integer.toString(threads)));
    for (Approach approach : ALL) {
      Map<String, ?> parameters = Map.of("approach", approach, "tenants", tenants);
      cells.add(
          measured.contains(approach)
              ? measuring.figure(ResolutionBenchmark.class, queries, threads, parameters).toString()
              : "");
    }
    table.row(cells);
  }

  private static Figure firstSight(Measuring measuring, String name, Map<String, ?> parameters)
      throws RunnerException {
    return measuring.figure(FirstSightBenchmark.class, name, 1, parameters);
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
