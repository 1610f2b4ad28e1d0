package org.exoattribution.testkit.export;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.DomainName;
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
  private final Map<DomainName, AcceptedDomain> acceptedDomains = new HashMap<>();
  private final Map<String, InboundConnector> inboundConnectors = new HashMap<>();

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

  /** The same of an export: every tenant has an accepted domain, so that none is a failure. */
  void exportedDomains(Node records) {
    if (CmdletRecord.entriesOf(records).isEmpty()) {
      log.gap(
          records.location(),
          "no accepted domain, and every tenant has one; "
              + Cmdlet.ACCEPTED_DOMAIN.consequence()
              + "; export it again");
    }
    acceptedDomains(records);
  }

  private void accept(AcceptedDomain domain, SourceLocation location) {
    if (claims.claimDomain(domain.domainName(), name, location)) {
      tenant.acceptedDomain(domain);
      acceptedDomains.put(domain.domainName(), domain);
    } else {
      repeated(
          location,
          Quoted.text(domain.domainName().value())
              + " is listed twice among the accepted domains of "
              + Quoted.text(name)
              + ": expected it once",
          domain.equals(acceptedDomains.get(domain.domainName())));
    }
  }

  /** A second record of what is there; only one that says something else is missing. */
  private void repeated(SourceLocation location, String problem, boolean isSame) {
    String cited = problem + " (" + RuleId.DIR_1.id() + ")";
    if (isSame) {
      log.harmless(location, cited, "both records say the same");
    } else {
      log.fault(location, cited, "the first record is used");
    }
  }

  void inboundConnectors(Node records) {
    for (Node record : CmdletRecord.entriesOf(records)) {
      connectors.read(record).ifPresent(connector -> add(connector, record.location()));
    }
  }

  private void add(InboundConnector connector, SourceLocation location) {
    InboundConnector earlier =
        inboundConnectors.putIfAbsent(connector.name().toLowerCase(Locale.ROOT), connector);
    if (earlier == null) {
      tenant.inboundConnector(connector);
      claims.locations().add(name, connector.name(), location);
    } else {
      repeated(
          location,
          "tenant "
              + Quoted.text(name)
              + " has two connectors named "
              + Quoted.text(connector.name())
              + ": expected distinct names, whatever their letter case",
          earlier.equals(connector));
    }
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
