package org.exoattribution.testkit.coverage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exoattribution.model.Reading;
import org.exoattribution.model.RuleId;

/**
 * What of a design a test run exercised. Each map holds all that the design makes possible, with
 * the number of results in which it took part; 0 is what nothing touched.
 *
 * @param results how many results were recorded
 * @param connectors the enabled connectors, as {@code tenant / connector}, that decided: that mail
 *     came through, or that refused it
 * @param rules the rules on which a result can rest, or by which a certificate can fail
 * @param readings the readings that can matter: under another value the result may differ
 */
public record CoverageReport(
    int results,
    Map<String, Integer> connectors,
    Map<RuleId, Integer> rules,
    Map<Reading, Integer> readings) {

  /** Copies the maps. */
  public CoverageReport {
    connectors = Collections.unmodifiableMap(new LinkedHashMap<>(connectors));
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    readings = Collections.unmodifiableMap(new LinkedHashMap<>(readings));
  }

  /** The connectors that decided nothing. */
  public List<String> untouchedConnectors() {
    return untouched(connectors);
  }

  /** The rules on which no result rested. */
  public List<RuleId> untouchedRules() {
    return untouched(rules);
  }

  /** The readings that mattered to no result. */
  public List<Reading> untouchedReadings() {
    return untouched(readings);
  }

  private static <K> List<K> untouched(Map<K, Integer> counts) {
    return counts.entrySet().stream()
        .filter(e -> e.getValue() == 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether at least this share of the connectors decided something, in percent. */
  public boolean coversConnectors(int percent) {
    return covers(connectors, percent);
  }

  /** Whether results rested on at least this share of the rules, in percent. */
  public boolean coversRules(int percent) {
    return covers(rules, percent);
  }

  private static boolean covers(Map<?, Integer> counts, int percent) {
    return touched(counts) * 100L >= (long) percent * counts.size();
  }

  private static int touched(Map<?, Integer> counts) {
    return counts.size() - untouched(counts).size();
  }

  /** The shares, and below each what nothing touched. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder("design coverage, results: " + results + "\n");
    append(out, "connectors", connectors);
    append(out, "rules", rules);
    append(out, "readings", readings);
    return out.toString();
  }

  private static void append(StringBuilder out, String what, Map<?, Integer> counts) {
    out.append("  ").append(what).append(": ");
    if (counts.isEmpty()) {
      out.append("none in the design\n");
      return;
    }
    int touched = touched(counts);
    out.append(touched).append(" of ").append(counts.size());
    out.append(" (").append(100 * touched / counts.size()).append(" %)\n");
    untouched(counts).forEach(each -> out.append("    untouched: ").append(each).append('\n'));
  }
}
