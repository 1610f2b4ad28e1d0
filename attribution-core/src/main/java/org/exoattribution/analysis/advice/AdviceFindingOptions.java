package org.exoattribution.analysis.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exoattribution.analysis.change.Change;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.Finding;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Originating;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Tenant;

/** The changes that answer one finding and are of no use for anything else. */
final class AdviceFindingOptions {
  private static final List<String> LABELS = List.of("mail", "smtp", "hybrid", "mx");

  private AdviceFindingOptions() {}

  /** For mail that runs through a connector of the tenant, or of which one could take hold. */
  static List<Change> of(
      Finding.Id finding,
      Optional<Originating> originating,
      Tenant tenant,
      List<InboundConnector> connectors,
      List<PresentedName> presented) {
    List<Change> options = new ArrayList<>();
    Optional<OnPremisesConnector> winner =
        originating.filter(o -> o.tenant().equals(tenant)).map(Originating::connector);
    switch (finding) {
      case FOREIGN_SENDER, FOREIGN_RECIPIENT, WILDCARD_CAPTURE ->
          winner.ifPresent(c -> narrower(tenant, c, presented, options));
      case SHARED_IP -> winner.ifPresent(c -> byCertificate(tenant, c, options));
      case AMBIGUOUS_CONNECTOR ->
          connectors.stream()
              .filter(c -> c.enabled() && !Optional.of(c).equals(winner))
              .map(c -> Change.connector(tenant.name(), c, c.withEnabled(false), "disable", 3))
              .forEach(options::add);
      case DISABLED_CONNECTOR_WOULD_MATCH ->
          connectors.stream()
              .filter(c -> !c.enabled())
              .forEach(c -> options.add(Change.removedConnector(tenant.name(), c)));
      default -> {}
    }
    return options;
  }

  /**
   * The connector names the one server that it is for, and the tenant accepts that name; or the
   * server presents another certificate for mail that is not the tenant's.
   */
  private static void narrower(
      Tenant tenant,
      OnPremisesConnector connector,
      List<PresentedName> presented,
      List<Change> options) {
    CertificateNamePattern name = connector.tlsSenderCertificateName().orElse(null);
    if (name == null) {
      return;
    }
    if (name.wildcard()) {
      unpresented(name.domain(), presented)
          .ifPresent(host -> options.add(exactly(tenant, connector, name, host)));
    } else {
      name.domain()
          .parent()
          .flatMap(parent -> DomainName.tryParse("internet." + parent))
          .ifPresent(
              other ->
                  options.add(
                      Change.mendedCertificate(
                          List.of(new PresentedName(other, false)),
                          "have the server present a certificate with another name, such as "
                              + other
                              + ", for what "
                              + tenant.name()
                              + " is not to relay")));
    }
  }

  private static Change exactly(
      Tenant tenant, OnPremisesConnector connector, CertificateNamePattern name, DomainName host) {
    Change exact =
        Change.connector(
            tenant.name(),
            connector,
            connector.toBuilder()
                .tlsSenderCertificateName(new CertificateNamePattern(host, false))
                .build(),
            "replace "
                + name
                + " by the exact name of the server that it is for, such as "
                + host
                + ", for",
            3);
    return tenant.accepts(host)
        ? exact
        : Change.all(exact, Change.acceptedDomain(tenant.name(), host));
  }

  private static Optional<DomainName> unpresented(
      DomainName domain, List<PresentedName> presented) {
    return LABELS.stream()
        .flatMap(label -> DomainName.tryParse(label + "." + domain).stream())
        .filter(host -> presented.stream().noneMatch(name -> name.domain().equals(host)))
        .filter(host -> !presented.contains(new PresentedName(domain, true)))
        .findFirst();
  }

  /** The server is told by its certificate, no longer by an address that others use too. */
  private static void byCertificate(
      Tenant tenant, OnPremisesConnector connector, List<Change> options) {
    AdviceTenantOptions.ownDomain(tenant)
        .map(
            own ->
                Change.all(
                    Change.connector(
                        tenant.name(),
                        connector,
                        connector.toBuilder()
                            .tlsSenderCertificateName(new CertificateNamePattern(own, false))
                            .senderIpAddresses(List.of())
                            .build(),
                        "set TlsSenderCertificateName to "
                            + own
                            + " and take the addresses away for",
                        3),
                    Change.certificate(new PresentedName(own, false))))
        .ifPresent(options::add);
  }
}
