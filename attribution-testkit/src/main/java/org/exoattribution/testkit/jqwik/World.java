package org.exoattribution.testkit.jqwik;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.exoattribution.certificate.CertificateEvaluator;
import org.exoattribution.certificate.TrustAnchors;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Reading;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.model.TenantDirectory;
import org.exoattribution.testkit.pki.SyntheticPki;
import org.exoattribution.testkit.reference.ReferenceEngine;
import org.exoattribution.testkit.render.yaml.ScenarioYaml;

/**
 * All that a result depends on, in one value: a directory, rules, readings, and transactions that
 * were drawn from the directory. Certificates are of {@link SyntheticPki}, whose root is trusted.
 *
 * @param directory the tenants
 * @param ruleSet the rules
 * @param readings the readings
 * @param transactions at least one
 */
public record World(
    TenantDirectory directory,
    RuleSet ruleSet,
    Readings readings,
    List<SimulatedTransaction> transactions) {

  private static final TrustAnchors ANCHORS = TrustAnchors.of(SyntheticPki.shared().trustAnchors());

  /** Worlds share what is remembered about certificates, which costs most of the time else. */
  private static final Map<Readings, AttributionEngine> ENGINES = new ConcurrentHashMap<>();

  private static final Map<Readings, CertificateEvaluator> EVALUATORS = new ConcurrentHashMap<>();

  /** Copies the list. */
  public World {
    transactions = List.copyOf(transactions);
  }

  /** The root of the synthetic certificates. */
  public TrustAnchors trustAnchors() {
    return ANCHORS;
  }

  /** Every recipient of every transaction, alone. */
  public List<SimulatedConnection> connections() {
    return transactions.stream().flatMap(each -> each.connections().stream()).toList();
  }

  /** The engine over all this. */
  public AttributionEngine engine() {
    return ENGINES
        .computeIfAbsent(
            aboutCertificates(),
            judging ->
                AttributionEngine.builder(TenantDirectory.of())
                    .readings(judging)
                    .trustAnchors(ANCHORS)
                    .build())
        .withReadings(readings)
        .withRuleSet(ruleSet)
        .withDirectory(directory);
  }

  /** The reference over all this. */
  public ReferenceEngine reference() {
    CertificateEvaluator evaluator =
        EVALUATORS.computeIfAbsent(
            aboutCertificates(), judging -> new CertificateEvaluator(ANCHORS, judging));
    return ReferenceEngine.of(directory, ruleSet, readings, evaluator);
  }

  /** The readings with all at their defaults that do not matter to PKI-2 to PKI-7. */
  private Readings aboutCertificates() {
    Readings judging = Readings.defaults();
    for (Reading reading :
        List.of(Reading.REVOCATION, Reading.CERTIFICATE_TRUST, Reading.KEY_USAGE)) {
      judging = judging.with(readings.get(reading));
    }
    return judging;
  }

  /** All of it as a scenario file, to be pasted and run. */
  public ScenarioYaml scenario() {
    ScenarioYaml yaml = ScenarioYaml.of(directory).withRuleSet(ruleSet).withReadings(readings);
    for (SimulatedTransaction transaction : transactions) {
      yaml = yaml.withTransaction(transaction);
    }
    return yaml;
  }

  @Override
  public String toString() {
    return directory + ", rules " + ruleSet.key() + ", " + transactions.size() + " transactions";
  }
}
