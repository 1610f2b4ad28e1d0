package org.exoattribution.analysis.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exoattribution.analysis.change.Change;
import org.exoattribution.analysis.change.ChangeAcceptedDomain;
import org.exoattribution.analysis.change.ChangeEnvelope;
import org.exoattribution.analysis.change.ChangeForest;
import org.exoattribution.analysis.change.ChangeNewConnector;
import org.exoattribution.analysis.change.ChangeTenantSetting;
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
final class AdviceTenantOptions {
  private static final String INITIAL_DOMAIN = ".onmicrosoft.com";

  private final AttributionEngine engine;
  private final Tenant tenant;
  private final SimulatedConnection connection;
  private final List<PresentedName> acceptedNames;
  private final List<Change> options = new ArrayList<>();

  private AdviceTenantOptions(
      AttributionEngine engine,
      Tenant tenant,
      SimulatedConnection connection,
      List<PresentedName> acceptedNames) {
    this.engine = engine;
    this.tenant = tenant;
    this.connection = connection;
    this.acceptedNames = acceptedNames;
  }

  static List<Change> of(
      AttributionEngine engine,
      Tenant tenant,
      SimulatedConnection connection,
      List<PresentedName> acceptedNames) {
    AdviceTenantOptions all = new AdviceTenantOptions(engine, tenant, connection, acceptedNames);
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
    ownDomain(tenant).ifPresent(domain -> options.add(new ChangeEnvelope(tenant.name(), domain)));
    for (PresentedName name : acceptedNames) {
      if (!tenant.accepts(name.domain())) {
        options.add(new ChangeAcceptedDomain(tenant.name(), name.domain(), ""));
      }
    }
    connection
        .mailFrom()
        .domain()
        .filter(sender -> engine.ownerOf(sender).isEmpty())
        .ifPresent(
            sender ->
                options.add(
                    new ChangeAcceptedDomain(
                        tenant.name(), sender, "if it is a domain of the organization")));
  }

  private void newConnectors() {
    for (PresentedName name : acceptedNames) {
      options.add(
          newConnector(
              OnPremisesConnector.builder(unusedName("Inbound from " + name.domain()))
                  .tlsSenderCertificateName(
                      new CertificateNamePattern(name.domain(), name.wildcard()))
                  .senderDomains(List.of(SenderDomainPattern.ANY))
                  .build()));
    }
    if (!connection.sourceIp().isIpv4()) {
      return;
    }
    List<SenderIpRange> address = List.of(SenderIpRange.of(connection.sourceIp()));
    String name = unusedName("Inbound from " + connection.sourceIp());
    options.add(
        newConnector(
            OnPremisesConnector.builder(name)
                .senderIpAddresses(address)
                .senderDomains(List.of(SenderDomainPattern.ANY))
                .requireTls(connection.tls())
                .build()));
    if (tenant.rejectDirectSend()) { // which any connector that matches the source satisfies
      options.add(
          newConnector(
              PartnerConnector.builder(name)
                  .senderIpAddresses(address)
                  .senderDomains(List.of(SenderDomainPattern.ANY))
                  .requireTls(connection.tls())
                  .build()));
    }
  }

  private Change newConnector(InboundConnector connector) {
    return new ChangeNewConnector(tenant.name(), connector, 5);
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
        .ifPresent(forest -> options.add(new ChangeForest(tenant.name(), forest)));
    if (!tenant.mailEnabled()) {
      options.add(new ChangeTenantSetting(tenant.name(), ChangeTenantSetting.Setting.MAIL_ENABLED));
    }
    if (tenant.rejectDirectSend()) {
      options.add(
          new ChangeTenantSetting(tenant.name(), ChangeTenantSetting.Setting.DIRECT_SEND_ALLOWED));
    }
  }
}
