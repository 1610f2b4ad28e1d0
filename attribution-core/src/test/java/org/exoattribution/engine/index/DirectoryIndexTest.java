package org.exoattribution.engine.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryIndexTest {

  private static int ownerOf(DirectoryIndex index, String domain) {
    return index.ownerOf(DomainName.parse(domain));
  }

  @ParameterizedTest
  @CsvSource({
    "contoso.com,            contoso",
    "mail.contoso.com,       contoso",
    "a.b.contoso.com,        contoso",
    "lab.contoso.com,        fabrikam", // an exact accepted domain beats a parent
    "a.lab.contoso.com,      contoso", // without MatchSubDomains it says nothing of those below
    "dev.contoso.com,        tailspintoys",
    "a.dev.contoso.com,      tailspintoys", // the nearest parent with MatchSubDomains
    "fabrikam.com,           fabrikam",
    "mail.fabrikam.com,      nobody",
    "xcontoso.com,           nobody",
    "com,                    nobody",
    "contoso.com.example,    nobody",
  })
  void an_exact_domain_beats_the_nearest_parent_with_match_subdomains(String domain, String owner) {
    DirectoryIndex index =
        new DirectoryIndex(
            TenantDirectory.of(
                Tenant.builder("contoso").acceptedDomain(withSubDomains("contoso.com")).build(),
                Tenant.builder("fabrikam")
                    .acceptedDomains("fabrikam.com", "lab.contoso.com")
                    .build(),
                Tenant.builder("tailspintoys")
                    .acceptedDomain(withSubDomains("dev.contoso.com"))
                    .build()),
            0);
    int id = ownerOf(index, domain);

    assertThat(id == DirectoryIndex.NONE ? "nobody" : index.tenant(id).name()).isEqualTo(owner);
  }

  private static AcceptedDomain withSubDomains(String domain) {
    return AcceptedDomain.parse(domain).withMatchSubDomains(true);
  }

  @ParameterizedTest
  @CsvSource({
    "contoso.com,        true",
    "mail.contoso.com,   false", // accepting contoso.com does not own a host in it
    "com,                false",
    "*.contoso.com,      true",
    "*.com,              true", // contoso.com is below it
    "*.mail.contoso.com, false",
    "*.sub.fabrikam.com, false", // MatchSubDomains does not count
    "sub.fabrikam.com,   false",
    "tailspintoys.com,   false", // another tenant's
  })
  void a_certificate_domain_is_owned_by_accepting_it_or_one_below_its_star(
      String certificateName, boolean owned) {
    DirectoryIndex index =
        new DirectoryIndex(
            TenantDirectory.of(
                Tenant.builder("tailspintoys").acceptedDomains("tailspintoys.com").build(),
                Tenant.builder("contoso")
                    .acceptedDomains("contoso.com")
                    .acceptedDomain(withSubDomains("fabrikam.com"))
                    .inboundConnector(
                        OnPremisesConnector.builder("Gateway")
                            .tlsSenderCertificateName(certificateName)
                            .build())
                    .build()),
            0);

    assertThat(index.of(1)).extracting(Candidate::owned).containsExactly(owned);
  }

  @Test
  void an_empty_directory_finds_nothing() {
    DirectoryIndex index = new DirectoryIndex(TenantDirectory.of(), 0);

    assertThat(index.byAddress(IpAddress.parse("192.0.2.1"))).isEmpty();
    assertThat(index.byName(PresentedName.tryParse("*.contoso.com").stream().toList())).isEmpty();
    assertThat(index.of(DirectoryIndex.NONE)).isEmpty();
    assertThat(index.hasPartners(DirectoryIndex.NONE)).isFalse();
    assertThat(ownerOf(index, "contoso.com")).isEqualTo(DirectoryIndex.NONE);
  }

  @Test
  void a_directory_of_thousands_finds_every_domain_name_and_address() {
    List<Tenant> tenants = IntStream.range(0, 3000).mapToObj(DirectoryIndexTest::tenant).toList();
    DirectoryIndex index = new DirectoryIndex(TenantDirectory.of(tenants), 0);

    for (int i = 0; i < tenants.size(); i++) {
      assertThat(ownerOf(index, "t" + i + ".example")).isEqualTo(i);
      assertThat(ownerOf(index, "sub.t" + i + ".example")).isEqualTo(DirectoryIndex.NONE);
      String tenant = "t" + i;
      assertThat(byName(index, "mail.t" + i + ".example"))
          .containsExactly(tenant + " / By certificate");
      assertThat(byName(index, "*.t" + i + ".example"))
          .containsExactly(tenant + " / By certificate");
      assertThat(labels(index.byAddress(IpAddress.ofIpv4(0xC6120000 + i))))
          .containsExactly(tenant + " / By address");
    }
  }

  /** A connector by host name and one by an address of 198.18.0.0/15 (RFC 2544). */
  private static Tenant tenant(int i) {
    return Tenant.builder("t" + i)
        .acceptedDomains("t" + i + ".example")
        .inboundConnector(
            OnPremisesConnector.builder("By certificate")
                .tlsSenderCertificateName("mail.t" + i + ".example")
                .build())
        .inboundConnector(
            OnPremisesConnector.builder("By address")
                .senderIpAddresses(IpAddress.ofIpv4(0xC6120000 + i).toString())
                .build())
        .build();
  }

  private static List<String> byName(DirectoryIndex index, String presented) {
    return labels(index.byName(PresentedName.tryParse(presented).stream().toList()));
  }

  private static List<String> labels(List<Candidate<OnPremisesConnector>> candidates) {
    return candidates.stream().map(Candidate::toString).toList();
  }
}
