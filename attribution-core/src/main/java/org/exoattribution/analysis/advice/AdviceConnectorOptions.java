package org.exoattribution.analysis.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exoattribution.analysis.change.Change;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;

/**
 * The changes that could make one connector match, each for itself. Whether one does is for the
 * search to try.
 */
record AdviceConnectorOptions(
    Tenant tenant,
    InboundConnector connector,
    SimulatedConnection connection,
    List<PresentedName> acceptedNames,
    List<PresentedName> presentedNames,
    List<Change> options) {

  static List<Change> of(
      Tenant tenant,
      InboundConnector connector,
      SimulatedConnection connection,
      List<PresentedName> acceptedNames,
      List<PresentedName> presentedNames) {
    AdviceConnectorOptions all =
        new AdviceConnectorOptions(
            tenant, connector, connection, acceptedNames, presentedNames, new ArrayList<>());
    all.switches();
    all.certificateName();
    all.addresses();
    all.associatedDomains();
    return all.options;
  }

  private void add(String what, int effort, InboundConnector after) {
    options.add(Change.connector(tenant.name(), connector, after, what, effort));
  }

  private void switches() {
    if (!connector.enabled()) {
      add("enable", 1, connector.withEnabled(true));
    }
    if (connector instanceof PartnerConnector partner) {
      if (partner.requireTls() && !connection.tls()) {
        add("let plaintext sessions in through", 9, partner.toBuilder().requireTls(false).build());
      }
      if (partner.isRestricting()) {
        add(
            "let every source in through",
            9,
            partner.toBuilder()
                .restrictDomainsToCertificate(false)
                .restrictDomainsToIpAddresses(false)
                .build());
      }
    }
  }

  private void certificateName() {
    for (PresentedName presented : acceptedNames) {
      CertificateNamePattern name =
          new CertificateNamePattern(presented.domain(), presented.wildcard());
      if (!connector.tlsSenderCertificateName().equals(Optional.of(name))) {
        add(
            "set TlsSenderCertificateName to " + name + ", the name that the server presents, for",
            connector.tlsSenderCertificateName().isPresent() ? 4 : 3, // who uses the present one?
            named(name));
      }
    }
    CertificateNamePattern wanted = connector.tlsSenderCertificateName().orElse(null);
    if (wanted != null) {
      hostOf(wanted)
          .filter(host -> !presentedNames.contains(host)) // else it is the certificate to mend
          .ifPresent(host -> options.add(Change.certificate(host)));
      if (connector instanceof OnPremisesConnector && !tenant.accepts(wanted.domain())) {
        options.add(Change.acceptedDomain(tenant.name(), wanted.domain()));
      }
    } else if (connector instanceof OnPremisesConnector) {
      AdviceTenantOptions.ownDomain(tenant).ifPresent(own -> options.add(identifiedAs(own)));
    }
  }

  /**
   * KB3169958, step 3b: the certificate's domain is accepted, and sender and recipient are free.
   */
  private Change identifiedAs(DomainName own) {
    return Change.all(
        Change.connector(
            tenant.name(),
            connector,
            named(new CertificateNamePattern(own, false)),
            "set TlsSenderCertificateName to " + own + " for",
            2),
        Change.certificate(new PresentedName(own, false)));
  }

  private InboundConnector named(CertificateNamePattern name) {
    return connector.toBuilder().tlsSenderCertificateName(name).build();
  }

  /** A name that matches under every reading, where there is one. */
  static Optional<PresentedName> hostOf(CertificateNamePattern wanted) {
    return wanted.wildcard()
        ? DomainName.tryParse("mail." + wanted.domain()).map(h -> new PresentedName(h, false))
        : Optional.of(new PresentedName(wanted.domain(), false));
  }

  private void addresses() {
    List<SenderIpRange> ranges = connector.senderIpAddresses();
    IpAddress source = connection.sourceIp();
    if (ranges.isEmpty() || ranges.stream().anyMatch(range -> range.contains(source))) {
      return;
    }
    if (source.isIpv4()) {
      List<SenderIpRange> more = new ArrayList<>(ranges);
      more.add(SenderIpRange.of(source));
      add(
          "add " + source + " to SenderIPAddresses of",
          2,
          connector.toBuilder().senderIpAddresses(more).build());
    }
    options.add(Change.address(IpAddress.ofIpv4(ranges.get(0).networkBits())));
  }

  private void associatedDomains() {
    List<DomainName> associated = connector.associatedAcceptedDomains();
    Optional<DomainName> sender = connection.mailFrom().domain();
    if (!associated.isEmpty() && sender.isPresent() && !associated.contains(sender.get())) {
      List<DomainName> more = new ArrayList<>(associated);
      more.add(sender.get());
      add(
          "add " + sender.get() + " to AssociatedAcceptedDomains of",
          2,
          connector.toBuilder().associatedAcceptedDomains(more).build());
    }
  }
}
