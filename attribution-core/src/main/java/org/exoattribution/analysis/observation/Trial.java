package org.exoattribution.analysis.observation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.AttributionOutcome;
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
  private final List<Prediction> explaining = new ArrayList<>();
  private final List<Prediction> failing = new ArrayList<>();

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

  /** The predictions with a certificate that explain the observation; one a connector name. */
  List<Prediction> withCertificates() {
    if (connection.tls() && explaining.isEmpty() && failing.isEmpty()) {
      candidates().forEach(candidate -> CertificateTries.of(candidate).forEach(this::attempt));
    }
    return explaining;
  }

  /** The other predictions with a certificate that differ from each other. */
  List<Prediction> failing() {
    return failing;
  }

  private void attempt(CertificateNamePattern pattern, Set<PresentedName> names) {
    Optional<Prediction> explained = Optional.empty();
    List<Prediction> failed = new ArrayList<>();
    Set<PresentedName> tried = new LinkedHashSet<>();
    ehlo().filter(name -> pattern.matches(name, engine.readings())).ifPresent(tried::add);
    tried.addAll(names);
    for (PresentedName name : tried) {
      Prediction prediction = new Prediction(Optional.of(pattern), Optional.of(name), with(name));
      if (isExplainedBy(prediction.attribution())) {
        explained = explained.or(() -> Optional.of(prediction));
      } else {
        failed.add(prediction);
      }
    }
    if (explained.isEmpty()) {
      failed.forEach(this::addIfNew);
    } else {
      explaining.add(explained.get());
    }
  }

  private void addIfNew(Prediction prediction) {
    List<Prediction> others = new ArrayList<>(failing);
    others.add(known);
    if (others.stream().noneMatch(p -> outcome(p).equals(outcome(prediction)))) {
      failing.add(prediction);
    }
  }

  private static AttributionOutcome outcome(Prediction prediction) {
    return AttributionOutcome.of(prediction.attribution());
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
