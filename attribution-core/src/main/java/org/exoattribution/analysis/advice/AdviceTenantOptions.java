package org.exoattribution.analysis.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exoattribution.analysis.change.Change;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.SenderDomainPattern;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;

/** The changes that are about a tenant as a whole, or about mail sent as that tenant. */
record AdviceTenantOptions(
    AttributionEngine engine,
    Tenant tenant,
    SimulatedConnection connection,
    List<PresentedName> acceptedNames,
    List<Change> options) {
  private static final String INITIAL_DOMAIN = ".onmicrosoft.com";

  static List<Change> of(
      AttributionEngine engine,
      Tenant tenant,
      SimulatedConnection connection,
      List<PresentedName> acceptedNames) {
    AdviceTenantOptions all =
        new AdviceTenantOptions(engine, tenant, connection, acceptedNames, new ArrayList<>());
    all.domains();
    all.newConnectors();
    all.settings();
    return all.options;
  }

  /**
   * A domain that a tenant is known by: not the one that the service gave it, if there is another.
   */
  static Optional<DomainName> ownDomain(Tenant tenant) {
    List<DomainName> domains =
        tenant.acceptedDomains().stream().map(AcceptedDomain::domainName).toList();
    return domains.stream()
        .filter(domain -> !domain.value().endsWith(INITIAL_DOMAIN))
        .findFirst()
        .or(() -> domains.stream().findFirst());
  }

  private void domains() {
    String name = tenant.name();
    ownDomain(tenant).ifPresent(domain -> options.add(Change.envelope(name, domain)));
    acceptedNames.stream()
        .map(PresentedName::domain)
        .filter(domain -> !tenant.accepts(domain))
        .forEach(domain -> options.add(Change.acceptedDomain(name, domain)));
    connection
        .mailFrom()
        .domain()
        .filter(sender -> engine.ownerOf(sender).isEmpty())
        .ifPresent(sender -> options.add(Change.adoptedDomain(name, sender)));
  }

  private void newConnectors() {
    for (PresentedName name : acceptedNames) {
      add(
          OnPremisesConnector.builder(unusedName("Inbound from " + name.domain()))
              .tlsSenderCertificateName(
                  new CertificateNamePattern(name.domain(), name.wildcard())));
    }
    if (connection.sourceIp().isIpv4()) {
      String name = unusedName("Inbound from " + connection.sourceIp());
      addByAddress(OnPremisesConnector.builder(name));
      if (tenant.rejectDirectSend()) { // which any connector that matches the source satisfies
        addByAddress(PartnerConnector.builder(name));
      }
    }
  }

  private void addByAddress(InboundConnector.Builder<?> connector) {
    add(
        connector
            .senderIpAddresses(List.of(SenderIpRange.of(connection.sourceIp())))
            .requireTls(connection.tls()));
  }

  private void add(InboundConnector.Builder<?> connector) {
    options.add(
        Change.newConnector(
            tenant.name(), connector.senderDomains(List.of(SenderDomainPattern.ANY)).build()));
  }

  private String unusedName(String wanted) {
    String name = wanted;
    for (int i = 2; tenant.inboundConnector(name).isPresent(); i++) {
      name = wanted + " (" + i + ")";
    }
    return name;
  }

  private void settings() {
    tenant
        .forest()
        .filter(forest -> connection.forest().filter(f -> !f.equals(forest)).isPresent())
        .ifPresent(forest -> options.add(Change.forest(tenant.name(), forest)));
    if (!tenant.mailEnabled()) {
      options.add(Change.subscription(tenant.name()));
    }
    if (tenant.rejectDirectSend()) {
      options.add(Change.directSend(tenant.name()));
    }
  }
}
