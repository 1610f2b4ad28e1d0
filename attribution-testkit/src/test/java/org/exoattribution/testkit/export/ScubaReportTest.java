package org.exoattribution.testkit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

/** Reports of ScubaGear: its own sample, and what other tenants make of it. */
class ScubaReportTest {
  private static final Path SAMPLES =
      Path.of("src/test/resources/org/exoattribution/testkit/export/scubagear");
  private static final Tenant TENANT =
      Tenant.builder("tqhjy")
          .tenantId("ca08493a-c9c8-4db0-a9e8-d3b4bafac269")
          .forest("namprd09")
          .acceptedDomains("tqhjy.onmicrosoft.com", "tqhjy.mail.onmicrosoft.com", "example.com")
          .inboundConnector(
              PartnerConnector.builder("inbound connector test 1")
                  .senderDomains("test.domain.com")
                  .otherProperty("ConnectorSource", "AdminUI")
                  .otherProperty("EFSkipLastIP", "false")
                  .otherProperty("EFTestMode", "false")
                  .otherProperty("WhenChanged", "/Date(1772500523000)/")
                  .otherProperty("WhenCreated", "/Date(1772500512000)/")
                  .otherProperty("WhenChangedUTC", "/Date(1772500523000)/")
                  .otherProperty("WhenCreatedUTC", "/Date(1772500512000)/")
                  .build())
          .build();

  @TempDir Path folder;
  private String sample = "";

  @BeforeEach
  void readSample() throws IOException {
    sample = Files.readString(SAMPLES.resolve("ProviderSettingsExport.json"));
  }

  private Path write(String file, String content) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, content);
  }

  private static List<String> gaps(TenantsImport read) {
    return read.report().entries(Severity.INCOMPLETE).stream()
        .map(ImportReport.Entry::message)
        .toList();
  }

  @Test
  void the_sample_is_one_tenant_as_a_file_and_in_its_folder() {
    for (Path path : List.of(SAMPLES.resolve("ProviderSettingsExport.json"), SAMPLES)) {
      TenantsImport read = TenantsReader.read(path);

      assertThat(read.directory().tenants()).containsExactly(TENANT);
      assertThat(read.report().entries(Severity.WARNING))
          .extracting(ImportReport.Entry::message)
          .containsExactly(
              "does not say RejectDirectSend: false is assumed, and Direct Send not refused");
      assertThat(read.locations().of("tqhjy", Optional.of("inbound connector test 1")))
          .hasToString("Optional[" + SAMPLES + "/ProviderSettingsExport.json:202]");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reports/ProviderSettingsExport.json",
        "reports/tqhjy/ProviderSettingsExport.json",
        "reports/tqhjy/M365BaselineConformance_2026_05_04/any name.txt"
      })
  void reports_are_found_by_what_they_are(String file) throws IOException {
    write(file, sample);
    write("reports/fabrikam/Get-AcceptedDomain.json", "\"fabrikam.com\"");
    write("reports/fabrikam/Get-InboundConnector.json", "[]");

    assertThat(TenantsReader.read(folder.resolve("reports")).directory().tenants())
        .containsExactlyInAnyOrder(
            TENANT, Tenant.builder("fabrikam").acceptedDomains("fabrikam.com").build());
  }

  @Test
  void the_settings_in_a_result_are_read_unless_they_are_there_on_their_own() throws IOException {
    Path result = write("tqhjy/ScubaResults_1.json", "{ \"Results\": {}, \"Raw\": " + sample + "}");

    assertThat(TenantsReader.read(result).directory().tenants()).containsExactly(TENANT);
    write("tqhjy/ProviderSettingsExport.json", sample);
    assertThat(TenantsReader.read(folder).directory().tenants()).containsExactly(TENANT);
  }

  @Test
  void a_tenant_without_connectors_has_a_list_of_null() throws IOException {
    Path report =
        write(
            "r.json",
            "{ \"tenant_details\": { \"DomainName\": \"contoso.com\", \"DisplayName\": \"* ERROR"
                + " *\" }, \"accepted_domains\": [{ \"DomainName\": \"contoso.com\" }],"
                + " \"inbound_connectors\": [null] }");

    assertThat(TenantsReader.read(report).directory().tenants())
        .containsExactly(Tenant.builder("contoso.com").acceptedDomains("contoso.com").build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"inbound_connectors\" | \"other_connectors\" | no inbound_connectors; no connection",
        "\"accepted_domains\" | \"other_domains\" | no accepted_domains; the tenant owns no domain",
        "\"exo_unsuccessful_commands\":  [ | \"exo_unsuccessful_commands\":  ["
            + " \"Get-InboundConnector\" | Get-InboundConnector had failed; no connection",
        "\"ConnectorType\":  \"Partner\" | \"ConnectorType\":  2 | ConnectorType of connector"
      })
  void a_report_that_lacks_something_is_incomplete(String part, String instead, String gap)
      throws IOException {
    Path report = write("r.json", sample.replace(part, instead));

    assertThat(gaps(TenantsReader.read(report))).singleElement().asString().startsWith(gap);
  }

  @Test
  void two_runs_for_one_tenant_are_refused() throws IOException {
    write("reports/monday/ProviderSettingsExport.json", sample);
    write("reports/tuesday/ProviderSettingsExport.json", sample);

    assertThatThrownBy(() -> TenantsReader.read(folder.resolve("reports")))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("two tenants are named \"tqhjy\"");
  }
}
