package org.exoattribution.testkit.cli;

import java.util.ResourceBundle;
import org.exoattribution.testkit.render.Palette;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The executable. {@link #run} is the whole of it but for the end of the process. */
@Command(
    name = "attribution",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {
  /** What {@code --help} says. */
  static final String HELP = "org.exoattribution.testkit.cli.help";

  @Spec private CommandSpec spec = CommandSpec.create();

  private Main() {}

  /** Runs one command on the process's own streams, and ends the process with its exit status. */
  public static void main(String[] args) {
    StandardStreams streams = new StandardStreams();
    int status = run(streams.terminal(), args);
    if (streams.failure().isPresent()) {
      streams
          .terminal()
          .err()
          .println("standard output cannot be written: " + streams.failure().get());
      status = AttributionCommand.UNUSABLE_INPUT;
    }
    System.exit(status);
  }

  /** Runs one command and returns its exit status. */
  static int run(Terminal terminal, String... args) {
    ErrorHandler errors = new ErrorHandler(terminal);
    try {
      return commands(terminal, errors).execute(args);
    } catch (StackOverflowError e) {
      return errors.tooDeep();
    } catch (OutOfMemoryError e) {
      return errors.tooLarge();
    } finally {
      terminal.out().flush();
      terminal.err().flush();
    }
  }

  static CommandLine commands(Terminal terminal, ErrorHandler errors) {
    CommandLine commands =
        new CommandLine(new Main())
            .addSubcommand(new ResolveCommand(terminal))
            .addSubcommand(new CheckCommand(terminal))
            .addSubcommand(new LintCommand(terminal))
            .addSubcommand(new CertificateCommand(terminal))
            .addSubcommand(new RuleCommand(terminal))
            .addSubcommand(new SchemaCommand(terminal))
            .addSubcommand(new MisroutesCommand(terminal))
            .addSubcommand(new DiffCommand(terminal))
            .addSubcommand(new ObservedCommand(terminal))
            .addSubcommand(new ReportCommand(terminal))
            .addSubcommand(new ServeCommand(terminal))
            .addSubcommand(new HelpCommand())
            .addSubcommand(new GenerateCompletion())
            .setOut(terminal.out())
            .setErr(terminal.err())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExpandAtFiles(false)
            .setColorScheme(
                Help.defaultColorScheme(
                    terminal.palette().equals(Palette.NONE) ? Ansi.OFF : Ansi.ON))
            .setParameterExceptionHandler(errors)
            .setExecutionExceptionHandler(errors);
    Converters.register(commands).setResourceBundle(ResourceBundle.getBundle(HELP));
    for (CommandLine each : commands.getSubcommands().values()) {
      if (each.getCommand() instanceof AttributionCommand command) {
        each.addMixin("verbosity", command.verbosity);
      }
    }
    return commands;
  }

  /** The version that the build wrote into the jar's manifest. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"attribution " + (version == null ? "(unreleased)" : version)};
    }
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "No command given: expected one of " + String.join(", ", spec.subcommands().keySet()));
  }
}
