package org.exoattribution.analysis.lint.world;

import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Tenant;

/**
 * A tenant's use of a domain name, as an accepted domain or in a connector.
 *
 * @param key the labels from the right, each followed by a space, which sorts before all that a
 *     label may hold: the names below a name stand together right behind it
 * @param pattern the name; as a wildcard only in a connector
 * @param connector the connector's type and name, or empty for an accepted domain
 * @param taking whether an OnPremises connector takes all mail with the name, because its tenant
 *     owns it (CERT-4)
 */
public record NameUse(
    String key, CertificateNamePattern pattern, String tenant, String connector, boolean taking) {

  public static NameUse ofAcceptedDomain(Tenant tenant, AcceptedDomain domain) {
    CertificateNamePattern name = new CertificateNamePattern(domain.domainName(), false);
    return new NameUse(sortKey(domain.domainName()), name, tenant.name(), "", false);
  }

  public static NameUse ofConnector(
      Tenant tenant, InboundConnector connector, CertificateNamePattern pattern) {
    String description = connector.connectorType() + " connector " + Phrases.quoted(connector);
    boolean taking =
        connector instanceof OnPremisesConnector
            && connector.associatedAcceptedDomains().isEmpty()
            && tenant.owns(pattern);
    return new NameUse(sortKey(pattern.domain()), pattern, tenant.name(), description, taking);
  }

  public static String sortKey(DomainName domain) {
    String name = domain.value();
    StringBuilder key = new StringBuilder(name.length() + 1);
    int end = name.length();
    while (end >= 0) {
      int start = name.lastIndexOf('.', end - 1) + 1;
      key.append(name, start, end).append(' ');
      end = start - 1;
    }
    return key.toString();
  }

  @Override
  public String toString() {
    return connector.isEmpty()
        ? pattern + ", an accepted domain of " + tenant
        : pattern + " of " + tenant + "'s " + connector;
  }
}
