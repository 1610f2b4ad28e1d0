package org.exoattribution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/** Each look-up of the index beside a plain scan of the directory. */
class DirectoryIndexProperties {

  @Property(tries = 1000)
  void the_owner_of_a_domain_is_its_holder_else_that_of_the_nearest_matching_parent(
      @ForAll("directories") TenantDirectory directory, @ForAll("domains") DomainName domain) {
    DirectoryIndex index = new DirectoryIndex(directory);

    assertThat(tenant(index, index.ownerOf(domain))).isEqualTo(ownerByScan(directory, domain));
  }

  /** DOM-2. */
  private static Optional<Tenant> ownerByScan(TenantDirectory directory, DomainName domain) {
    Optional<Tenant> owner = holder(directory, domain, accepted -> true);
    Optional<DomainName> parent = domain.parent();
    while (owner.isEmpty() && parent.isPresent()) {
      owner = holder(directory, parent.get(), AcceptedDomain::matchSubDomains);
      parent = parent.get().parent();
    }
    return owner;
  }

  private static Optional<Tenant> holder(
      TenantDirectory directory, DomainName domain, Predicate<AcceptedDomain> condition) {
    return directory.tenants().stream()
        .filter(
            tenant ->
                tenant.acceptedDomains().stream()
                    .anyMatch(a -> a.domainName().equals(domain) && condition.test(a)))
        .findFirst();
  }

  @Property(tries = 500)
  void the_accepted_labels_are_those_of_the_longest_domain_that_is_the_name_or_above(
      @ForAll("directories") TenantDirectory directory, @ForAll("domains") DomainName domain) {
    DirectoryIndex index = new DirectoryIndex(directory);
    for (int id = 0; id < directory.tenants().size(); id++) {
      Tenant tenant = index.tenant(id);
      int longest =
          tenant.acceptedDomains().stream()
              .map(AcceptedDomain::domainName)
              .filter(accepted -> domain.equals(accepted) || domain.isBelow(accepted))
              .mapToInt(DomainName::labelCount)
              .max()
              .orElse(0);

      assertThat(index.acceptedLabels(id, domain)).as("%s", tenant).isEqualTo(longest);
    }
  }

  @Property(tries = 1000)
  void connectors_by_name_are_those_that_match_under_some_reading(
      @ForAll("directories") TenantDirectory directory,
      @ForAll("presentedNames") List<PresentedName> presented) {
    DirectoryIndex index = new DirectoryIndex(directory);

    assertThat(labels(index.byName(presented)))
        .containsExactlyInAnyOrderElementsOf(
            scan(directory, connector -> matchesUnderSomeReading(connector, presented)));
  }

  private static boolean matchesUnderSomeReading(
      OnPremisesConnector connector, List<PresentedName> presented) {
    return connector.tlsSenderCertificateName().stream()
        .anyMatch(
            pattern ->
                presented.stream()
                    .anyMatch(
                        name ->
                            Worlds.namingReadings().stream()
                                .anyMatch(r -> NameMatch.matches(pattern, name, r))));
  }

  @Property(tries = 1000)
  void connectors_by_address_are_those_with_a_range_that_contains_it(
      @ForAll("directories") TenantDirectory directory, @ForAll("addresses") IpAddress address) {
    DirectoryIndex index = new DirectoryIndex(directory);

    assertThat(labels(index.byAddress(address)))
        .containsExactlyInAnyOrderElementsOf(
            scan(
                directory,
                connector ->
                    connector.senderIpAddresses().stream().anyMatch(r -> r.contains(address))));
  }

  @Property(tries = 500)
  void a_connector_is_owned_as_cert_3_says(@ForAll("directories") TenantDirectory directory) {
    DirectoryIndex index = new DirectoryIndex(directory);

    for (int tenant = 0; tenant < directory.tenants().size(); tenant++) {
      for (Candidate<OnPremisesConnector> candidate : index.of(tenant)) {
        assertThat(candidate.owned())
            .as("%s", candidate)
            .isEqualTo(ownedByScan(index.tenant(tenant), candidate.connector()));
      }
    }
  }

  private static boolean ownedByScan(Tenant tenant, OnPremisesConnector connector) {
    if (connector.tlsSenderCertificateName().isEmpty()) {
      return false;
    }
    CertificateNamePattern pattern = connector.tlsSenderCertificateName().get();
    return tenant.acceptedDomains().stream()
        .map(AcceptedDomain::domainName)
        .anyMatch(
            accepted ->
                accepted.equals(pattern.domain())
                    || (pattern.wildcard() && accepted.isBelow(pattern.domain())));
  }

  @Property(tries = 300)
  void the_connectors_of_a_tenant_are_its_on_premises_ones_the_disabled_too(
      @ForAll("directories") TenantDirectory directory) {
    DirectoryIndex index = new DirectoryIndex(directory);
    int id = 0;
    for (Tenant tenant : directory.tenants()) {
      assertThat(index.tenant(id)).isSameAs(tenant);
      assertThat(index.hasPartners(id))
          .isEqualTo(
              tenant.inboundConnectors().stream().anyMatch(PartnerConnector.class::isInstance));
      assertThat(labels(index.of(id)))
          .containsExactlyElementsOf(onPremises(tenant).map(c -> label(tenant, c)).toList());
      id++;
    }
  }

  private static Stream<OnPremisesConnector> onPremises(Tenant tenant) {
    return tenant.inboundConnectors().stream()
        .filter(OnPremisesConnector.class::isInstance)
        .map(OnPremisesConnector.class::cast);
  }

  /** The OnPremises connectors of all tenants on which the condition holds, by their labels. */
  private static List<String> scan(
      TenantDirectory directory, Predicate<OnPremisesConnector> condition) {
    return directory.tenants().stream()
        .flatMap(tenant -> onPremises(tenant).filter(condition).map(c -> label(tenant, c)))
        .toList();
  }

  private static List<String> labels(List<Candidate<OnPremisesConnector>> candidates) {
    return candidates.stream().map(c -> label(c.tenant(), c.connector())).toList();
  }

  private static String label(Tenant tenant, OnPremisesConnector connector) {
    return tenant.name() + " / " + connector;
  }

  private static Optional<Tenant> tenant(DirectoryIndex index, int id) {
    return id == DirectoryIndex.NONE ? Optional.empty() : Optional.of(index.tenant(id));
  }

  @Provide
  Arbitrary<TenantDirectory> directories() {
    return Worlds.directories();
  }

  @Provide
  Arbitrary<DomainName> domains() {
    return Worlds.domains();
  }

  @Provide
  Arbitrary<List<PresentedName>> presentedNames() {
    return Worlds.presentedNames().list().ofMaxSize(3);
  }

  @Provide
  Arbitrary<IpAddress> addresses() {
    return Worlds.addresses();
  }
}
