package org.exoattribution.testkit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.AcceptedDomain.DomainType;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Tenant;
import org.exoattribution.testkit.export.ImportReport.Severity;
import org.exoattribution.testkit.source.ScenarioException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders of what the cmdlets print. */
class ExportFolderTest {
  private static final Path EXPORTS =
      Path.of("src/test/resources/org/exoattribution/testkit/export/exports");

  @TempDir Path folder;

  private static Tenant tenant(TenantsImport read, String name) {
    return read.directory().tenant(name).orElseThrow();
  }

  private void export(String tenant, String cmdlet, String json) throws IOException {
    Files.createDirectories(folder.resolve(tenant));
    Files.writeString(folder.resolve(tenant).resolve(cmdlet + ".json"), json);
  }

  private List<String> warnings() {
    return TenantsReader.read(folder).report().entries(Severity.WARNING).stream()
        .map(entry -> entry.toString().replace(folder + "/", ""))
        .toList();
  }

  @Test
  void a_single_record_with_dozens_of_properties_is_read() {
    assertThat(tenant(TenantsReader.read(EXPORTS), "varunagroup"))
        .isEqualTo(
            Tenant.builder("varunagroup")
                .tenantId("5b2f6c1e-7f3a-4f0e-9d52-0c1b7a5e9a11")
                .rejectDirectSend(true)
                .acceptedDomains("varunagroup.de", "varunagroup.onmicrosoft.com")
                .inboundConnector(
                    OnPremisesConnector.builder("Inbound from HCW")
                        .tlsSenderCertificateName("*.varunagroup.de")
                        .senderDomains("*")
                        .cloudServicesMailEnabled(true)
                        .otherProperty("Comment", "Eingehend über das Gateway")
                        .otherProperty("ConnectorSource", "HybridWizard")
                        .otherProperty("EFSkipIPs", "192.0.2.10, 192.0.2.11")
                        .otherProperty("EFSkipLastIP", "false")
                        .otherProperty("EFTestMode", "false")
                        .build())
                .build());
  }

  @Test
  void utf_16_with_a_mark_wrapped_lists_and_booleans_as_text_are_read() {
    assertThat(tenant(TenantsReader.read(EXPORTS), "contoso"))
        .isEqualTo(
            Tenant.builder("contoso")
                .acceptedDomain(AcceptedDomain.parse("contoso.com").withMatchSubDomains(true))
                .acceptedDomain(
                    AcceptedDomain.parse("xn--bcher-kva.example")
                        .withDomainType(DomainType.INTERNAL_RELAY))
                .inboundConnector(
                    OnPremisesConnector.builder("Relay")
                        .senderIpAddresses("192.0.2.1", "192.0.2.128/25")
                        .senderDomains("*")
                        .otherProperty("ConnectorSource", "HybridWizard")
                        .otherProperty("EFSkipLastIP", "false")
                        .otherProperty("EFTestMode", "false")
                        .build())
                .inboundConnector(
                    PartnerConnector.builder("Partner")
                        .enabled(false)
                        .senderDomains("partner.example")
                        .senderIpAddresses("198.51.100.7")
                        .restrictDomainsToIpAddresses(true)
                        .otherProperty("ConnectorSource", "HybridWizard")
                        .otherProperty("EFSkipLastIP", "false")
                        .otherProperty("EFTestMode", "false")
                        .build())
                .build());
  }

  @Test
  void other_letter_case_big_endian_utf_16_and_a_null_list_are_read() {
    assertThat(tenant(TenantsReader.read(EXPORTS), "fabrikam"))
        .isEqualTo(Tenant.builder("fabrikam").acceptedDomains("fabrikam.com").build());
  }

  @Test
  void utf_16_without_a_mark_domains_as_text_and_an_empty_export_are_read() {
    assertThat(tenant(TenantsReader.read(EXPORTS), "tailspintoys"))
        .isEqualTo(
            Tenant.builder("tailspintoys")
                .acceptedDomains("tailspintoys.com", "mail.tailspintoys.com")
                .build());
  }

  @Test
  void a_property_that_plays_no_part_is_listed_once_and_nothing_else_is_wrong() {
    ImportReport report = TenantsReader.read(EXPORTS).report();

    assertThat(report.entries(Severity.WARNING)).isEmpty();
    assertThat(report.entries(Severity.INFO))
        .filteredOn(entry -> entry.message().startsWith("\"WhenChanged\" of Get-AcceptedDomain"))
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry.location().toString())
                    .startsWith(EXPORTS + "/contoso/Get-AcceptedDomain.json:"));
    assertThat(report.entries(Severity.INFO))
        .extracting(ImportReport.Entry::toString)
        .contains(EXPORTS + "/tailspintoys: no inbound connectors (Get-InboundConnector)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"SenderIPAddresses\": [\"192.0.2.1\", \"192.0.2.0-192.0.2.9\"]",
        "\"SenderIPAddresses\": [\"192.0.2.1\", null, \"\", \"2001:db8::1\"]",
        "\"SenderIPAddresses\": [\"192.0.2.1\", [\"192.0.2.2\"]]",
        "\"SenderIPAddresses\": \"192.0.2.1\", \"TlsSenderCertificateName\":"
            + " \"<I>CN=CA<S>CN=mail.contoso.com\"",
        "\"SenderIPAddresses\": \"192.0.2.1\", \"TlsSenderCertificateName\": {\"Issuer\": \"CA\"}",
        "\"SenderIPAddresses\": \"192.0.2.1\", \"Enabled\": \"yes\"",
        "\"SenderIPAddresses\": \"192.0.2.1\", \"enabled\": true, \"ENABLED\": true",
        "\"SenderIPAddresses\": \"192.0.2.1\", \"TlsSenderCertificateNames\": \"a.example\""
      })
  void a_property_that_cannot_be_honoured_is_reported_and_the_rest_used(String properties)
      throws IOException {
    export("contoso", "Get-AcceptedDomain", "[\"contoso.com\"]");
    export(
        "contoso",
        "Get-InboundConnector",
        "{ \"Name\": \"Relay\", \"ConnectorType\": \"OnPremises\",\n" + properties + "}");

    assertThat(tenant(TenantsReader.read(folder), "contoso").inboundConnectors())
        .isEqualTo(
            List.of(OnPremisesConnector.builder("Relay").senderIpAddresses("192.0.2.1").build()));
    assertThat(warnings())
        .singleElement()
        .asString()
        .startsWith("contoso/Get-InboundConnector.json:2: ")
        .containsAnyOf("; ", "expected true or false");
  }

  @Test
  void a_subject_that_is_nothing_but_a_name_is_that_name() throws IOException {
    export("contoso", "Get-AcceptedDomain", "[\"contoso.com\"]");
    export(
        "contoso",
        "Get-InboundConnector",
        """
        [{ "Name": "Relay", "ConnectorType": "OnPremises",
           "TlsSenderCertificateName": "CN=mail.contoso.com" }]
        """);

    assertThat(tenant(TenantsReader.read(folder), "contoso").inboundConnectors())
        .isEqualTo(
            List.of(
                OnPremisesConnector.builder("Relay")
                    .tlsSenderCertificateName("mail.contoso.com")
                    .build()));
    assertThat(warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ \"ConnectorType\": \"Partner\" } | an inbound connector without Name",
        "\"Relay\" | an inbound connector is \"Relay\"",
        "{ \"Name\": \"A\", \"ConnectorType\": 0 } | ConnectorType of connector \"A\" is \"0\"",
        "{ \"Name\": \"A\", \"ConnectorType\": [] } | ConnectorType of connector \"A\" is an empty",
        "{ \"Name\": \"A\", \"ConnectorType\": \"OnPremises\" } | connector \"A\" of type"
            + " OnPremises could match nothing",
        "{ \"Name\": \"A\", \"RestrictDomainsToIPAddresses\": true } | connector \"A\" has",
        "{ \"Name\": \"GOOD\", \"ConnectorType\": \"Partner\" } | tenant \"contoso\" has two"
            + " connectors named \"GOOD\""
      })
  void a_record_that_cannot_be_honoured_is_reported_and_the_others_used(
      String record, String problem) throws IOException {
    export("contoso", "Get-AcceptedDomain", "[\"contoso.com\"]");
    export("contoso", "Get-InboundConnector", "[{ \"Name\": \"Good\" },\n" + record + "]");

    assertThat(tenant(TenantsReader.read(folder), "contoso").inboundConnectors())
        .isEqualTo(List.of(PartnerConnector.builder("Good").build()));
    assertThat(warnings())
        .singleElement()
        .asString()
        .startsWith("contoso/Get-InboundConnector.json:2: " + problem)
        .containsAnyOf("; the connector is left out", "; the first record is used");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"SenderIPAddresses\": [\"10.0.0.0/8\"] | neither SenderIPAddresses nor",
        "\"TlsSenderCertificateName\": \"*\" | neither SenderIPAddresses nor",
        "\"SenderIPAddresses\": [\"192.0.2.1\"], \"AssociatedAcceptedDomains\": [\"a_b\"] | none of"
            + " AssociatedAcceptedDomains can be used"
      })
  void a_connector_is_left_out_rather_than_widened(String properties, String problem)
      throws IOException {
    export("contoso", "Get-AcceptedDomain", "[\"contoso.com\"]");
    export("contoso", "Get-InboundConnector", "[{ \"Name\": \"A\", " + properties + " }]");

    assertThat(tenant(TenantsReader.read(folder), "contoso").inboundConnectors()).isEmpty();
    assertThat(warnings())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("contoso/Get-InboundConnector.json:1: connector \"A\": " + problem)
        .endsWith("; the connector is left out: no connection matches it");
  }

  @Test
  void a_domain_that_cannot_be_honoured_is_reported_and_the_others_used() throws IOException {
    export(
        "contoso",
        "Get-AcceptedDomain",
        """
        [ { "DomainName": "contoso.com" },
          { "DomainName": "*.contoso.com" },
          { "DomainName": null },
          "CONTOSO.com",
          { "DomainName": "b.example", "DomainType": 3 } ]
        """);

    TenantsImport read = TenantsReader.read(folder);

    assertThat(tenant(read, "contoso"))
        .isEqualTo(Tenant.builder("contoso").acceptedDomains("contoso.com", "b.example").build());
    assertThat(warnings())
        .satisfiesExactly(
            two -> assertThat(two).contains("json:2: \"*.contoso.com\" is not a domain name"),
            three -> assertThat(three).contains("json:3: an accepted domain without DomainName"),
            four -> assertThat(four).contains("json:4: \"contoso.com\" is listed twice"),
            five -> assertThat(five).contains("json:5: \"3\" is not a DomainType"));
  }

  @Test
  void a_text_may_hold_several_entries() throws IOException {
    export("contoso", "Get-AcceptedDomain", "\"contoso.com, b.example\"");
    export(
        "contoso",
        "Get-InboundConnector",
        "{ \"Name\": \"A\", \"SenderIPAddresses\": \"192.0.2.1 192.0.2.2,192.0.2.3\" }");

    Tenant contoso = tenant(TenantsReader.read(folder), "contoso");

    assertThat(contoso.accepts(DomainName.parse("b.example"))).isTrue();
    assertThat(contoso.inboundConnectors().get(0).senderIpAddresses()).hasSize(3);
  }

  @Test
  void a_domain_of_two_tenants_is_refused_naming_both() throws IOException {
    export("contoso", "Get-AcceptedDomain", "[\"contoso.com\"]");
    export("fabrikam", "Get-AcceptedDomain", "[\"fabrikam.com\",\n\"Contoso.com.\"]");

    assertThatThrownBy(() -> TenantsReader.read(folder))
        .isInstanceOf(ScenarioException.class)
        .hasMessage(
            folder
                + "/fabrikam/Get-AcceptedDomain.json:2: \"contoso.com\" is an accepted domain of"
                + " both \"contoso\" and \"fabrikam\": expected one tenant for a domain, the other"
                + " is at "
                + folder
                + "/contoso/Get-AcceptedDomain.json:1 (DIR-1)");
  }

  @Test
  void a_tenant_without_accepted_domains_is_a_warning_and_without_connectors_is_not()
      throws IOException {
    export("contoso", "Get-OrganizationConfig", "{ \"RejectDirectSend\": null }");

    assertThat(warnings())
        .containsExactly(
            "contoso: no accepted domains (Get-AcceptedDomain): the tenant owns no domain");
  }

  @Test
  void text_in_the_code_page_of_windows_is_read_with_a_warning() throws IOException {
    Files.createDirectories(folder.resolve("contoso"));
    Files.write(
        folder.resolve("contoso/Get-InboundConnector.json"),
        "{ \"Name\": \"Eingehend über HCW\" }".getBytes(Charset.forName("windows-1252")));

    assertThat(tenant(TenantsReader.read(folder), "contoso").inboundConnector("Eingehend über HCW"))
        .isPresent();
    assertThat(warnings()).anyMatch(warning -> warning.contains("read as windows-1252"));
  }

  @Test
  void an_export_that_is_cut_off_is_an_error_with_its_line() throws IOException {
    export("contoso", "Get-AcceptedDomain", "[\n\"contoso.com\",\n");

    assertThatThrownBy(() -> TenantsReader.read(folder))
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith(folder + "/contoso/Get-AcceptedDomain.json:")
        .hasMessageContaining("not readable");
  }

  @Test
  void folders_without_exports_are_no_tenants() throws IOException {
    export("contoso", "Get-AcceptedDomain", "[\"contoso.com\"]");
    Files.createDirectories(folder.resolve("notes"));
    Files.createDirectories(folder.resolve(".git"));

    assertThat(TenantsReader.read(folder).directory().tenants()).hasSize(1);
    assertThat(warnings())
        .containsExactly("notes: holds no export: the folder is not taken for a tenant");
  }

  @Test
  void a_folder_without_any_tenant_is_refused() {
    assertThatThrownBy(() -> TenantsReader.read(folder))
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith(folder + ": holds no tenant: expected one folder for each tenant");
  }

  @Test
  void the_folder_of_one_tenant_is_refused() {
    Path contoso = EXPORTS.resolve("contoso");

    assertThatThrownBy(() -> TenantsReader.read(contoso))
        .isInstanceOf(ScenarioException.class)
        .hasMessage(
            contoso
                + ": holds exports itself: expected one folder for each tenant, with exports in"
                + " it");
  }
}
