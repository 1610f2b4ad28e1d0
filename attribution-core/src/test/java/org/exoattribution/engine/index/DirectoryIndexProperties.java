package org.exoattribution.engine.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/** Each look-up of the index beside a plain scan of the directory. */
class DirectoryIndexProperties {

  @Property(tries = 1000)
  void the_owner_of_a_domain_is_its_holder_else_that_of_the_nearest_matching_parent(
      @ForAll("directories") TenantDirectory directory, @ForAll("domains") DomainName domain) {
    DirectoryIndex index = new DirectoryIndex(directory, 0);

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

  @Property(tries = 1000)
  void connectors_by_name_are_those_that_match_under_some_reading(
      @ForAll("directories") TenantDirectory directory,
      @ForAll("presentedNames") List<PresentedName> presented) {
    DirectoryIndex index = new DirectoryIndex(directory, 0);

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
                                .anyMatch(r -> pattern.matches(name, r))));
  }

  @Property(tries = 1000)
  void connectors_by_address_are_those_with_a_range_that_contains_it(
      @ForAll("directories") TenantDirectory directory, @ForAll("addresses") IpAddress address) {
    DirectoryIndex index = new DirectoryIndex(directory, 0);

    assertThat(labels(index.byAddress(address)))
        .containsExactlyInAnyOrderElementsOf(
            scan(
                directory,
                connector ->
                    connector.senderIpAddresses().stream().anyMatch(r -> r.contains(address))));
  }

  @Property(tries = 500)
  void a_connector_is_owned_as_cert_3_says(@ForAll("directories") TenantDirectory directory) {
    DirectoryIndex index = new DirectoryIndex(directory, 0);

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
    DirectoryIndex index = new DirectoryIndex(directory, 0);
    int id = 0;
    for (Tenant tenant : directory.tenants()) {
      assertThat(index.tenant(id)).isSameAs(tenant);
      assertThat(index.hasPartners(id))
          .isEqualTo(
              tenant.inboundConnectors().stream().anyMatch(PartnerConnector.class::isInstance));
      assertThat(index.mailEnabled(id)).isEqualTo(tenant.mailEnabled());
      assertThat(index.rejectsDirectSend(id)).isEqualTo(tenant.rejectDirectSend());
      assertThat(labels(index.of(id)))
          .containsExactlyElementsOf(onPremises(tenant).map(c -> label(tenant, c)).toList());
      id++;
    }
  }

  /** Every tenant of the second directory takes the place of its namesake, one after the other. */
  @Property(tries = 500)
  void an_index_that_shares_with_earlier_ones_answers_as_a_new_one(
      @ForAll("directories") TenantDirectory before,
      @ForAll("directories") TenantDirectory after,
      @ForAll("domains") DomainName domain,
      @ForAll("presentedNames") List<PresentedName> presented,
      @ForAll("addresses") IpAddress address) {
    TenantDirectory directory = before;
    DirectoryIndex sharing = new DirectoryIndex(before, 0);
    for (Tenant tenant : before.tenants()) { // their domains first, so that they may move
      Tenant bare = tenant.toBuilder().clearAcceptedDomains().build();
      directory = directory.withTenant(bare);
      sharing = sharing.with(directory, tenant, bare);
    }
    for (Tenant tenant : after.tenants()) {
      Tenant old = directory.tenant(tenant.name()).orElse(null);
      directory = directory.withTenant(tenant);
      sharing = sharing.with(directory, old, tenant);
    }
    Tenant gone = directory.tenants().iterator().next();
    directory = directory.withoutTenant(gone.name());
    sharing = sharing.with(directory, gone, null);
    DirectoryIndex anew = new DirectoryIndex(directory, 0);

    assertThat(tenant(sharing, sharing.ownerOf(domain)))
        .isEqualTo(tenant(anew, anew.ownerOf(domain)));
    assertThat(labels(sharing.byName(presented)))
        .containsExactlyInAnyOrderElementsOf(labels(anew.byName(presented)));
    assertThat(labels(sharing.byAddress(address)))
        .containsExactlyInAnyOrderElementsOf(labels(anew.byAddress(address)));
    for (Candidate<OnPremisesConnector> hit : sharing.byAddress(address)) {
      Candidate<OnPremisesConnector> same = named(hit, anew.byAddress(address));
      assertThat(hit.owned()).isEqualTo(same.owned());
      assertThat(sharing.hasPartners(hit.tenantId())).isEqualTo(anew.hasPartners(same.tenantId()));
      assertThat(labels(sharing.of(hit.tenantId()))).isEqualTo(labels(anew.of(same.tenantId())));
    }
  }

  private static Candidate<OnPremisesConnector> named(
      Candidate<OnPremisesConnector> candidate, List<Candidate<OnPremisesConnector>> among) {
    return among.stream()
        .filter(each -> each.toString().equals(candidate.toString()))
        .findFirst()
        .orElseThrow();
  }

  @Property(tries = 5)
  void many_changes_make_one_layer_anew(@ForAll @IntRange(min = 1, max = 50) int size) {
    TenantDirectory directory = TenantDirectory.of();
    DirectoryIndex index = new DirectoryIndex(directory, 0);
    for (int i = 0; i < 200; i++) {
      String name = "t" + i % size;
      Tenant old = directory.tenant(name).orElse(null);
      Tenant tenant = Tenant.builder(name).acceptedDomains("d" + i + ".example").build();
      directory = directory.withTenant(tenant);
      index = index.with(directory, old, tenant);
    }

    for (int i = 0; i < 200; i++) {
      int owner = index.ownerOf(DomainName.parse("d" + i + ".example"));
      assertThat(tenant(index, owner))
          .isEqualTo(directory.tenant("t" + i % size).filter(accepts("d" + i + ".example")));
    }
  }

  private static Predicate<Tenant> accepts(String domain) {
    return tenant -> tenant.accepts(DomainName.parse(domain));
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
