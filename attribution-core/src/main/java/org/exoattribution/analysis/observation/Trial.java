package org.exoattribution.analysis.observation;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;

/**
 * One observation put to one engine: as it is known, and with every certificate that could explain
 * it.
 */
final class Trial {
  private final AttributionEngine engine;
  private final SimulatedConnection connection;
  private final Observed observed;
  private final Optional<Tenant> tenant;
  private final Prediction known;

  /**
   * @param tenant the observed tenant, if that is told
   */
  Trial(AttributionEngine engine, Observation observation, Optional<Tenant> tenant) {
    this.engine = engine;
    this.connection = observation.connection();
    this.observed = observation.observed();
    this.tenant = tenant;
    this.known = new Prediction(Optional.empty(), Optional.empty(), engine.resolve(connection));
  }

  Prediction known() {
    return known;
  }

  /** Whether the model says what was observed of the connection as it is known. */
  boolean agrees() {
    return isExplainedBy(known.attribution());
  }

  /**
   * The predictions with a certificate that explain the observation, one a connector name; none if
   * the certificate is known, or the session plaintext.
   */
  List<Prediction> withCertificates() {
    Map<CertificateNamePattern, Prediction> explaining = new LinkedHashMap<>();
    if (connection.tls() && connection.presentedCertificate().isEmpty()) {
      for (Tenant candidate : candidates()) {
        CertificateTries.of(candidate, ehlo(), engine.readings())
            .forEach(
                (pattern, names) ->
                    names.stream()
                        .map(n -> new Prediction(Optional.of(pattern), Optional.of(n), with(n)))
                        .filter(prediction -> isExplainedBy(prediction.attribution()))
                        .findFirst()
                        .ifPresent(prediction -> explaining.putIfAbsent(pattern, prediction)));
      }
    }
    return List.copyOf(explaining.values());
  }

  /** Whether a certificate for the EHLO name alone would explain the observation. */
  boolean ehloExplains() {
    return ehlo().filter(name -> isExplainedBy(with(name))).isPresent();
  }

  private Optional<PresentedName> ehlo() {
    return connection.ehlo().flatMap(PresentedName::tryParse);
  }

  /** What comes of the connection if it presents an accepted certificate of this name. */
  private Attribution with(PresentedName name) {
    return engine.resolve(connection, CertificateVerdict.accepting(List.of(name)));
  }

  /** Whose connectors a certificate may match; all that have to do with it if nobody is told. */
  private Set<Tenant> candidates() {
    Set<Tenant> candidates = new LinkedHashSet<>(tenant.stream().toList());
    if (candidates.isEmpty()) {
      candidates.addAll(engine.tenantsInScope(connection));
      ehlo()
          .map(name -> CertificateVerdict.accepting(List.of(name)))
          .ifPresent(v -> candidates.addAll(engine.tenantsInScope(connection, v)));
    }
    return candidates;
  }

  private boolean isExplainedBy(Attribution attribution) {
    return observed.isExplainedBy(attribution, tenant);
  }
}
