package org.exoattribution.testkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.exoattribution.testkit.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaCommandTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Schema.class)
  void a_schema_is_printed_by_its_name(Schema schema) {
    assertThat(CommandRun.of("schema", schema)).isEqualTo(new CommandRun(0, schema.text(), ""));
  }

  @Test
  void all_are_written_to_a_folder_and_never_over_what_is_there() throws IOException {
    assertThat(CommandRun.of("schema", "--out", folder)).isEqualTo(new CommandRun(0, "", ""));

    Path tenants = folder.resolve("tenants.schema.json");
    assertThat(tenants).hasContent(Schema.TENANTS.text());
    assertThat(folder.resolve("scenario.schema.json")).exists();
    assertThat(folder.resolve("output.schema.json")).exists();
    Files.writeString(tenants, "mine");
    Files.delete(folder.resolve("scenario.schema.json"));
    assertThat(CommandRun.of("schema", "--out", folder))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                tenants + ": is there already: expected a new file, or --force to overwrite it\n"));
    assertThat(folder.resolve("scenario.schema.json")).doesNotExist();
    assertThat(CommandRun.of("schema", "--out", folder, "--force").status()).isZero();
    assertThat(tenants).hasContent(Schema.TENANTS.text());
  }

  @Test
  void a_name_or_a_folder_is_asked_for() {
    String message =
        "expected either a NAME to print or --out FOLDER to write all (try 'attribution schema"
            + " --help')\n";

    assertThat(CommandRun.of("schema")).isEqualTo(new CommandRun(2, "", message));
    assertThat(CommandRun.of("schema", "output", "--out", folder))
        .isEqualTo(new CommandRun(2, "", message));
    assertThat(CommandRun.of("schema", "scenarios").err())
        .contains("expected one of scenario, tenants, output but was");
  }
}
