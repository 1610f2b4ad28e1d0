package org.exoattribution.analysis.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Tenant;

/** Uses of names by many tenants, sorted so that a name's and those below it stand together. */
final class NameUses {
  /** For search only: it plays no part in the order. */
  private static final CertificateNamePattern NOTHING = CertificateNamePattern.parse("invalid");

  private final NavigableSet<NameUse> sorted =
      new TreeSet<>(
          Comparator.comparing(NameUse::key)
              .thenComparing(NameUse::tenant)
              .thenComparing(NameUse::connector));

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
  record NameUse(
      String key, CertificateNamePattern pattern, String tenant, String connector, boolean taking) {

    @Override
    public String toString() {
      return connector.isEmpty()
          ? pattern + ", an accepted domain of " + tenant
          : pattern + " of " + tenant + "'s " + connector;
    }
  }

  void addAcceptedDomain(Tenant tenant, DomainName domain) {
    CertificateNamePattern name = new CertificateNamePattern(domain, false);
    sorted.add(new NameUse(key(name), name, tenant.name(), "", false));
  }

  void addConnector(Tenant tenant, InboundConnector connector, CertificateNamePattern name) {
    String called = connector.connectorType() + " connector " + Findings.quoted(connector.name());
    boolean taking =
        connector instanceof OnPremisesConnector
            && connector.associatedAcceptedDomains().isEmpty()
            && tenant.owns(name);
    sorted.add(new NameUse(key(name), name, tenant.name(), called, taking));
  }

  private static String key(CertificateNamePattern pattern) {
    String name = pattern.domain().value();
    StringBuilder key = new StringBuilder(name.length() + 1);
    int end = name.length();
    while (end >= 0) {
      int start = name.lastIndexOf('.', end - 1) + 1;
      key.append(name, start, end).append(' ');
      end = start - 1;
    }
    return key.toString();
  }

  /** Some uses of exactly this name by other tenants. */
  List<NameUse> ofOthers(CertificateNamePattern name, String tenant) {
    String key = key(name);
    return some(key, tenant, key::equals, use -> use.pattern().equals(name));
  }

  /** Some uses by other tenants of names that the wildcard covers. */
  List<NameUse> ofOthersWithin(CertificateNamePattern wildcard, String tenant, LintWorld world) {
    String key = key(wildcard);
    return some(
        key, tenant, k -> k.startsWith(key), use -> world.covers(wildcard, use.pattern().domain()));
  }

  /** Whether a connector of another tenant takes all mail with exactly this name (CERT-4). */
  boolean isTakenByAnother(CertificateNamePattern name, String tenant) {
    String key = key(name);
    Predicate<NameUse> taking = use -> use.taking() && use.pattern().equals(name);
    return !some(key, tenant, key::equals, taking).isEmpty();
  }

  /** At most one more than {@link Findings#MOST_SHOWN}: enough to know that there are others. */
  private List<NameUse> some(
      String first, String tenant, Predicate<String> inRange, Predicate<NameUse> wanted) {
    List<NameUse> found = new ArrayList<>();
    for (NameUse use : sorted.tailSet(new NameUse(first, NOTHING, "", "", false))) {
      if (!inRange.test(use.key()) || found.size() > Findings.MOST_SHOWN) {
        break;
      }
      if (!use.tenant().equals(tenant) && wanted.test(use)) {
        found.add(use);
      }
    }
    return found;
  }
}
