package org.exoattribution.testkit.jqwik;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.Tenant;

/**
 * Something that two tenants of a directory come to share, or to dispute. Chance alone seldom
 * brings about what makes attribution hard.
 *
 * @param kind what happens
 * @param from which tenant has it, counted modulo their number
 * @param to which tenant gets it; may be the same
 * @param which of the connectors or domains of the first, likewise
 */
record Overlap(Kind kind, int from, int to, int which) {

  enum Kind {
    /** Both have the connector: a shared gateway, by address or certificate. */
    SAME_CONNECTOR,
    /** The second accepts the domain of the first one's TlsSenderCertificateName (CERT-3). */
    CERTIFICATE_DOMAIN_ACCEPTED,
    /** Both have a wildcard over the same domain and accept a different one below it (CERT-4). */
    SAME_WILDCARD,
    /** The first has a wildcard, the second a host name below it, and both own theirs (CERT-4). */
    HOST_UNDER_WILDCARD,
    /** The second accepts a subdomain of what the first accepts (DOM-2). */
    SUBDOMAIN_ACCEPTED
  }

  static Arbitrary<Overlap> overlaps() {
    Arbitrary<Integer> index = Arbitraries.integers().between(0, 3);
    return Combinators.combine(Arbitraries.of(Kind.class), index, index, index).as(Overlap::new);
  }

  /**
   * Changes the tenants; there is at least one. Where there is nothing to share, nothing happens.
   */
  void applyTo(List<Tenant> tenants) {
    int first = from % tenants.size();
    int second = to % tenants.size();
    Tenant giver = tenants.get(first);
    switch (kind) {
      case SAME_CONNECTOR ->
          pick(giver.inboundConnectors())
              .forEach(connector -> change(tenants, second, t -> with(t, connector)));
      case CERTIFICATE_DOMAIN_ACCEPTED ->
          pick(certificateConnectors(giver))
              .forEach(connector -> change(tenants, second, t -> accepting(t, domain(connector))));
      case SAME_WILDCARD ->
          pick(certificateConnectors(giver))
              .forEach(connector -> shareWildcard(tenants, first, second, connector));
      case HOST_UNDER_WILDCARD ->
          pick(certificateConnectors(giver))
              .forEach(connector -> putHostUnder(tenants, first, second, connector));
      case SUBDOMAIN_ACCEPTED ->
          pick(giver.acceptedDomains())
              .forEach(
                  domain ->
                      change(tenants, second, t -> accepting(t, below(domain.domainName(), to))));
    }
  }

  private static void shareWildcard(
      List<Tenant> tenants, int first, int second, InboundConnector connector) {
    DomainName domain = domain(connector);
    InboundConnector wildcard = named(connector, domain, true);
    change(tenants, first, t -> accepting(t.withInboundConnector(wildcard), below(domain, 0)));
    change(tenants, second, t -> accepting(with(t, wildcard), below(domain, 1)));
  }

  private static void putHostUnder(
      List<Tenant> tenants, int first, int second, InboundConnector connector) {
    DomainName domain = domain(connector);
    DomainName host = below(domain, 0);
    InboundConnector wildcard = named(connector, domain, true);
    change(tenants, first, t -> accepting(t.withInboundConnector(wildcard), domain));
    change(tenants, second, t -> accepting(with(t, named(connector, host, false)), host));
  }

  private static DomainName domain(InboundConnector connector) {
    return connector.tlsSenderCertificateName().orElseThrow().domain();
  }

  private static InboundConnector named(
      InboundConnector connector, DomainName domain, boolean wildcard) {
    return connector.toBuilder()
        .tlsSenderCertificateName(new CertificateNamePattern(domain, wildcard))
        .build();
  }

  private static void change(List<Tenant> tenants, int index, UnaryOperator<Tenant> change) {
    tenants.set(index, change.apply(tenants.get(index)));
  }

  private static Tenant with(Tenant tenant, InboundConnector connector) {
    return tenant.inboundConnector(connector.name()).isPresent()
        ? tenant
        : tenant.withInboundConnector(connector);
  }

  private static Tenant accepting(Tenant tenant, DomainName domain) {
    return tenant.accepts(domain)
        ? tenant
        : tenant.toBuilder().acceptedDomain(AcceptedDomain.of(domain)).build();
  }

  private static DomainName below(DomainName domain, int which) {
    return domain.child(SmallPools.LABELS.get(which % SmallPools.LABELS.size()));
  }

  /** The element, or none if there is none. */
  private <T> List<T> pick(List<T> elements) {
    return elements.isEmpty() ? List.of() : List.of(elements.get(which % elements.size()));
  }

  private static List<InboundConnector> certificateConnectors(Tenant tenant) {
    return tenant.inboundConnectors().stream()
        .filter(connector -> connector.tlsSenderCertificateName().isPresent())
        .toList();
  }

  /**
   * The tenants that are left when every name and every domain has one holder, the first (DIR-1).
   */
  static List<Tenant> withOneHolderEach(List<Tenant> tenants) {
    List<String> names = new ArrayList<>();
    List<DomainName> domains = new ArrayList<>();
    List<Tenant> kept = new ArrayList<>();
    for (Tenant tenant : tenants) {
      String name = tenant.name().toLowerCase(Locale.ROOT);
      if (!names.contains(name)) {
        names.add(name);
        Tenant.Builder builder = tenant.toBuilder().clearAcceptedDomains();
        for (AcceptedDomain domain : tenant.acceptedDomains()) {
          if (!domains.contains(domain.domainName())) {
            domains.add(domain.domainName());
            builder.acceptedDomain(domain);
          }
        }
        kept.add(builder.build());
      }
    }
    return kept;
  }
}
