package org.exoattribution.testkit.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.testkit.assertj.AttributionAssertions.assertThat;
import static org.exoattribution.testkit.assertj.Failures.messageOf;

import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.exoattribution.testkit.cases.CertificateMoveCase;
import org.junit.jupiter.api.Test;

class TenantDirectoryAssertTest {
  private static final String BY_CERTIFICATE = "Inbound from on-premises (certificate)";
  private static final String BY_ADDRESS = "Inbound from on-premises (address)";

  private final TenantDirectory directory =
      CertificateMoveCase.done()
          .directory()
          .withTenant(
              Tenant.builder("fabrikam")
                  .acceptedDomain(AcceptedDomain.parse("fabrikam.com").withMatchSubDomains(true))
                  .build())
          .withTenant(Tenant.builder("tailspintoys").acceptedDomains("eu.fabrikam.com").build());

  @Test
  void has_tenant() {
    assertThat(directory).hasTenant("contoso").hasTenant("Contoso");
    assertThat(messageOf(() -> assertThat(directory).hasTenant("adatum")))
        .startsWith(
            "\nexpected:\n  a tenant adatum\nbut was:\n  no such tenant\nin the directory:\n")
        .contains("  contoso: contoso.com; OnPremises connector " + BY_ADDRESS + ", disabled,")
        .contains("  fabrikam: fabrikam.com and subdomains; no connector\n");
    assertThat(messageOf(() -> assertThat(TenantDirectory.of()).hasTenant("adatum")))
        .endsWith("in the directory:\n  no tenant\n");
  }

  @Test
  void has_no_tenant() {
    assertThat(directory).hasNoTenant("adatum");
    assertThat(messageOf(() -> assertThat(directory).hasNoTenant("contoso")))
        .startsWith("\nexpected:\n  no tenant contoso\nbut was:\n  there is one\n");
  }

  @Test
  void owns_follows_exact_domains_before_parents_with_match_sub_domains() {
    assertThat(directory)
        .owns("contoso", "contoso.com")
        .owns("fabrikam", "fabrikam.com")
        .owns("fabrikam", "a.b.fabrikam.com")
        .owns("tailspintoys", "eu.fabrikam.com")
        .owns("fabrikam", "mail.eu.fabrikam.com");
    assertThat(messageOf(() -> assertThat(directory).owns("fabrikam", "eu.fabrikam.com")))
        .startsWith(
            "\nexpected:\n  fabrikam owns eu.fabrikam.com\nbut was:\n  tailspintoys owns it\n");
    assertThat(messageOf(() -> assertThat(directory).owns("contoso", "mail.contoso.com")))
        .startsWith("\nexpected:\n  contoso owns mail.contoso.com\nbut was:\n  nobody owns it\n");
  }

  @Test
  void has_no_owner_of() {
    assertThat(directory).hasNoOwnerOf("mail.contoso.com").hasNoOwnerOf("example.net");
    assertThat(messageOf(() -> assertThat(directory).hasNoOwnerOf("x.fabrikam.com")))
        .startsWith("\nexpected:\n  nobody owns x.fabrikam.com\nbut was:\n  fabrikam owns it\n");
  }

  @Test
  void has_connector() {
    assertThat(directory)
        .hasConnector("contoso", BY_ADDRESS)
        .hasConnector("contoso", BY_CERTIFICATE);
    assertThat(messageOf(() -> assertThat(directory).hasConnector("fabrikam", "Relay")))
        .startsWith(
            "\nexpected:\n  a connector \"Relay\" of fabrikam\nbut was:\n  fabrikam has no such"
                + " connector\n");
    assertThat(messageOf(() -> assertThat(directory).hasConnector("adatum", "Relay")))
        .contains("but was:\n  no such tenant\n");
  }

  @Test
  void has_enabled_connector() {
    assertThat(directory).hasEnabledConnector("contoso", BY_CERTIFICATE);
    assertThat(messageOf(() -> assertThat(directory).hasEnabledConnector("contoso", BY_ADDRESS)))
        .startsWith(
            "\nexpected:\n  an enabled connector \""
                + BY_ADDRESS
                + "\" of contoso\nbut was:\n  it is disabled\n");
  }

  @Test
  void has_disabled_connector() {
    assertThat(directory).hasDisabledConnector("contoso", BY_ADDRESS);
    assertThat(
            messageOf(() -> assertThat(directory).hasDisabledConnector("contoso", BY_CERTIFICATE)))
        .contains("a disabled connector", "but was:\n  it is enabled\n");
  }
}
