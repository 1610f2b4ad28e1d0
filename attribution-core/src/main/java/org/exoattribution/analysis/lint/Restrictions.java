package org.exoattribution.analysis.lint;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Readings.PartnerBoth;
import org.exoattribution.model.Readings.RecipientOnlyIpMatch;
import org.exoattribution.model.ReversePath;
import org.exoattribution.model.SenderDomainPattern;

/** Rules about connectors that restrict senders to a certificate or to addresses, or seem to. */
final class Restrictions {
  private Restrictions() {}

  /** Restrict*, or SenderDomains other than {@code *}. WARNING: somebody counts on them. */
  static void ofOnPremises(Linted tenant, OnPremisesConnector connector, Findings found) {
    List<SenderDomainPattern> senders = connector.senderDomains();
    if (connector.restrictDomainsToIpAddresses() && !connector.senderIpAddresses().isEmpty()) {
      found.at(connector, Map.of("settings", "RestrictDomainsToIPAddresses"));
    } else if (connector.restrictDomainsToCertificate()
        && connector.tlsSenderCertificateName().isPresent()) {
      found.at(connector, Map.of("settings", "RestrictDomainsToCertificate"));
    } else if (!senders.isEmpty() && !senders.contains(SenderDomainPattern.ANY)) {
      found.at(connector, Map.of("settings", "SenderDomains"));
    }
  }

  /**
   * Without what to restrict to a Partner connector cannot be built (CON-5). INFO, because the
   * property does nothing on this type anyway.
   */
  static void withoutValues(Linted tenant, OnPremisesConnector connector, Findings found) {
    if (connector.restrictDomainsToIpAddresses() && connector.senderIpAddresses().isEmpty()) {
      found.at(
          connector,
          Map.of("subject", "RestrictDomainsToIPAddresses", "missing", "SenderIPAddresses"));
    }
    if (connector.restrictDomainsToCertificate()
        && connector.tlsSenderCertificateName().isEmpty()) {
      found.at(
          connector,
          Map.of("subject", "RestrictDomainsToCertificate", "missing", "TlsSenderCertificateName"));
    }
  }

  /**
   * A restriction of the tenant's own senders, and an OnPremises connector has no addresses beside
   * its certificate. WARNING, for the day the certificate expires.
   */
  static void refusesHybridMail(Linted tenant, PartnerConnector connector, Findings found) {
    List<OnPremisesConnector> byCertificateAlone =
        tenant.onPremises().stream().filter(each -> each.senderIpAddresses().isEmpty()).toList();
    if (connector.isRestricting() && !byCertificateAlone.isEmpty()) {
      tenant
          .ownSenderOf(connector)
          .ifPresent(
              domain ->
                  found.at(connector, Map.of("domain", domain, "connectors", byCertificateAlone)));
    }
  }

  /**
   * OnPremises connectors of the same tenant take its certificate or addresses first, so that mail
   * with them is Originating and the restriction is met by nobody.
   */
  static void neverMet(Linted tenant, PartnerConnector connector, Findings found) {
    if (connector.isRestricting() && !connector.senderDomains().isEmpty()) {
      List<OnPremisesConnector> takers = takers(tenant, connector);
      if (!takers.isEmpty()) {
        String take = takers.size() == 1 ? "takes" : "take";
        found.at(connector, Map.of("takers", takers, "take", take));
      }
    }
  }

  /** The OnPremises connectors by which the restriction cannot be met; empty if it can. */
  private static List<OnPremisesConnector> takers(Linted tenant, PartnerConnector connector) {
    List<OnPremisesConnector> applying =
        tenant.onPremises().stream()
            .filter(each -> SenderScopes.appliesWherever(each, connector))
            .toList();
    List<OnPremisesConnector> certificate =
        connector.restrictDomainsToCertificate()
            ? takersOfCertificate(tenant, applying, connector)
            : List.of();
    List<OnPremisesConnector> addresses =
        connector.restrictDomainsToIpAddresses()
            ? takersOfAddresses(tenant, applying, connector)
            : List.of();
    boolean either =
        connector.restrictsToBoth() && tenant.world().readings.partnerBoth() == PartnerBoth.OR;
    return either && (certificate.isEmpty() || addresses.isEmpty())
        ? List.of()
        : certificate.isEmpty() ? addresses : certificate;
  }

  private static List<OnPremisesConnector> takersOfCertificate(
      Linted tenant, List<OnPremisesConnector> applying, PartnerConnector connector) {
    CertificateNamePattern wanted = connector.tlsSenderCertificateName().orElseThrow();
    Predicate<CertificateNamePattern> taking = its -> takes(tenant, its, wanted);
    return applying.stream()
        .filter(each -> each.tlsSenderCertificateName().stream().anyMatch(taking))
        .limit(1)
        .toList();
  }

  /** CERT-4, unless another tenant's candidate may tie, so that the envelope would decide. */
  private static boolean takes(
      Linted tenant, CertificateNamePattern its, CertificateNamePattern wanted) {
    return tenant.owns(its)
        && tenant.world().covers(its, wanted)
        && tenant.world().certificateNames.ofOthers(its, tenant.name()).isEmpty();
  }

  /** IP-2 and IP-3: the tenant owns the recipient, so somebody's mail it is in any case. */
  private static List<OnPremisesConnector> takersOfAddresses(
      Linted tenant, List<OnPremisesConnector> applying, PartnerConnector connector) {
    List<OnPremisesConnector> takers =
        applying.stream().filter(each -> !each.senderIpAddresses().isEmpty()).toList();
    return tenant.world().readings.recipientOnlyIpMatch() != RecipientOnlyIpMatch.INCOMING
            && SenderScopes.containAll(takers, connector)
        ? takers
        : List.of();
  }

  static void toOneVendor(Linted tenant, Findings found) {
    List<PartnerConnector> gates = tenant.partners().stream().filter(Restrictions::isGate).toList();
    if (gates.size() == 1
        && gates.get(0).associatedAcceptedDomains().isEmpty()
        && !tenant.accepted().isEmpty()
        && tenant.tenant().mailEnabled()) {
      PartnerConnector gate = gates.get(0);
      Object named =
          gate.restrictDomainsToCertificate()
              ? gate.tlsSenderCertificateName().orElseThrow()
              : gate.senderIpAddresses();
      found.at(gate, Map.of("named", named));
    }
  }

  /** Whether it restricts mail of every sender. */
  private static boolean isGate(PartnerConnector connector) {
    return connector.isRestricting() && connector.covers(ReversePath.NULL);
  }

  /** Every sender's mail comes through a gateway, and nothing looks behind it. */
  static void enhancedFilteringAbsent(Linted tenant, PartnerConnector connector, Findings found) {
    Map<String, String> properties = connector.otherProperties();
    if (isGate(connector)
        && connector.associatedAcceptedDomains().isEmpty()
        && !"true".equalsIgnoreCase(properties.get("EFSkipLastIP"))
        && properties.getOrDefault("EFSkipIPs", "").isEmpty()) {
      found.at(connector);
    }
  }
}
