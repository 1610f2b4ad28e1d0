package org.exoattribution.testkit.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.exoattribution.testkit.schema.Schema;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code schema}: prints or writes the JSON Schemas. */
@Command(name = "schema")
final class SchemaCommand extends AttributionCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "NAME", descriptionKey = "NAME", arity = "0..1")
  private @Nullable Schema name;

  @Option(names = "--out", paramLabel = "FOLDER")
  private @Nullable Path folder;

  @Mixin private ForceOption force = new ForceOption();

  SchemaCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    if (folder == null ? name == null : name != null) {
      throw new ParameterException(
          spec.commandLine(), "expected either a NAME to print or --out FOLDER to write all");
    }
    if (name != null) {
      terminal.out().print(name.text());
    }
    if (folder != null) {
      Path target = folder;
      List<Schema> all = Arrays.asList(Schema.values());
      all.forEach(schema -> force.check(target.resolve(schema.fileName())));
      all.forEach(schema -> force.write(target.resolve(schema.fileName()), schema.text()));
    }
    return DONE;
  }
}
