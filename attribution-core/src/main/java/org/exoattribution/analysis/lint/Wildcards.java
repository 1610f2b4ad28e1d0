package org.exoattribution.analysis.lint;

import com.google.common.net.InternetDomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.exoattribution.analysis.lint.NameUses.NameUse;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.OnPremisesConnector;

/** Rules about OnPremises connectors that name a whole domain. */
final class Wildcards {
  /** Every tenant has its first domain here; the public suffix list does not know it. */
  private static final DomainName INITIAL_DOMAINS = DomainName.parse("onmicrosoft.com");

  private Wildcards() {}

  static void overPublicSuffix(
      Linted tenant, OnPremisesConnector connector, CertificateNamePattern name, Findings found) {
    if (name.wildcard() && isPublic(name.domain())) {
      found.at(connector, Map.of("domain", name.domain()));
    }
  }

  private static boolean isPublic(DomainName domain) {
    return domain.equals(INITIAL_DOMAINS)
        || (InternetDomainName.isValid(domain.value())
            && InternetDomainName.from(domain.value()).isPublicSuffix());
  }

  /**
   * The certificate name of another tenant's connector, of either type, or its accepted domain.
   * ERROR, because mail can be attributed to the wrong tenant.
   */
  static void coversOthers(
      Linted tenant, OnPremisesConnector connector, CertificateNamePattern name, Findings found) {
    LintWorld world = tenant.world();
    if (!name.wildcard()
        || tenant.accepted().isEmpty()
        || (!tenant.owns(name) && world.isTakenByAnother(name, tenant.name()))) {
      return;
    }
    List<NameUse> others =
        new ArrayList<>(world.certificateNames.ofOthersWithin(name, tenant.name(), world));
    others.addAll(world.acceptedDomains.ofOthersWithin(name, tenant.name(), world));
    if (!others.isEmpty()) {
      found.at(connector, Map.of("name", name, "others", others));
    }
  }

  /** ERROR, because mail that the service relays for others is taken for this tenant's today. */
  static void coversGateway(
      Linted tenant, OnPremisesConnector connector, CertificateNamePattern name, Findings found) {
    List<KnownGateway> covered =
        tenant.world().gateways.stream()
            .filter(gateway -> name.wildcard() && gateway.kind() == KnownGateway.Kind.GATEWAY)
            .filter(gateway -> gateway.holds(name) || covers(tenant, name, gateway))
            .toList();
    if (!covered.isEmpty()) {
      found.at(connector, Map.of("name", name, "gateways", covered));
    }
  }

  private static boolean covers(Linted tenant, CertificateNamePattern name, KnownGateway gateway) {
    return gateway.domain().filter(domain -> tenant.world().covers(name, domain)).isPresent();
  }

  /** WARNING, because it takes a gateway in that domain that relays mail of others. */
  static void capturesEveryHost(
      Linted tenant, OnPremisesConnector connector, CertificateNamePattern name, Findings found) {
    if (name.wildcard() && tenant.owns(name)) {
      found.at(connector, Map.of("name", name));
    }
  }
}
