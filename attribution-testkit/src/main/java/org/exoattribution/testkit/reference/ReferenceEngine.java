package org.exoattribution.testkit.reference;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.exoattribution.certificate.CertificateEvaluator;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.model.Reading;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.model.TenantDirectory;

/**
 * A plain transcription of the rules, to test the engine against. It looks at every connector of
 * every tenant for every question and shares no code with the engine's stages; only the judgement
 * of certificates (PKI-2 to PKI-7) is the engine's own. Fit for directories of a few dozen tenants.
 */
public final class ReferenceEngine {
  private final TenantDirectory directory;
  private final RuleSet rules;
  private final Readings readings;
  private final CertificateEvaluator certificates;

  private ReferenceEngine(
      TenantDirectory directory,
      RuleSet rules,
      Readings readings,
      CertificateEvaluator certificates) {
    this.directory = Objects.requireNonNull(directory, "directory");
    this.rules = Objects.requireNonNull(rules, "rules");
    this.readings = Objects.requireNonNull(readings, "readings");
    this.certificates = Objects.requireNonNull(certificates, "certificates");
  }

  /** A reference for this directory; the evaluator must have been made with the same readings. */
  public static ReferenceEngine of(
      TenantDirectory directory,
      RuleSet rules,
      Readings readings,
      CertificateEvaluator certificates) {
    return new ReferenceEngine(directory, rules, readings, certificates);
  }

  /** What the rules say about a connection with one recipient. */
  public ReferenceResult resolve(SimulatedConnection connection) {
    return Transactions.resolve(caseOf(connection));
  }

  /** What the rules say about each recipient of a transaction, in order. */
  public List<ReferenceResult> resolve(SimulatedTransaction transaction) {
    return Transactions.resolve(transaction.connections().stream().map(this::caseOf).toList());
  }

  /**
   * The readings that are contested in the result of each recipient of a transaction, in order, by
   * trying every combination.
   */
  public List<Set<Reading>> contestedReadings(SimulatedTransaction transaction) {
    List<ReferenceCase> cases = transaction.connections().stream().map(this::caseOf).toList();
    Set<Reading> changeable = EnumSet.noneOf(Reading.class);
    cases.forEach(each -> changeable.addAll(ContestedReadings.changeable(each)));
    Map<Readings, List<ReferenceResult>> results = new HashMap<>();
    return IntStream.range(0, cases.size())
        .mapToObj(
            i ->
                ContestedReadings.smallestChanges(
                    readings,
                    changeable,
                    other ->
                        results
                            .computeIfAbsent(other, under -> resolve(cases, under))
                            .get(i)
                            .withFindings(Set.of())))
        .map(ContestedReadings::members)
        .toList();
  }

  private static List<ReferenceResult> resolve(List<ReferenceCase> cases, Readings readings) {
    return Transactions.resolve(cases.stream().map(each -> each.under(readings)).toList());
  }

  private ReferenceCase caseOf(SimulatedConnection connection) {
    Optional<CertificateVerdict> tlsCertificate =
        connection
            .presentedCertificate()
            .filter(certificate -> connection.tls()) // PKI-1
            .map(certificate -> certificates.evaluate(certificate, connection.at()));
    return new ReferenceCase(directory, rules, readings, connection, tlsCertificate);
  }
}
