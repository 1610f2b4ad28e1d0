package org.exoattribution.testkit.render.yaml;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exoattribution.model.Reading;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.model.TenantDirectory;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * A directory, rules and connections written as a scenario file, the inverse of reading one: to be
 * pasted into a file and run. What has its default value is left out. Every {@code with...} method
 * returns a changed copy.
 */
public final class ScenarioYaml {
  private static final DumpSettings SETTINGS =
      DumpSettings.builder()
          .setSchema(new CoreSchema()) // the reader's: what it takes for a number is quoted
          .setDefaultFlowStyle(FlowStyle.AUTO)
          .setDereferenceAliases(true) // a list that two records share is written twice
          .setWidth(100)
          .build();

  private final TenantDirectory directory;
  private final RuleSet ruleSet;
  private final Readings readings;
  private final List<SimulatedTransaction> transactions;

  private ScenarioYaml(
      TenantDirectory directory,
      RuleSet ruleSet,
      Readings readings,
      List<SimulatedTransaction> transactions) {
    this.directory = directory;
    this.ruleSet = ruleSet;
    this.readings = readings;
    this.transactions = List.copyOf(transactions);
  }

  /** The current rules, default readings, no connection yet. */
  public static ScenarioYaml of(TenantDirectory directory) {
    return new ScenarioYaml(directory, RuleSet.CURRENT, Readings.defaults(), List.of());
  }

  /** With these rules. */
  public ScenarioYaml withRuleSet(RuleSet changed) {
    return new ScenarioYaml(directory, changed, readings, transactions);
  }

  /** With these readings. */
  public ScenarioYaml withReadings(Readings changed) {
    return new ScenarioYaml(directory, ruleSet, changed, transactions);
  }

  /** With one connection more. */
  public ScenarioYaml withConnection(SimulatedConnection connection) {
    return withTransaction(SimulatedTransaction.of(connection, List.of()));
  }

  /** With one connection more, which has several recipients. */
  public ScenarioYaml withTransaction(SimulatedTransaction transaction) {
    List<SimulatedTransaction> more = new ArrayList<>(transactions);
    more.add(transaction);
    return new ScenarioYaml(directory, ruleSet, readings, more);
  }

  /**
   * The file. Without a connection it is a file of tenants alone.
   *
   * @throws IllegalArgumentException if a certificate is none that {@link
   *     org.exoattribution.testkit.pki.SyntheticPki} made for its connection's instant: a scenario
   *     could only name it as a file
   */
  public String text() {
    Map<String, Object> scenario = new LinkedHashMap<>();
    scenario.put("tenants", directory.tenants().stream().map(YamlRecords::tenant).toList());
    if (!transactions.isEmpty()) {
      Optional<Instant> at = Optional.of(transactions.get(0).connections().get(0).at());
      scenario.put("at", at.get().toString());
      if (ruleSet != RuleSet.CURRENT) {
        scenario.put("rules", ruleSet.key());
      }
      if (!changed(readings).isEmpty()) {
        scenario.put("readings", changed(readings));
      }
      scenario.put(
          "connections", transactions.stream().map(t -> YamlRecords.connection(t, at)).toList());
    }
    return dump(scenario);
  }

  /**
   * One connection as an entry of {@code connections}.
   *
   * @throws IllegalArgumentException as {@link #text}
   */
  public static String entryOf(SimulatedTransaction transaction) {
    return dump(List.of(YamlRecords.connection(transaction, Optional.empty())));
  }

  /** The readings that are not at their default, by their keys. */
  public static Map<String, String> changed(Readings readings) {
    Map<String, String> changed = new LinkedHashMap<>();
    for (Reading reading : Reading.values()) {
      if (readings.get(reading) != Readings.defaults().get(reading)) {
        changed.put(reading.key(), readings.get(reading).name());
      }
    }
    return changed;
  }

  private static String dump(Object document) {
    return new Dump(SETTINGS).dumpToString(document);
  }

  /** The same as {@link #text}. */
  @Override
  public String toString() {
    return text();
  }
}
