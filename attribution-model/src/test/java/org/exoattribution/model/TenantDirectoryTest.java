package org.exoattribution.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.exoattribution.model.Refusals.assertRefused;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** DIR-1, and what a directory of tenants is. */
class TenantDirectoryTest {
  private static final Tenant CONTOSO = tenant("contoso", "contoso.com");
  private static final Tenant FABRIKAM = tenant("fabrikam", "fabrikam.com");

  private static Tenant tenant(String name, String... domains) {
    return Tenant.builder(name).acceptedDomains(domains).build();
  }

  @Test
  void a_domain_of_two_tenants_is_refused_with_both_holders() {
    assertRefused(
        () ->
            TenantDirectory.of(
                CONTOSO, FABRIKAM, tenant("tailspintoys", "tailspintoys.com", "CONTOSO.com.")),
        "\"contoso.com\" is an accepted domain of both \"contoso\" and \"tailspintoys\": expected"
            + " one tenant for a domain (DIR-1)");
  }

  @Test
  void a_domain_twice_in_a_tenant_is_refused_with_the_tenant() {
    assertRefused(
        () -> TenantDirectory.of(tenant("contoso", "contoso.com", "contoso.COM")),
        "\"contoso.com\" is listed twice among the accepted domains of \"contoso\": expected it"
            + " once (DIR-1)");
  }

  @Test
  void a_domain_and_a_subdomain_of_it_may_have_different_holders() {
    Tenant parent =
        Tenant.builder("contoso")
            .acceptedDomain(AcceptedDomain.parse("contoso.com").withMatchSubDomains(true))
            .build();

    assertThat(TenantDirectory.of(parent, tenant("fabrikam", "mail.contoso.com")).tenants())
        .hasSize(2);
  }

  @Test
  void two_tenants_of_one_name_are_refused_with_both_names() {
    assertRefused(
        () -> TenantDirectory.of(CONTOSO, FABRIKAM, tenant("Contoso", "contoso.example")),
        "two tenants are named \"contoso\" and \"Contoso\": expected distinct names, whatever their"
            + " letter case (DIR-1)");
    assertRefused(
        () -> TenantDirectory.of(CONTOSO, CONTOSO),
        "two tenants are named \"contoso\" and \"contoso\": expected distinct names, whatever their"
            + " letter case (DIR-1)");
  }

  @Test
  void tenants_may_have_connectors_of_one_name() {
    Tenant one = CONTOSO.withInboundConnector(Connectors.onPremises());
    Tenant other = FABRIKAM.withInboundConnector(Connectors.onPremises());

    assertThat(TenantDirectory.of(one, other).tenants()).containsExactly(one, other);
  }

  @Test
  void a_tenant_is_found_by_its_name_in_any_letter_case() {
    TenantDirectory directory = TenantDirectory.of(CONTOSO, FABRIKAM);

    assertThat(directory.tenant("FABRIKAM")).contains(FABRIKAM);
    assertThat(directory.tenant("tailspintoys")).isEmpty();
  }

  @Test
  void an_empty_directory_holds_nobody() {
    assertThat(TenantDirectory.of().tenants()).isEmpty();
    assertThat(TenantDirectory.of()).isEqualTo(TenantDirectory.of(List.of()));
  }

  @Test
  void directories_of_other_tenants_are_not_equal() {
    TenantDirectory directory = TenantDirectory.of(CONTOSO, FABRIKAM);

    assertThat(directory).isNotEqualTo(TenantDirectory.of(CONTOSO));
    assertThat(directory)
        .isNotEqualTo(TenantDirectory.of(CONTOSO, tenant("fabrikam", "fabrikam.example")));
    assertThat(directory).hasToString("directory of 2 tenants: contoso, fabrikam");
  }

  @Test
  void a_changed_tenant_takes_the_place_of_its_namesake() {
    TenantDirectory directory = TenantDirectory.of(CONTOSO, FABRIKAM);
    Tenant changed = tenant("CONTOSO", "contoso.com", "contoso.example");

    assertThat(directory.withTenant(changed)).isEqualTo(TenantDirectory.of(FABRIKAM, changed));
    assertThat(directory).isEqualTo(TenantDirectory.of(CONTOSO, FABRIKAM));
  }

  @Test
  void a_new_tenant_is_added_unless_it_takes_a_domain() {
    TenantDirectory directory = TenantDirectory.of(CONTOSO);

    assertThat(directory.withTenant(FABRIKAM)).isEqualTo(TenantDirectory.of(CONTOSO, FABRIKAM));
    assertRefused(
        () -> directory.withTenant(tenant("fabrikam", "contoso.com")),
        "\"contoso.com\" is an accepted domain of both \"contoso\" and \"fabrikam\": expected one"
            + " tenant for a domain (DIR-1)");
  }

  @Test
  void a_tenant_leaves_by_its_name_and_nobody_by_another() {
    TenantDirectory directory = TenantDirectory.of(CONTOSO, FABRIKAM);

    assertThat(directory.withoutTenant("Contoso")).isEqualTo(TenantDirectory.of(FABRIKAM));
    assertThat(directory.withoutTenant("tailspintoys")).isEqualTo(directory);
    assertThat(directory.tenants()).containsExactly(CONTOSO, FABRIKAM);
  }

  @Test
  void a_directory_does_not_change_with_the_list_it_came_from() {
    List<Tenant> tenants = new ArrayList<>(List.of(CONTOSO));
    TenantDirectory directory = TenantDirectory.of(tenants);
    tenants.add(FABRIKAM);

    assertThat(directory.tenants()).containsExactly(CONTOSO);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> directory.tenants().clear());
  }

  @Property(tries = 100)
  void the_order_of_tenants_does_not_matter(
      @ForAll @IntRange(max = 8) int size, @ForAll Random random) {
    List<Tenant> tenants =
        IntStream.range(0, size).mapToObj(i -> tenant("t" + i, "t" + i + ".example")).toList();
    List<Tenant> shuffled = new ArrayList<>(tenants);
    Collections.shuffle(shuffled, random);

    assertThat(TenantDirectory.of(shuffled))
        .isEqualTo(TenantDirectory.of(tenants))
        .hasSameHashCodeAs(TenantDirectory.of(tenants));
  }
}
