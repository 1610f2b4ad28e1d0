package org.exoattribution.testkit.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.exoattribution.testkit.document.Node;
import org.exoattribution.testkit.document.Node.Fields;
import org.exoattribution.testkit.document.Quoted;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;

/**
 * Puts a directory together and remembers where each tenant and each domain was claimed, so that
 * the refusal of DIR-1 can point at both places. Two tenants that claim one domain are never both
 * right: even an export is refused then.
 */
final class DirectoryClaims {
  static final String DIRECT_SEND = "RejectDirectSend";

  private final Map<String, Claim> tenants = new HashMap<>();
  private final Map<DomainName, Claim> domains = new HashMap<>();
  private final TenantLocations locations = new TenantLocations();
  private final List<Tenant> complete = new ArrayList<>();
  private final ImportLog log;

  DirectoryClaims(ImportLog log) {
    this.log = log;
  }

  private record Claim(String tenant, SourceLocation location) {}

  private void claimName(String tenant, SourceLocation location) {
    Claim earlier =
        tenants.putIfAbsent(tenant.toLowerCase(Locale.ROOT), new Claim(tenant, location));
    if (earlier != null) {
      String problem =
          "two tenants are named %s and %s: expected distinct names, whatever their letter case"
              .formatted(Quoted.text(earlier.tenant()), Quoted.text(tenant));
      throw refused(location, problem, earlier);
    }
    locations.add(tenant, location);
  }

  /**
   * @return whether the domain is new; false if the same tenant has it already
   * @throws ScenarioException if another tenant has it
   */
  private boolean claimDomain(DomainName domain, String tenant, SourceLocation location) {
    Claim earlier = domains.putIfAbsent(domain, new Claim(tenant, location));
    if (earlier != null && !earlier.tenant().equals(tenant)) {
      String problem =
          "%s is an accepted domain of both %s and %s: expected one tenant for a domain"
              .formatted(
                  Quoted.text(domain.value()), Quoted.text(earlier.tenant()), Quoted.text(tenant));
      throw refused(location, problem, earlier);
    }
    return earlier == null;
  }

  private static ScenarioException refused(SourceLocation location, String problem, Claim earlier) {
    String rule = " (" + RuleId.DIR_1.id() + ")";
    return new ScenarioException(
        location, problem + ", the other is at " + earlier.location() + rule);
  }

  TenantLocations locations() {
    return locations;
  }

  ImportLog log() {
    return log;
  }

  TenantsImport tenants() {
    return new TenantsImport(TenantDirectory.of(complete), log.report(), locations);
  }

  /** One tenant in the making: the records of its cmdlets, put together as DIR-1 allows. */
  final class TenantRecords {
    private final String name;
    private final Tenant.Builder tenant;
    private final Map<DomainName, AcceptedDomain> acceptedDomains = new HashMap<>();
    private final Map<String, InboundConnector> inboundConnectors = new HashMap<>();

    TenantRecords(String name, SourceLocation location) {
      claimName(name, location);
      this.name = name;
      this.tenant = Tenant.builder(name);
    }

    Tenant.Builder tenant() {
      return tenant;
    }

    void acceptedDomains(Node records) {
      RecordReader reader = new RecordReader(log, true);
      for (Node record : CmdletRecord.entriesOf(records)) {
        reader.acceptedDomain(record).ifPresent(domain -> add(domain, record.location()));
      }
    }

    /** The same of an export: every tenant has an accepted domain, so that none is a failure. */
    void exportedDomains(Node records) {
      if (CmdletRecord.entriesOf(records).isEmpty()) {
        String problem = "no accepted domain, and every tenant has one; ";
        String consequence = Cmdlet.ACCEPTED_DOMAIN.consequence();
        log.gap(records.location(), problem + consequence + "; export it again");
      }
      acceptedDomains(records);
    }

    private void add(AcceptedDomain domain, SourceLocation location) {
      if (claimDomain(domain.domainName(), name, location)) {
        tenant.acceptedDomain(domain);
        acceptedDomains.put(domain.domainName(), domain);
      } else {
        repeated(
            location,
            "%s is listed twice among the accepted domains of %s: expected it once"
                .formatted(Quoted.text(domain.domainName().value()), Quoted.text(name)),
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
      RecordReader reader = new RecordReader(log, true);
      for (Node record : CmdletRecord.entriesOf(records)) {
        reader.inboundConnector(record).ifPresent(connector -> add(connector, record.location()));
      }
    }

    private void add(InboundConnector connector, SourceLocation location) {
      InboundConnector earlier =
          inboundConnectors.putIfAbsent(connector.name().toLowerCase(Locale.ROOT), connector);
      if (earlier == null) {
        tenant.inboundConnector(connector);
        locations.add(name, connector.name(), location);
      } else {
        repeated(
            location,
            "tenant %s has two connectors named %s: expected distinct names, whatever their letter case"
                .formatted(Quoted.text(name), Quoted.text(connector.name())),
            earlier.equals(connector));
      }
    }

    /** The record of Get-OrganizationConfig, which was exported to this place. */
    void organization(Node document, SourceLocation export) {
      Cmdlet cmdlet = Cmdlet.ORGANIZATION_CONFIG;
      List<Node> records = CmdletRecord.entriesOf(document);
      if (records.size() > 1) {
        String problem = cmdlet.command() + " is " + records.size() + " records: expected one";
        log.fault(document.location(), problem, cmdlet.consequence());
      } else if (records.size() == 1 && records.get(0) instanceof Fields fields) {
        CmdletRecord record = new CmdletRecord(fields, cmdlet, log);
        record.reportOthers();
        record
            .text("Guid", "the tenant has no id, which plays no part in attribution")
            .ifPresent(tenant::tenantId);
        if (record.get(DIRECT_SEND).isPresent()) {
          tenant.rejectDirectSend(record.flag(DIRECT_SEND, false));
          return;
        }
      }
      assumeDirectSend(export);
    }

    /** Reports what is taken for said by an export that does not say it. */
    void assumeDirectSend(SourceLocation export) {
      log.warning(
          export,
          "does not say " + DIRECT_SEND + ": false is assumed, and Direct Send not refused");
    }

    void finish(SourceLocation location) {
      try {
        complete.add(tenant.build());
      } catch (InvalidValueException e) {
        throw new ScenarioException(location, ScenarioException.problem(e), e);
      }
    }
  }
}
