package org.exoattribution.analysis.observation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.exoattribution.analysis.advice.Advice;
import org.exoattribution.analysis.advice.Advisor;
import org.exoattribution.analysis.change.Change;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;

/**
 * Finds what must have been otherwise for the model to say what was observed: the search for
 * advice, asked backwards. What was observed itself, such as the source address, was not otherwise.
 */
final class CauseSearch {
  private final AttributionEngine engine;
  private final SimulatedConnection connection;
  private final Observed observed;
  private final Optional<Tenant> tenant;
  private final Attribution predicted;

  CauseSearch(AttributionEngine engine, Observation observation, Optional<Tenant> tenant) {
    this.engine = engine;
    this.connection = observation.connection();
    this.observed = observation.observed();
    this.tenant = tenant;
    this.predicted = engine.resolve(connection);
  }

  /** The nearest first; pairs only where nothing alone is enough. */
  List<Cause> causes() {
    CauseWords words = new CauseWords(connection, tenant);
    Map<String, Cause> causes = new LinkedHashMap<>();
    missingConnector().ifPresent(cause -> causes.put(cause.fact(), cause));
    List<Advice> found =
        Advisor.of(engine)
            .changesTowards(
                connection,
                tenants().map(Tenant::name).toList(),
                attribution -> observed.isExplainedBy(attribution, tenant),
                further(),
                CauseSearch::isPossible);
    boolean single =
        !causes.isEmpty() || found.stream().anyMatch(advice -> !isPair(advice.change()));
    found.stream()
        .filter(advice -> !single || !isPair(advice.change()))
        .sorted(Comparator.comparing(advice -> advice.change().kind() == Change.Kind.ENVELOPE))
        .map(each -> new Cause(words.of(each.change()), each.result()))
        .forEach(cause -> causes.putIfAbsent(cause.fact(), cause));
    return List.copyOf(causes.values());
  }

  /** All is as observed but for the name of a connector that the exports do not have. */
  private Optional<Cause> missingConnector() {
    Observed nameless =
        new Observed(observed.verdict(), observed.tenant(), Optional.empty(), false);
    return observed
        .connector()
        .filter(name -> tenant.isPresent() && tenant.get().inboundConnector(name).isEmpty())
        .filter(name -> nameless.isExplainedBy(predicted, tenant))
        .map(
            name ->
                new Cause(
                    predicted.tenantName().orElse("")
                        + " has no connector \""
                        + name
                        + "\" in the exports"
                        + predicted
                            .connectorName()
                            .map(other -> ", but \"" + other + "\"")
                            .orElse(""),
                    predicted));
  }

  /** A connector is of no use to a server without its certificate: those two are one. */
  private static boolean isPair(Change change) {
    return change.kind() == Change.Kind.SEVERAL
        && change.parts().get(0).kind() != Change.Kind.NEW_CONNECTOR;
  }

  private Stream<Tenant> tenants() {
    return tenant.isPresent()
        ? tenant.stream()
        : Stream.of(connection.mailFrom().domain(), Optional.of(connection.rcptTo().domain()))
            .flatMap(domain -> domain.flatMap(engine::ownerOf).stream())
            .distinct();
  }

  private static boolean isPossible(Change change) {
    return switch (change.kind()) {
      case SEVERAL -> change.parts().stream().allMatch(CauseSearch::isPossible);
      case ADOPTED_DOMAIN, ADDRESS, TRANSACTION -> false;
      default -> true;
    };
  }

  private Collection<Change> further() {
    List<Change> changes = new ArrayList<>();
    tenants().forEach(each -> further(each, changes));
    Optional<Tenant> rival = predicted.tenantName().flatMap(engine.directory()::tenant);
    rival
        .flatMap(t -> predicted.connectorName().flatMap(t::inboundConnector))
        .ifPresent(
            c ->
                changes.add(
                    Change.connector(
                        rival.orElseThrow().name(), c, c.withEnabled(false), "disable", 5)));
    return changes;
  }

  private void further(Tenant each, List<Change> changes) {
    Stream.of(connection.mailFrom().domain(), Optional.of(connection.rcptTo().domain()))
        .flatMap(Optional::stream)
        .filter(domain -> engine.ownerOf(domain).isEmpty())
        .forEach(domain -> changes.add(Change.acceptedDomain(each.name(), domain)));
    connection
        .ehlo()
        .filter(name -> connection.presentedCertificate().isEmpty())
        .flatMap(PresentedName::tryParse)
        .ifPresent(name -> changes.add(connectorFor(each, name)));
  }

  private Change connectorFor(Tenant each, PresentedName name) {
    InboundConnector connector =
        OnPremisesConnector.builder(observed.connector().orElse("Inbound from " + name))
            .tlsSenderCertificateName(new CertificateNamePattern(name.domain(), name.wildcard()))
            .build();
    return Change.all(Change.newConnector(each.name(), connector), Change.certificate(name));
  }
}
