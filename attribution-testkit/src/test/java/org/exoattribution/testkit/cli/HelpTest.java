package org.exoattribution.testkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.exoattribution.testkit.render.Palette;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** What --help says stands in a file: it says something of everything, and nothing else. */
class HelpTest {
  private static final List<String> OF_PICOCLI = List.of("help", "generate-completion");

  private final List<String> said = new ArrayList<>();

  @Test
  void every_command_option_and_parameter_is_described_and_no_description_is_left_over() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Terminal terminal =
        new Terminal(
            InputStream.nullInputStream(), nowhere, nowhere, Palette.NONE, false, CommandRun.CLOCK);
    CommandLine commands = Main.commands(terminal, new ErrorHandler(terminal));

    look(commands.getCommandSpec());
    commands.getSubcommands().forEach((name, command) -> look(command.getCommandSpec()));

    ResourceBundle help = ResourceBundle.getBundle(Main.HELP);
    for (String key : help.keySet()) {
      assertThat(said).as(key).contains(help.getString(key));
    }
  }

  private void look(CommandSpec command) {
    if (!OF_PICOCLI.contains(command.name())) {
      said.addAll(List.of(command.usageMessage().description()));
      said.addAll(List.of(command.usageMessage().footer()));
      assertThat(command.usageMessage().description()).as(command.name()).isNotEmpty();
      for (ArgSpec arg : command.args()) {
        assertThat(arg.description()).as(command.name() + " " + arg.paramLabel()).isNotEmpty();
        said.addAll(List.of(arg.description()));
      }
    }
  }
}
