package org.exoattribution.analysis.observation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;

/**
 * Compares what the service did with what the model says, under one directory, rules and readings.
 * Immutable and thread-safe.
 *
 * <p>No header and no trace tells the certificate. Where it is not given, the connection is judged
 * as if none had been presented; if that does not explain the observation, every certificate is
 * tried that the connectors of the observed tenant tell apart.
 */
public final class ObservationJudge {
  private final AttributionEngine engine;
  private final Map<String, Tenant> tenants = new HashMap<>();
  private final Set<DomainName> associated = new HashSet<>();

  private ObservationJudge(AttributionEngine engine) {
    this.engine = Objects.requireNonNull(engine, "engine");
    for (Tenant tenant : engine.directory().tenants()) {
      tenants.put(key(tenant.name()), tenant);
      tenant.inboundConnectors().forEach(c -> associated.addAll(c.associatedAcceptedDomains()));
    }
    for (Tenant tenant : engine.directory().tenants()) {
      tenant.tenantId().ifPresent(id -> tenants.put(key(id), tenant));
    }
  }

  private static String key(String nameOrId) {
    return nameOrId.toLowerCase(Locale.ROOT);
  }

  /** A judge by this engine's directory, rules and readings. */
  public static ObservationJudge of(AttributionEngine engine) {
    return new ObservationJudge(engine);
  }

  /** The tenant of this id or name, whatever the letter case. */
  public Optional<Tenant> tenant(String nameOrId) {
    return Optional.ofNullable(tenants.get(key(nameOrId)));
  }

  /** The observation with the tenant's name in the directory in place of its id. */
  public Observation named(Observation observation) {
    Observed told = observation.observed();
    Optional<String> name = told.tenant().flatMap(this::tenant).map(Tenant::name);
    return name.isEmpty()
        ? observation
        : new Observation(
            observation.connection(),
            new Observed(told.verdict(), name, told.connector(), told.withoutConnector()));
  }

  /** Whether the model explains the observation. */
  public Judgement judge(Observation observation) {
    Optional<String> told = observation.observed().tenant();
    Optional<Tenant> tenant = told.flatMap(this::tenant);
    if (told.isPresent() && tenant.isEmpty()) {
      return new Judgement(Judgement.Kind.UNKNOWN_TENANT, List.of(), false, List.of());
    }
    return Trial.of(engine, observation, tenant);
  }

  /** What decides about the observation, as far as this directory can tell. */
  public ObservationKind kindOf(Observation observation) {
    SimulatedConnection connection = observation.connection();
    Optional<DomainName> sender = connection.mailFrom().domain();
    Optional<Tenant> receiver = engine.ownerOf(connection.rcptTo().domain());
    StringBuilder details = new StringBuilder(connection.tls() ? "tls" : "plaintext");
    connection
        .presentedCertificate()
        .map(PresentedCertificate::fingerprint)
        .ifPresent(fingerprint -> details.append(' ').append(fingerprint));
    sender
        .filter(domain -> associated.contains(domain) || isNamedBy(receiver, connection))
        .ifPresent(domain -> details.append(" from ").append(domain));
    if (connection.mailFrom().domain().isEmpty()) {
      details.append(" from <>");
    }
    Optional.of(connection.rcptTo().domain())
        .filter(associated::contains)
        .ifPresent(domain -> details.append(" to ").append(domain));
    connection.forest().ifPresent(forest -> details.append(" at ").append(forest));
    if (engine.ruleSet().compareTo(RuleSet.V2023) < 0) {
      connection.headerFromDomain().ifPresent(d -> details.append(" header-from ").append(d));
    }
    return new ObservationKind(
        connection.sourceIp(),
        sender.flatMap(engine::ownerOf).map(Tenant::name),
        receiver.map(Tenant::name),
        observation.observed(),
        details.toString());
  }

  /** Whether an entry of SenderDomains other than {@code *} covers the sender (IN-3, IN-5). */
  private static boolean isNamedBy(Optional<Tenant> receiver, SimulatedConnection connection) {
    return receiver.stream()
        .flatMap(tenant -> tenant.inboundConnectors().stream())
        .flatMap(connector -> connector.senderDomains().stream())
        .anyMatch(entry -> entry.domain().isPresent() && entry.covers(connection.mailFrom()));
  }
}
