package org.exoattribution.testkit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Tenant;
import org.exoattribution.testkit.export.ImportReport.Severity;
import org.exoattribution.testkit.source.ScenarioException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a tenant's folder may hold: files of any shape and name, and some that are not read. */
class TenantFolderTest {
  private static final String DOMAINS = "[{ \"DomainName\": \"contoso.com\", \"DomainType\": 0 }]";
  private static final String CONNECTORS =
      """
      Name              : Relay
      ConnectorType     : OnPremises
      SenderIPAddresses : {192.0.2.1}
      """;
  private static final Tenant CONTOSO =
      Tenant.builder("contoso")
          .acceptedDomains("contoso.com")
          .inboundConnector(
              OnPremisesConnector.builder("Relay").senderIpAddresses("192.0.2.1").build())
          .build();

  @TempDir Path folder;

  @BeforeEach
  void createFolder() throws IOException {
    Files.createDirectories(folder.resolve("contoso"));
  }

  private void write(String file, String content) throws IOException {
    Files.writeString(folder.resolve("contoso").resolve(file), content);
  }

  private List<String> entries(Severity severity) {
    return TenantsReader.read(folder).report().entries(severity).stream()
        .map(entry -> entry.toString().replace(folder + "/", ""))
        .toList();
  }

  @Test
  void the_content_tells_what_a_file_is_and_the_name_what_it_leaves_open() throws IOException {
    write("domains.txt", DOMAINS);
    write("Get-InboundConnector.json", CONNECTORS);
    write("get-organizationconfig (2).txt", "{ \"RejectDirectSend\": \"False\" }");

    assertThat(TenantsReader.read(folder).directory().tenants()).containsExactly(CONTOSO);
  }

  @Test
  void the_colours_of_powershell_7_do_not_matter() throws IOException {
    write("Get-AcceptedDomain.json", DOMAINS);
    write(
        "Get-InboundConnector.txt",
        CONNECTORS.replaceAll("(?m)^(\\w+ +: )", "\033[32;1m$1\033[0m"));

    assertThat(TenantsReader.read(folder).directory().tenants()).containsExactly(CONTOSO);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Get-InboundConnector.csv | `\"Name\",\"ConnectorType\"\\n"
            + "\"Relay\",\"OnPremises\"` | a CSV table",
        "connectors.csv | `#TYPE x\\n\"Name\",\"SenderIPAddresses\"\\n` | a CSV table",
        "connectors.csv | `Name;SenderDomains\\nRelay;System.Object[]` | a CSV table",
        "Get-InboundConnector.txt | `\\n"
            + "Name   SenderDomains Enabled\\n"
            + "----   ------------- -------\\n"
            + "Relay  {smtp:*;1} True\\n"
            + "` | a table for the eye",
        "Get-InboundConnector.txt | `\\nName\\n----\\nRelay\\n` | a table for the eye",
        "Get-InboundConnector.html | `<html><table/></html>` | XML or HTML, but not as"
            + " Export-Clixml",
        "Get-InboundConnector.xlsx | `PK\\3\\4` | no text",
        "Get-InboundConnector.log | `see the other folder` | no export that is known here"
      })
  void a_shape_that_is_not_read_is_named(String file, String content, String what)
      throws IOException {
    write("Get-AcceptedDomain.json", DOMAINS);
    write(file, content.translateEscapes());

    assertThat(entries(Severity.INCOMPLETE))
        .singleElement()
        .asString()
        .startsWith("contoso/" + file + ": is not read: it is " + what)
        .endsWith(
            "; no connection matches an inbound connector of the tenant; export it: ConvertTo-Json"
                + " -InputObject @(Get-InboundConnector) -Depth 4, which writes [] if there is"
                + " none");
    write("Get-InboundConnector.json", CONNECTORS);
    assertThat(TenantsReader.read(folder).directory().tenants()).containsExactly(CONTOSO);
    assertThat(entries(Severity.INFO)).anyMatch(note -> note.startsWith("contoso/" + file + ": "));
  }

  @Test
  void files_of_another_kind_play_no_part() throws IOException {
    write("Get-AcceptedDomain.json", DOMAINS);
    write("Get-InboundConnector.txt", CONNECTORS);
    write("Get-OutboundConnector.json", "[{ \"Name\": \"Out\", \"ConnectorType\": \"Partner\" }]");
    write("notes.txt", "Date : today\nAll is well.\n");
    write("broken.json", "{");

    assertThat(TenantsReader.read(folder).directory().tenants()).containsExactly(CONTOSO);
    assertThat(entries(Severity.INFO))
        .contains("contoso/notes.txt: is not read: it is no export of a cmdlet");
  }

  @Test
  void a_second_export_that_says_the_same_does_no_harm_and_another_is_a_gap() throws IOException {
    write("Get-AcceptedDomain.json", DOMAINS);
    write("Get-InboundConnector.txt", CONNECTORS);
    write(
        "Get-InboundConnector.json",
        "{ \"Name\": \"Relay\", \"ConnectorType\": \"OnPremises\", \"SenderIPAddresses\":"
            + " \"192.0.2.1\", \"Comment\": \"x\" }");
    assertThat(entries(Severity.INCOMPLETE)).isEmpty();

    write("Get-InboundConnector.txt", CONNECTORS.replace("192.0.2.1", "192.0.2.2"));
    assertThat(entries(Severity.INCOMPLETE))
        .containsExactly(
            "contoso/Get-InboundConnector.txt: differs from"
                + " contoso/Get-InboundConnector.json, which is read; what it alone says is"
                + " missing; remove one of the two");
  }

  @Test
  void an_organization_that_is_not_read_is_a_gap() throws IOException {
    write("Get-AcceptedDomain.json", DOMAINS);
    write("Get-InboundConnector.txt", CONNECTORS);
    write("Get-OrganizationConfig.csv", "\"Name\",\"RejectDirectSend\"\n\"contoso\",\"True\"\n");

    assertThat(entries(Severity.INCOMPLETE))
        .singleElement()
        .asString()
        .contains("is not read: it is a CSV table", "; RejectDirectSend is taken for false; ");
  }

  @Test
  void a_line_of_a_list_that_is_none_is_a_gap() throws IOException {
    write("Get-AcceptedDomain.json", DOMAINS);
    Files.writeString(
        folder.resolve("contoso/Get-InboundConnector.txt"),
        CONNECTORS + "and so on",
        StandardCharsets.UTF_16LE);

    assertThat(entries(Severity.INCOMPLETE))
        .singleElement()
        .asString()
        .startsWith("contoso/Get-InboundConnector.txt:4: is neither a property");
  }

  @Test
  void the_output_of_one_cmdlet_is_no_tenants() throws IOException {
    write("connectors.txt", CONNECTORS);
    Path file = folder.resolve("contoso/connectors.txt");

    assertThatThrownBy(() -> TenantsReader.read(file))
        .isInstanceOf(ScenarioException.class)
        .hasMessage(
            file
                + ": is the output of Get-InboundConnector alone: expected the folder of the tenant"
                + " that it lies in, or one of such folders");
  }
}
