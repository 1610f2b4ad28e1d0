package org.exoattribution.analysis.observation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exoattribution.analysis.advice.Advice;
import org.exoattribution.analysis.advice.Advisor;
import org.exoattribution.analysis.change.Change;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
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
  private final Trial trial;
  private final AttributionEngine engine;
  private final SimulatedConnection connection;
  private final List<Tenant> tenants;

  CauseSearch(Trial trial) {
    this.trial = trial;
    this.engine = trial.engine();
    this.connection = trial.connection();
    this.tenants =
        trial.tenant().isPresent()
            ? trial.tenant().stream().toList()
            : domains().flatMap(domain -> engine.ownerOf(domain).stream()).distinct().toList();
  }

  /** The nearest first; pairs only where nothing alone is enough. */
  List<Cause> causes() {
    Map<String, Cause> causes = new LinkedHashMap<>();
    missingConnector().ifPresent(cause -> causes.put(cause.fact(), cause));
    List<Advice> found =
        Advisor.of(engine)
            .changesTowards(
                connection,
                tenants.stream().map(Tenant::name).toList(),
                trial::isExplainedBy,
                further(),
                CauseSearch::isPossible);
    boolean single =
        !causes.isEmpty() || found.stream().anyMatch(advice -> !isPair(advice.change()));
    found.stream()
        .filter(advice -> !single || !isPair(advice.change()))
        .sorted(Comparator.comparing(advice -> advice.change().kind() == Change.Kind.ENVELOPE))
        .map(each -> new Cause(now(each.change()), each.result()))
        .forEach(cause -> causes.putIfAbsent(cause.fact(), cause));
    return List.copyOf(causes.values());
  }

  /** All is as observed but for the name of a connector that the exports do not have. */
  private Optional<Cause> missingConnector() {
    Observed told = trial.observed();
    Observed nameless = new Observed(told.verdict(), told.tenant(), Optional.empty(), false);
    Optional<String> missing =
        told.connector()
            .filter(
                name -> trial.tenant().filter(t -> t.inboundConnector(name).isEmpty()).isPresent());
    if (missing.isEmpty() || !nameless.isExplainedBy(trial.predicted(), trial.tenant())) {
      return Optional.empty();
    }
    String but = trial.predicted().connectorName().map(", but \"%s\""::formatted).orElse("");
    String fact = "%s has no connector \"%s\" in the exports%s";
    String tenant = trial.predicted().tenantName().orElse("");
    return Optional.of(new Cause(fact.formatted(tenant, missing.get(), but), trial.predicted()));
  }

  /** A connector is of no use to a server without its certificate: those two are one. */
  private static boolean isPair(Change change) {
    return change.kind() == Change.Kind.SEVERAL
        && change.parts().get(0).kind() != Change.Kind.NEW_CONNECTOR;
  }

  /** Of sender and recipient. */
  private Stream<DomainName> domains() {
    return Stream.concat(
        connection.mailFrom().domain().stream(), Stream.of(connection.rcptTo().domain()));
  }

  private static boolean isPossible(Change change) {
    return switch (change.kind()) {
      case SEVERAL -> change.parts().stream().allMatch(CauseSearch::isPossible);
      case ADOPTED_DOMAIN, ADDRESS, TRANSACTION -> false;
      default -> true;
    };
  }

  private List<Change> further() {
    List<Change> changes = new ArrayList<>();
    for (Tenant tenant : tenants) {
      domains()
          .filter(domain -> engine.ownerOf(domain).isEmpty())
          .forEach(domain -> changes.add(Change.acceptedDomain(tenant.name(), domain)));
      connection
          .ehlo()
          .filter(name -> connection.presentedCertificate().isEmpty())
          .flatMap(PresentedName::tryParse)
          .ifPresent(name -> changes.add(connectorFor(tenant, name)));
    }
    trial
        .predicted()
        .tenantName()
        .flatMap(engine.directory()::tenant)
        .ifPresent(rival -> disabled(rival).ifPresent(changes::add));
    return changes;
  }

  /** Of the connector that took the message for somebody else, perhaps. */
  private Optional<Change> disabled(Tenant rival) {
    return trial
        .predicted()
        .connectorName()
        .flatMap(rival::inboundConnector)
        .map(c -> Change.connector(rival.name(), c, c.withEnabled(false), "disable", 5));
  }

  private Change connectorFor(Tenant tenant, PresentedName name) {
    OnPremisesConnector connector =
        OnPremisesConnector.builder(trial.observed().connector().orElse("Inbound from " + name))
            .tlsSenderCertificateName(new CertificateNamePattern(name.domain(), name.wildcard()))
            .build();
    return Change.all(Change.newConnector(tenant.name(), connector), Change.certificate(name));
  }

  /** What is the case now, of a change that would make it otherwise. */
  private String now(Change change) {
    String tenant = change.tenant().orElse("");
    return switch (change.kind()) {
      case SEVERAL -> change.parts().stream().map(this::now).collect(Collectors.joining(", and "));
      case ACCEPTED_DOMAIN -> accepts(change.values(DomainName.class).get(0), tenant);
      case NEW_CONNECTOR ->
          change
              .values(InboundConnector.class)
              .get(0)
              .tlsSenderCertificateName()
              .map(name -> "no connector of " + tenant + " is for the certificate name " + name)
              .orElseGet(() -> address("any connector of " + tenant));
      case CONNECTOR -> connector(change, tenant);
      case CERTIFICATE, MENDED_CERTIFICATE -> certificate(change);
      case ENVELOPE ->
          "MAIL FROM is of no domain of " + tenant + ", as a list or a forwarder may have left it";
      case TLS -> "the session was plaintext";
      default -> otherwise(change);
    };
  }

  private static String otherwise(Change change) {
    return "it would take this: " + change.action();
  }

  private String accepts(DomainName domain, String name) {
    return domains().anyMatch(domain::equals)
        ? "the exports accept no domain of " + domain
        : domain + " is no accepted domain of " + name;
  }

  private String connector(Change change, String tenant) {
    InboundConnector before = change.values(InboundConnector.class).get(0);
    InboundConnector after = change.values(InboundConnector.class).get(1);
    String name = "connector \"" + before.name() + "\" of " + tenant;
    if (before.enabled() != after.enabled()) {
      return name + (after.enabled() ? " is disabled" : " is there and takes the message");
    }
    if (!before.senderIpAddresses().equals(after.senderIpAddresses())) {
      return address(isListed() ? name : "any connector of " + tenant);
    }
    return otherwise(change);
  }

  private String address(String where) {
    return connection.sourceIp() + " is not among the addresses of " + where;
  }

  /** Whether another connector of the tenant, or a disabled one, has the address. */
  private boolean isListed() {
    return trial.tenant().stream()
        .flatMap(t -> t.inboundConnectors().stream())
        .flatMap(connector -> connector.senderIpAddresses().stream())
        .anyMatch(range -> range.contains(connection.sourceIp()));
  }

  private String certificate(Change change) {
    String names =
        change.values(PresentedName.class).stream()
            .map(PresentedName::toString)
            .collect(Collectors.joining(", "));
    if (connection.presentedCertificate().isEmpty()) {
      return "the server presented a certificate for " + names;
    }
    return change.kind() == Change.Kind.CERTIFICATE
        ? "the certificate that was given is none for " + names
        : "the certificate that was given is refused";
  }
}
