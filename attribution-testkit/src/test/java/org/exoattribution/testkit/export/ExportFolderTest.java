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
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Tenant;
import org.exoattribution.testkit.export.ImportReport.Severity;
import org.exoattribution.testkit.source.ScenarioException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders of what the cmdlets print. */
class ExportFolderTest {
  private static final Path EXPORTS =
      Path.of("src/test/resources/org/exoattribution/testkit/export/exports");

  @TempDir Path folder;

  private static Tenant tenant(TenantsImport read, String name) {
    return read.partialDirectory().tenant(name).orElseThrow();
  }

  /** A tenant that lacks nothing, but for what a test takes from it. */
  @BeforeEach
  void exportContoso() throws IOException {
    export("contoso", "Get-AcceptedDomain", "[\"contoso.com\"]");
    export("contoso", "Get-InboundConnector", "[]");
  }

  private void export(String tenant, String cmdlet, String json) throws IOException {
    Files.createDirectories(folder.resolve(tenant));
    Files.writeString(folder.resolve(tenant).resolve(cmdlet + ".json"), json);
  }

  private List<String> gaps() {
    return TenantsReader.read(folder).report().entries(Severity.INCOMPLETE).stream()
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
                        .otherProperty("WhenChanged", "3/1/2024 9:12:33 AM")
                        .otherProperty("WhenCreated", "2024-03-01T08:12:33.0000000Z")
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
                        .otherProperty("WhenChanged", "3/1/2024 9:12:33 AM")
                        .otherProperty("WhenCreated", "2024-03-01T08:12:33.0000000Z")
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
                        .otherProperty("WhenChanged", "3/1/2024 9:12:33 AM")
                        .otherProperty("WhenCreated", "2024-03-01T08:12:33.0000000Z")
                        .build())
                .build());
  }

  @Test
  void other_letter_case_big_endian_utf_16_and_a_null_list_are_read() {
    assertThat(tenant(TenantsReader.read(EXPORTS), "fabrikam"))
        .isEqualTo(Tenant.builder("fabrikam").acceptedDomains("fabrikam.com").build());
  }

  @Test
  void utf_16_without_a_mark_domains_as_text_and_an_empty_list_are_read() {
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
        "\"SenderIPAddresses\": \"192.0.2.1\", \"TlsSenderCertificateNames\": \"a.example\"",
        "\"SenderIPAddresses\": \"192.0.2.1\", \"TlsSenderCertName\": \"a.example\""
      })
  void a_property_that_cannot_be_honoured_is_reported_and_the_rest_used(String properties)
      throws IOException {
    export(
        "contoso",
        "Get-InboundConnector",
        "{ \"Name\": \"Relay\", \"ConnectorType\": \"OnPremises\",\n" + properties + "}");

    assertThat(tenant(TenantsReader.read(folder), "contoso").inboundConnectors())
        .isEqualTo(
            List.of(OnPremisesConnector.builder("Relay").senderIpAddresses("192.0.2.1").build()));
    assertThat(gaps())
        .singleElement()
        .asString()
        .startsWith("contoso/Get-InboundConnector.json:2: ")
        .contains("; ");
  }

  @Test
  void a_subject_that_is_nothing_but_a_name_is_that_name() throws IOException {
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
    assertThat(gaps()).isEmpty();
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
    export("contoso", "Get-InboundConnector", "[{ \"Name\": \"Good\" },\n" + record + "]");

    assertThat(tenant(TenantsReader.read(folder), "contoso").inboundConnectors())
        .isEqualTo(List.of(PartnerConnector.builder("Good").build()));
    assertThat(gaps())
        .singleElement()
        .asString()
        .startsWith("contoso/Get-InboundConnector.json:2: " + problem)
        .containsAnyOf("; the connector is left out", "; the first record is used")
        .containsAnyOf("; export it", "; correct it in the file");
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
    export("contoso", "Get-InboundConnector", "[{ \"Name\": \"A\", " + properties + " }]");

    assertThat(tenant(TenantsReader.read(folder), "contoso").inboundConnectors()).isEmpty();
    assertThat(gaps())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("contoso/Get-InboundConnector.json:1: connector \"A\": " + problem)
        .contains("; the connector is left out: no connection matches it; ");
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
    assertThat(gaps())
        .satisfiesExactly(
            two -> assertThat(two).contains("json:2: \"*.contoso.com\" is not a domain name"),
            three -> assertThat(three).contains("json:3: an accepted domain without DomainName"));
    assertThat(read.report().entries(Severity.INFO))
        .extracting(ImportReport.Entry::toString)
        .satisfiesExactly(
            four -> assertThat(four).contains("json:4: \"contoso.com\" is listed twice"),
            five -> assertThat(five).contains("json:5: \"3\" is not a DomainType"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ \"Size\": 1, \"Expression\": \"192.0.2.1\", \"LowerBound\": {} }",
        "[{ \"Address\": 16908480, \"IPAddressToString\": \"192.0.2.1\" }]",
        "{ \"value\": [{ \"value\": \"192.0.2.1\" }], \"Count\": 1 }",
        "[\" 192.0.2.1 \", null]"
      })
  void an_address_may_be_an_object_that_holds_its_text(String addresses) throws IOException {
    export(
        "contoso",
        "Get-InboundConnector",
        "{ \"Name\": \"A\", \"SenderIPAddresses\": " + addresses + " }");

    assertThat(tenant(TenantsReader.read(folder), "contoso").inboundConnectors())
        .isEqualTo(List.of(PartnerConnector.builder("A").senderIpAddresses("192.0.2.1").build()));
    assertThat(gaps()).isEmpty();
  }

  @Test
  void the_address_of_a_domain_says_whether_its_subdomains_belong_to_it() throws IOException {
    export(
        "contoso",
        "Get-InboundConnector",
        "{ \"Name\": \"A\", \"SenderDomains\": [{ \"Domain\": \"a.example\","
            + " \"IncludeSubDomains\": true, \"Address\": \"*.a.example\", \"Cost\": 1 }] }");

    assertThat(tenant(TenantsReader.read(folder), "contoso").inboundConnectors())
        .isEqualTo(List.of(PartnerConnector.builder("A").senderDomains("*.a.example").build()));
    assertThat(gaps()).isEmpty();
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
  void a_domain_that_is_listed_twice_with_other_properties_makes_the_import_incomplete()
      throws IOException {
    export(
        "contoso",
        "Get-AcceptedDomain",
        "[\"contoso.com\", { \"DomainName\": \"contoso.com\", \"MatchSubDomains\": true }]");

    assertThat(gaps()).singleElement().asString().contains("\"contoso.com\" is listed twice");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Get-AcceptedDomain | contoso: no Get-AcceptedDomain",
        "Get-InboundConnector | contoso: no Get-InboundConnector"
      })
  void a_tenant_that_lacks_an_export_is_incomplete(String cmdlet, String gap) throws IOException {
    Files.delete(folder.resolve("contoso/" + cmdlet + ".json"));

    assertThat(gaps())
        .singleElement()
        .asString()
        .startsWith(gap)
        .contains("; export it: ConvertTo-Json -InputObject @(" + cmdlet + ") -Depth 4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Get-AcceptedDomain   | ``       | is empty, as it is if the command failed",
        "Get-AcceptedDomain   | `[]`     | no accepted domain, and every tenant has one",
        "Get-InboundConnector | `\\r\\n` | -Depth 4, which writes [] if there is none"
      })
  void an_export_of_nothing_is_incomplete(String cmdlet, String content, String gap)
      throws IOException {
    export("contoso", cmdlet, content.translateEscapes());

    assertThat(gaps())
        .singleElement()
        .asString()
        .startsWith("contoso/" + cmdlet + ".json:")
        .contains(gap);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "[null]", "{ \"value\": [], \"Count\": 0 }"})
  void no_connector_is_an_empty_list(String content) throws IOException {
    export("contoso", "Get-InboundConnector", content);

    assertThat(TenantsReader.read(folder).directory().tenants())
        .containsExactly(Tenant.builder("contoso").acceptedDomains("contoso.com").build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{ \"RejectDirectSend\": null }", "{ \"Name\": \"contoso\" }", "[]", ""})
  void that_direct_send_is_not_refused_is_reported_as_assumed(String organization)
      throws IOException {
    export("contoso", "Get-OrganizationConfig", organization);

    TenantsImport read = TenantsReader.read(folder);

    assertThat(read.directory().tenants()).noneMatch(Tenant::rejectDirectSend);
    assertThat(read.report().entries(Severity.WARNING))
        .singleElement()
        .asString()
        .endsWith(
            "Get-OrganizationConfig.json: does not say RejectDirectSend: false is assumed, and"
                + " Direct Send not refused");
  }

  @Test
  void an_incomplete_import_has_no_directory_but_the_lines_of_its_report() throws IOException {
    export(
        "contoso",
        "Get-InboundConnector",
        """
        [{ "Name": "A", "ConnectorType": 1 },
         { "Name": "B", "Enabeld": false },
         { "Name": "C", "Enabeld": false }]
        """);

    TenantsImport read = TenantsReader.read(folder);

    assertThatThrownBy(read::directory)
        .isInstanceOf(IncompleteImportException.class)
        .hasMessage(
            """
            %1$s:1: ConnectorType of connector "A" is "1": expected OnPremises or Partner; the \
            connector is left out: no connection matches it; export it with ConvertTo-Json \
            -EnumsAsStrings, or in Windows PowerShell 5.1 behind Select-Object *, \
            @{n='ConnectorType';e={"$($_.ConnectorType)"}} -ExcludeProperty ConnectorType
            %1$s:2: "Enabeld" of Get-InboundConnector is not known; what it was to set is not \
            honoured; did you mean "Enabled"?
            %1$s:3: "Enabeld" of Get-InboundConnector is not known; what it was to set is not \
            honoured; did you mean "Enabled"?\
            """
                .formatted(folder.resolve("contoso/Get-InboundConnector.json")));
    assertThat(tenant(read, "contoso").inboundConnectors())
        .extracting(InboundConnector::name)
        .containsExactly("B", "C");
  }

  @Test
  void text_in_the_code_page_of_windows_is_read_with_a_warning() throws IOException {
    Files.write(
        folder.resolve("contoso/Get-InboundConnector.json"),
        "{ \"Name\": \"Eingehend über HCW\" }".getBytes(Charset.forName("windows-1252")));

    TenantsImport read = TenantsReader.read(folder);

    assertThat(tenant(read, "contoso").inboundConnector("Eingehend über HCW")).isPresent();
    assertThat(read.report().entries(Severity.WARNING))
        .anyMatch(warning -> warning.message().contains("read as windows-1252"));
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
  void a_folder_without_exports_is_no_tenant_but_may_have_been_meant_for_one() throws IOException {
    Files.createDirectories(folder.resolve("fabrikam"));
    Files.createDirectories(folder.resolve(".git"));

    assertThat(TenantsReader.read(folder).partialDirectory().tenants()).hasSize(1);
    assertThat(gaps())
        .containsExactly(
            "fabrikam: holds no export; the folder is not taken for a tenant; export the tenant, or"
                + " remove the folder");
  }

  @Test
  void a_folder_without_any_tenant_is_refused() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));

    assertThatThrownBy(() -> TenantsReader.read(empty))
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith(empty + ": holds no tenant: expected one folder for each tenant");
  }

  @Test
  void the_folder_of_one_tenant_is_that_tenant() {
    TenantsImport one = TenantsReader.read(EXPORTS.resolve("contoso/."));

    assertThat(one.directory().tenants())
        .containsExactly(
            TenantsReader.read(EXPORTS).partialDirectory().tenant("contoso").orElseThrow());
  }

  @Test
  void exports_beside_folders_with_exports_are_refused(@TempDir Path folder) throws IOException {
    for (Path each : List.of(folder, Files.createDirectory(folder.resolve("fabrikam")))) {
      Files.writeString(each.resolve("Get-AcceptedDomain.json"), "[\"contoso.com\"]");
    }

    assertThatThrownBy(() -> TenantsReader.read(folder))
        .isInstanceOf(ScenarioException.class)
        .hasMessage(
            folder
                + ": holds exports itself and folders with exports: expected the exports of one"
                + " tenant, or one folder for each tenant");
  }
}
