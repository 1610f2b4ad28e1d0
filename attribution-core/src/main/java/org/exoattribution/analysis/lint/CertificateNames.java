package org.exoattribution.analysis.lint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.exoattribution.analysis.lint.NameUses.NameUse;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Readings;

/** Rules about the certificates that connectors name, and whose they are. */
final class CertificateNames {
  private static final Duration SOON = Duration.ofDays(30);

  private CertificateNames() {}

  /** Such as a name that a provider gives to each of its customers. */
  static void domainNotAccepted(
      Linted tenant, OnPremisesConnector connector, CertificateNamePattern name, Findings found) {
    if (isUnowned(tenant, connector, name)
        && tenant.world().nearestAccepterOf(name.domain()).isEmpty()) {
      found.at(connector, Map.of("domain", name.domain()));
    }
  }

  /** ERROR, because mail is refused today, and the requirement seems to have been met. */
  static void domainBelow(
      Linted tenant, OnPremisesConnector connector, CertificateNamePattern name, Findings found) {
    tenant
        .world()
        .nearestAccepterOf(name.domain())
        .filter(holder -> holder.equals(tenant.name()) && isUnowned(tenant, connector, name))
        .flatMap(holder -> tenant.acceptedAbove(name.domain()))
        .ifPresent(above -> found.at(connector, Map.of("above", above, "domain", name.domain())));
  }

  static void ofAnotherTenant(
      Linted tenant, OnPremisesConnector connector, CertificateNamePattern name, Findings found) {
    tenant
        .world()
        .nearestAccepterOf(name.domain())
        .filter(holder -> !holder.equals(tenant.name()) && isUnowned(tenant, connector, name))
        .ifPresent(
            holder -> found.at(connector, Map.of("holder", holder, "domain", name.domain())));
  }

  /**
   * Whether the tenant owns neither this name nor, by a connector that would take its mail, another
   * one that covers it (CERT-3, CERT-4).
   */
  private static boolean isUnowned(
      Linted tenant, OnPremisesConnector connector, CertificateNamePattern name) {
    return !tenant.owns(name)
        && tenant
            .namesBeside(connector)
            .filter(tenant::owns)
            .noneMatch(its -> tenant.world().coversCertificateOf(its, name));
  }

  /** With a connector of either type. ERROR, because mail can be attributed to the wrong tenant. */
  static void shared(
      Linted tenant, OnPremisesConnector connector, CertificateNamePattern name, Findings found) {
    if (!name.wildcard()) {
      List<NameUse> others = tenant.world().certificateNames.ofOthers(name, tenant.name());
      if (!others.isEmpty()) {
        found.at(connector, tenant.owns(name) ? "owned" : "", Map.of("others", others));
      }
    }
  }

  static void ofSharedSender(
      Linted tenant, OnPremisesConnector connector, CertificateNamePattern name, Findings found) {
    List<KnownGateway> senders =
        tenant.world().gateways.stream()
            .filter(sender -> sender.kind() == KnownGateway.Kind.SENDER && sender.holds(name))
            .toList();
    if (!senders.isEmpty()) {
      found.at(connector, Map.of("name", name, "senders", senders));
    }
  }

  /** Of the certificates that the linter was given. */
  static void expires(Linted tenant, InboundConnector connector, Findings found) {
    CertificateNamePattern name = connector.tlsSenderCertificateName().orElse(null);
    if (name != null) {
      for (KnownCertificate certificate : tenant.world().certificates) {
        if (certificate.expiresWithin(SOON)
            && certificate.isMatchedBy(name, tenant.world().readings)) {
          found.at(connector, Map.of("subject", certificate, "expires", certificate.expiry()));
        }
      }
    }
  }

  /**
   * A certificate that a server of the tenants presents.
   *
   * @param names what it is for (PKI-7)
   * @param notAfter when it expires
   * @param at the instant from which that is soon or not
   */
  record KnownCertificate(List<PresentedName> names, Instant notAfter, Instant at) {

    /** Whether a connector with this name matches it (NAME-1). */
    boolean isMatchedBy(CertificateNamePattern pattern, Readings readings) {
      return names.stream().anyMatch(name -> pattern.matches(name, readings));
    }

    /** Whether it has expired by then. */
    boolean expiresWithin(Duration time) {
      return notAfter.isBefore(at.plus(time));
    }

    /** {@code expires 2026-11-01T00:00:00Z}, or when it did. */
    String expiry() {
      return (notAfter.isBefore(at) ? "expired " : "expires ") + notAfter;
    }

    @Override
    public String toString() {
      return names.stream().map(PresentedName::toString).collect(Collectors.joining(", "));
    }
  }
}
