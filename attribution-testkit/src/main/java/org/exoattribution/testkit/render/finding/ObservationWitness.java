package org.exoattribution.testkit.render.finding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exoattribution.analysis.observation.Judgement;
import org.exoattribution.analysis.observation.Observed;
import org.exoattribution.analysis.observation.Prediction;
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
    Optional<CertificateVerdict> given = engine.evaluateCertificate(connection);
    List<PresentedName> names =
        given
            .map(CertificateVerdict::names)
            .orElseGet(
                () ->
                    group.judgement().predictions().stream()
                        .filter(p -> group.judgement().kind() == Judgement.Kind.AGREES_IF)
                        .map(Prediction::presented)
                        .flatMap(Optional::stream)
                        .limit(1)
                        .toList());
    ReversePath from = connection.mailFrom();
    return Optional.of(
        WitnessScenario.entry(
            group.count()
                + " "
                + group.judgement().kind()
                + " from "
                + connection.ehlo().orElseGet(connection.sourceIp()::toString),
            new ConnectionWitness(
                connection.sourceIp(),
                connection.tls(),
                names,
                given.map(CertificateVerdict::accepted).orElse(true),
                full ? from : from.domain().map(ReversePath::of).orElse(from),
                connection.headerFromDomain(),
                full ? connection.rcptTo() : ForwardPath.of(connection.rcptTo().domain()),
                connection.forest()),
            expected(group.first().observation().observed())));
  }

  private static Map<String, Object> expected(Observed observed) {
    boolean connector = observed.connector().isPresent() || observed.withoutConnector();
    return Json.object(
        "verdict", observed.verdict().orElse(null),
        "tenant", observed.tenant().orElse(null),
        "connector", connector ? observed.connector() : null);
  }
}
