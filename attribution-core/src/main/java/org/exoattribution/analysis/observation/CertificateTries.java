package org.exoattribution.analysis.observation;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Readings;
import org.exoattribution.model.Tenant;

/**
 * The certificates that can bring a message to a tenant, one for every class that its connectors
 * and accepted domains tell apart.
 *
 * <p>One name is enough: a tenant that wins with a certificate of several names wins by one of
 * them, with which alone it has no more rivals (CERT-4, CERT-5). And the name has to match one of
 * the tenant's own enabled connectors, for otherwise the certificate does nothing for it.
 */
final class CertificateTries {
  /** No server that a directory knows of is called so. */
  private static final String FRESH = "some-other-host";

  private CertificateTries() {}

  /** The names to try, by the connector name that they are for; the EHLO name first. */
  static Map<CertificateNamePattern, Set<PresentedName>> of(
      Tenant tenant, Optional<PresentedName> ehlo, Readings readings) {
    Map<CertificateNamePattern, Set<PresentedName>> tries = new LinkedHashMap<>();
    for (InboundConnector connector : tenant.inboundConnectors()) {
      CertificateNamePattern pattern = connector.tlsSenderCertificateName().orElse(null);
      if (connector.enabled() && pattern != null) {
        Set<PresentedName> names = new LinkedHashSet<>();
        ehlo.filter(name -> pattern.matches(name, readings)).ifPresent(names::add);
        addNames(names, pattern, tenant);
        tries.put(pattern, names);
      }
    }
    return tries;
  }

  private static void addNames(
      Set<PresentedName> names, CertificateNamePattern pattern, Tenant tenant) {
    DomainName domain = pattern.domain();
    if (!pattern.wildcard()) {
      names.add(new PresentedName(domain, false));
      domain.parent().ifPresent(parent -> names.add(new PresentedName(parent, true)));
      return;
    }
    addHosts(names, domain);
    // The tenant that accepts more of the name comes first (CERT-4).
    tenant.acceptedDomains().stream()
        .map(AcceptedDomain::domainName)
        .filter(accepted -> accepted.isBelow(domain))
        .forEach(accepted -> addHosts(names, accepted));
  }

  private static void addHosts(Set<PresentedName> names, DomainName domain) {
    for (String below : new String[] {FRESH + ".", "", FRESH + "." + FRESH + "."}) {
      DomainName.tryParse(below + domain).ifPresent(n -> names.add(new PresentedName(n, false)));
    }
    names.add(new PresentedName(domain, true));
  }
}
