package org.exoattribution.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.testkit.export.ImportReport.Severity;
import org.exoattribution.testkit.export.IncompleteImportException;
import org.exoattribution.testkit.export.TenantsImport;
import org.exoattribution.testkit.export.TenantsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README says of exports. */
class ReadmeExportExampleTest {
  @TempDir Path folder;

  static List<String> examples() throws IOException {
    return Readme.examplesIn(ReadmeExportExampleTest.class);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void the_readme_shows_what_runs_here(String example) throws IOException {
    assertThat(Readme.text()).contains("```java\n" + example + "```\n");
  }

  @Test
  void an_export_is_read_for_an_engine() {
    // readme
    TenantsImport tenants = TenantsReader.read(Path.of("exports-example"));
    tenants.report().entries(Severity.WARNING).forEach(System.err::println);
    AttributionEngine engine = AttributionEngine.of(tenants.directory()); // throws if incomplete
    // end

    assertThat(engine.directory().tenants()).hasSize(2);
  }

  @Test
  void the_lines_of_an_incomplete_import_are_those_of_the_readme() throws IOException {
    for (String tenant : List.of("contoso", "fabrikam")) {
      Path exports = Files.createDirectories(folder.resolve("exports").resolve(tenant));
      Files.writeString(exports.resolve("Get-AcceptedDomain.json"), "[\"" + tenant + ".com\"]");
    }
    Files.writeString(
        folder.resolve("exports/contoso/Get-InboundConnector.json"),
        """
        [
          { "Name": "Relay", "ConnectorType": 1 },
          {
            "Name": "Partner",
            "Enabeld": false
          }
        ]
        """);

    IncompleteImportException refusal =
        catchThrowableOfType(
            IncompleteImportException.class,
            () -> TenantsReader.read(folder.resolve("exports")).directory());

    assertThat(Readme.text())
        .contains(
            "```text\n"
                + String.valueOf(refusal.getMessage()).replace(folder + "/", "")
                + "\nthe tenants are incomplete: expected all that takes part in attribution, or"
                + " --partial for an answer that proves nothing\n```\n");
  }
}
