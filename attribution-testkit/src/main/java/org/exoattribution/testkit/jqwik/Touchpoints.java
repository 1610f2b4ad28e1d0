package org.exoattribution.testkit.jqwik;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/**
 * Where a connection can touch a directory: addresses at the edges of its ranges; its domains with
 * one label more or less; the names that its TlsSenderCertificateNames match, and those that they
 * just miss.
 *
 * @param addresses inside and just outside of SenderIPAddresses
 * @param domains of senders and recipients
 * @param certificateNames to be presented
 */
record Touchpoints(
    List<IpAddress> addresses, List<DomainName> domains, List<String> certificateNames) {

  /** Those of all tenants together. */
  static Touchpoints of(TenantDirectory directory) {
    return of(directory.tenants());
  }

  /** Those of each tenant. */
  static List<Touchpoints> ofEach(TenantDirectory directory) {
    return directory.tenants().stream().map(tenant -> of(List.of(tenant))).toList();
  }

  private static Touchpoints of(Collection<Tenant> tenants) {
    List<AcceptedDomain> accepted =
        tenants.stream().flatMap(tenant -> tenant.acceptedDomains().stream()).toList();
    List<InboundConnector> connectors =
        tenants.stream().flatMap(tenant -> tenant.inboundConnectors().stream()).toList();
    return new Touchpoints(addresses(connectors), domains(accepted, connectors), names(tenants));
  }

  private static List<IpAddress> addresses(List<InboundConnector> connectors) {
    Set<IpAddress> inside = new LinkedHashSet<>();
    Set<IpAddress> outside = new LinkedHashSet<>();
    for (InboundConnector connector : connectors) {
      for (SenderIpRange range : connector.senderIpAddresses()) {
        int first = range.networkBits();
        int last = first + (1 << (32 - range.prefixLength())) - 1;
        inside.add(IpAddress.ofIpv4(first));
        inside.add(IpAddress.ofIpv4(last));
        outside.add(IpAddress.ofIpv4(first - 1));
        outside.add(IpAddress.ofIpv4(last + 1));
      }
    }
    return twiceAnd(inside, outside);
  }

  private static List<DomainName> domains(
      List<AcceptedDomain> accepted, List<InboundConnector> connectors) {
    Set<DomainName> owned = new LinkedHashSet<>();
    Set<DomainName> nextToOwned = new LinkedHashSet<>();
    for (AcceptedDomain domain : accepted) {
      owned.add(domain.domainName());
      nextToOwned.add(below(domain.domainName()));
      domain.domainName().parent().filter(p -> p.labelCount() > 1).ifPresent(nextToOwned::add);
    }
    for (InboundConnector connector : connectors) {
      nextToOwned.addAll(connector.associatedAcceptedDomains());
      connector.senderDomains().stream()
          .flatMap(entry -> entry.domain().stream())
          .flatMap(domain -> Stream.of(domain, below(domain)))
          .forEach(nextToOwned::add);
    }
    return twiceAnd(owned, nextToOwned);
  }

  private static List<String> names(Collection<Tenant> tenants) {
    Set<String> matching = new LinkedHashSet<>();
    Set<String> missing = new LinkedHashSet<>();
    for (Tenant tenant : tenants) {
      for (InboundConnector connector : tenant.inboundConnectors()) {
        connector
            .tlsSenderCertificateName()
            .ifPresent(name -> addNames(name, tenant, matching, missing));
      }
    }
    return twiceAnd(matching, missing);
  }

  private static void addNames(
      CertificateNamePattern name, Tenant tenant, Set<String> matching, Set<String> missing) {
    DomainName domain = name.domain();
    matching.add(domain.value());
    if (!name.wildcard()) {
      domain.parent().ifPresent(parent -> matching.add("*." + parent));
      missing.add(below(domain).value());
      missing.add("*." + domain);
      domain.parent().flatMap(DomainName::parent).ifPresent(p -> missing.add("*." + p));
      return;
    }
    matching.add("*." + domain);
    matching.add(below(domain).value());
    matching.add("mx.eu." + domain); // two labels below (reading wildcardDepth)
    matching.add("*.eu." + domain);
    domain.parent().ifPresent(parent -> missing.add("*." + parent));
    for (AcceptedDomain accepted : tenant.acceptedDomains()) {
      if (accepted.domainName().isBelow(domain)) { // the third key of CERT-4
        matching.add(accepted.domainName().value());
        matching.add(below(accepted.domainName()).value());
      }
    }
  }

  private static DomainName below(DomainName domain) {
    return domain.child("mx");
  }

  /** Misses are easy to come by, so that what matches is twice as likely. */
  private static <T> List<T> twiceAnd(Collection<T> matching, Collection<T> missing) {
    List<T> all = new ArrayList<>(matching);
    all.addAll(matching);
    all.addAll(missing);
    return all;
  }
}
