package org.exoattribution.testkit.render.finding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exoattribution.analysis.observation.Judgement;
import org.exoattribution.analysis.observation.Observed;
import org.exoattribution.analysis.search.ConnectionWitness;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.ReversePath;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.testkit.observation.ObservationGroup;
import org.exoattribution.testkit.render.json.Json;
import org.exoattribution.testkit.render.json.WitnessScenario;

/** Observations as connections of a scenario file, with what was observed as what is expected. */
public final class ObservationWitness {
  private final AttributionEngine engine;
  private final boolean full;

  /**
   * Of observations that were judged by this engine.
   *
   * @param full whether mailboxes are named, where otherwise domains are
   */
  public ObservationWitness(AttributionEngine engine, boolean full) {
    this.engine = engine;
    this.full = full;
  }

  /**
   * The connection of a group, with the first certificate that explains it if only one does; empty
   * if the tenant is not in the directory, so that nothing can be expected of it.
   */
  public Optional<Map<String, Object>> of(ObservationGroup group) {
    if (group.judgement().kind() == Judgement.Kind.UNKNOWN_TENANT) {
      return Optional.empty();
    }
    SimulatedConnection connection = group.first().observation().connection();
    Judgement.Kind kind = group.judgement().kind();
    Optional<CertificateVerdict> given = engine.evaluateCertificate(connection);
    List<PresentedName> explaining =
        group.judgement().predictions().stream()
            .filter(prediction -> kind == Judgement.Kind.AGREES_IF)
            .flatMap(prediction -> prediction.presented().stream())
            .limit(1)
            .toList();
    ReversePath from = connection.mailFrom();
    ConnectionWitness witness =
        new ConnectionWitness(
            connection.sourceIp(),
            connection.tls(),
            given.map(CertificateVerdict::names).orElse(explaining),
            given.map(CertificateVerdict::accepted).orElse(true),
            full ? from : from.domain().map(ReversePath::of).orElse(from),
            connection.headerFromDomain(),
            full ? connection.rcptTo() : ForwardPath.of(connection.rcptTo().domain()),
            connection.forest());
    String source = connection.ehlo().orElseGet(connection.sourceIp()::toString);
    String name = group.count() + " " + kind + " from " + source;
    Observed observed = group.first().observation().observed();
    return Optional.of(WitnessScenario.entry(name, witness, expected(observed)));
  }

  private static Map<String, Object> expected(Observed observed) {
    boolean connector = observed.connector().isPresent() || observed.withoutConnector();
    return Json.object(
        "verdict", observed.verdict().orElse(null),
        "tenant", observed.tenant().orElse(null),
        "connector", connector ? observed.connector() : null);
  }
}
