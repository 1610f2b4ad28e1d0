package org.exoattribution.testkit.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.exoattribution.testkit.export.ImportReport;
import org.exoattribution.testkit.export.ImportReport.Entry;
import org.exoattribution.testkit.export.ImportReport.Severity;
import org.exoattribution.testkit.render.layout.Printable;
import org.exoattribution.testkit.render.layout.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What all commands have in common. */
@Command(mixinStandardHelpOptions = true, versionProvider = Main.Version.class, sortOptions = false)
abstract class AttributionCommand implements Callable<Integer> {
  /** The exit status of what is done. */
  static final int DONE = 0;

  /** The exit status if an expectation failed, or a search found something harmful. */
  static final int FAILED = 1;

  /** The exit status if the input could not be used. */
  static final int UNUSABLE_INPUT = 2;

  final Terminal terminal;
  final Verbosity verbosity = new Verbosity();

  AttributionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The option {@code --verbose}, which {@link Main} puts behind the command's own. */
  static final class Verbosity {
    static final String OPTION = "--verbose";

    @Option(names = OPTION)
    private boolean verbose;
  }

  /** One line a warning; what plays no part is counted only, for an export has it by the dozen. */
  final void print(List<ImportReport> reports) {
    int ignored = 0;
    for (ImportReport report : reports) {
      for (Entry entry : report.entries()) {
        if (verbosity.verbose || entry.severity() != Severity.INFO) {
          String kind = entry.severity() == Severity.INFO ? ": note: " : ": warning: ";
          terminal.err().println(Printable.visible(entry.location() + kind + entry.message()));
        } else {
          ignored++;
        }
      }
    }
    if (ignored > 0) {
      String properties = Words.counted(ignored, "property", "properties");
      String rest = " without influence on results (" + Verbosity.OPTION + " lists them)";
      terminal.err().println("note: " + properties + rest);
    }
  }
}
