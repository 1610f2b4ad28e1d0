package org.exoattribution.testkit.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.exoattribution.analysis.search.SearchTooLargeException;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.testkit.document.Quoted;
import org.exoattribution.testkit.document.Typed;
import org.exoattribution.testkit.export.IncompleteImportException;
import org.exoattribution.testkit.render.layout.Printable;
import org.exoattribution.testkit.source.ScenarioException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever goes wrong into one line on standard error and an exit status. */
final class ErrorHandler implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final Pattern CHOICES =
      Pattern.compile("(?<=expected one of )\\[(.*)\\] \\(case-insensitive\\)");

  private final Terminal terminal;

  ErrorHandler(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    StringBuilder message = new StringBuilder(withoutStutter(e));
    if (e instanceof UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      message
          .append(", did you mean ")
          .append(String.join(" or ", unmatched.getSuggestions()))
          .append('?');
    }
    message.append(" (try '").append(command.getCommandSpec().qualifiedName()).append(" --help')");
    return unusable(message.toString());
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    if (e instanceof ParameterException parameter) {
      return handleParseException(parameter, new String[0]);
    }
    if (e instanceof IncompleteImportException) {
      String.valueOf(e.getMessage())
          .lines()
          .map(Printable::visible)
          .forEach(terminal.err()::println);
    }
    int status = unusable(message(e));
    if (command.getParseResult().hasMatchedOption(AttributionCommand.Verbosity.OPTION)) {
      e.printStackTrace(terminal.err());
    }
    return status;
  }

  /** "Value for option option" is how picocli 4.7.7 begins the message about a malformed map. */
  private static String withoutStutter(ParameterException e) {
    return String.valueOf(e.getMessage())
        .replace("option option", "option")
        .replaceFirst("^Error: ", "")
        .replaceFirst("^(Unknown subcommand '.*')\\.$", "$1: expected a command")
        .replaceFirst(
            "cannot convert (.*) to interface .*", "$1 is no path: expected " + Typed.PATH)
        .transform(ErrorHandler::withChoicesAsTyped);
  }

  /** Constants have names of capitals, which nobody types. */
  private static String withChoicesAsTyped(String message) {
    return CHOICES.matcher(message).replaceFirst(m -> m.group(1).toLowerCase(Locale.ROOT));
  }

  /** A document nested without end exhausts the stack of whoever reads it. */
  int tooDeep() {
    return unusable("the input is nested too deeply: expected a scenario file");
  }

  /** What was read or worked out does not fit into memory. */
  int tooLarge() {
    return unusable(
        "the input does not fit into memory: expected less of it, or java -Xmx with more than "
            + Runtime.getRuntime().maxMemory() / (1 << 20)
            + "m");
  }

  private static String message(Exception e) {
    if (e instanceof InvalidPathException path) {
      return Quoted.text(path.getInput()) + " is no path: expected " + Typed.PATH;
    }
    if (e instanceof IncompleteImportException) {
      return "the tenants are incomplete: expected all that takes part in attribution, or "
          + TenantsOption.PartialOption.NAME
          + " for an answer that proves nothing";
    }
    if (e instanceof ScenarioException
        || e instanceof InvalidValueException
        || e instanceof SearchTooLargeException) {
      return String.valueOf(e.getMessage());
    }
    if (e instanceof UncheckedIOException || e instanceof IOException) {
      return "the input cannot be read: " + e.getMessage();
    }
    return "internal error ("
        + e.getClass().getName()
        + "): please report it with the output of "
        + AttributionCommand.Verbosity.OPTION;
  }

  private int unusable(String message) {
    terminal.out().flush();
    terminal.err().println(Printable.visible(message));
    return AttributionCommand.UNUSABLE_INPUT;
  }
}
