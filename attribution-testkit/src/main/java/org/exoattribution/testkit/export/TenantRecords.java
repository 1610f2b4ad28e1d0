package org.exoattribution.testkit.export;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.Tenant;
import org.exoattribution.testkit.document.Node;
import org.exoattribution.testkit.document.Quoted;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;

/** One tenant in the making: the records of its cmdlets, put together as DIR-1 allows. */
final class TenantRecords {
  private final String name;
  private final Tenant.Builder tenant;
  private final DirectoryClaims claims;
  private final ImportLog log;
  private final AcceptedDomainReader domains;
  private final InboundConnectorReader connectors;
  private final Set<String> connectorNames = new HashSet<>();

  TenantRecords(String name, SourceLocation location, DirectoryClaims claims, ImportLog log) {
    claims.claimName(name, location);
    claims.locations().add(name, location);
    this.name = name;
    this.tenant = Tenant.builder(name);
    this.claims = claims;
    this.log = log;
    this.domains = new AcceptedDomainReader(log);
    this.connectors = new InboundConnectorReader(log);
  }

  Tenant.Builder tenant() {
    return tenant;
  }

  void acceptedDomains(Node records) {
    for (Node record : CmdletRecord.entriesOf(records)) {
      domains.read(record).ifPresent(domain -> accept(domain, record.location()));
    }
  }

  private void accept(AcceptedDomain domain, SourceLocation location) {
    if (claims.claimDomain(domain.domainName(), name, location)) {
      tenant.acceptedDomain(domain);
    } else {
      log.fault(
          location,
          Quoted.text(domain.domainName().value())
              + " is listed twice among the accepted domains of "
              + Quoted.text(name)
              + ": expected it once"
              + rule(),
          "the first record is used");
    }
  }

  void inboundConnectors(Node records) {
    for (Node record : CmdletRecord.entriesOf(records)) {
      connectors.read(record).ifPresent(connector -> add(connector, record.location()));
    }
  }

  private void add(InboundConnector connector, SourceLocation location) {
    if (connectorNames.add(connector.name().toLowerCase(Locale.ROOT))) {
      tenant.inboundConnector(connector);
      claims.locations().add(name, connector.name(), location);
    } else {
      log.fault(
          location,
          "tenant "
              + Quoted.text(name)
              + " has two connectors named "
              + Quoted.text(connector.name())
              + ": expected distinct names, whatever their letter case"
              + rule(),
          "the first record is used");
    }
  }

  private static String rule() {
    return " (" + RuleId.DIR_1.id() + ")";
  }

  /** Completes the tenant. */
  void finish(SourceLocation location) {
    try {
      claims.add(tenant.build());
    } catch (InvalidValueException e) {
      throw new ScenarioException(location, ScenarioException.problem(e), e);
    }
  }
}
