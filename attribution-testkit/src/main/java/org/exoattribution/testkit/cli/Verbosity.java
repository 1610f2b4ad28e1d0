package org.exoattribution.testkit.cli;

import java.io.PrintWriter;
import java.util.List;
import org.exoattribution.testkit.export.ImportReport;
import org.exoattribution.testkit.export.ImportReport.Entry;
import org.exoattribution.testkit.export.ImportReport.Severity;
import org.exoattribution.testkit.render.layout.Printable;
import org.exoattribution.testkit.render.layout.Words;
import picocli.CommandLine.Option;

/** The option {@code --verbose}, and what depends on it. */
final class Verbosity {
  static final String OPTION = "--verbose";

  @Option(names = OPTION)
  private boolean verbose;

  /** One line a warning; what plays no part is counted only, for an export has it by the dozen. */
  void print(List<ImportReport> reports, PrintWriter err) {
    int ignored = 0;
    for (ImportReport report : reports) {
      ignored += print(report, err);
    }
    if (ignored > 0) {
      err.println(
          "note: "
              + Words.counted(ignored, "property", "properties")
              + " without influence on results ("
              + OPTION
              + " lists them)");
    }
  }

  private int print(ImportReport report, PrintWriter err) {
    int ignored = 0;
    for (Entry entry : report.entries()) {
      if (verbose || entry.severity() != Severity.INFO) {
        String kind = entry.severity() == Severity.INFO ? ": note: " : ": warning: ";
        err.println(Printable.visible(entry.location() + kind + entry.message()));
      } else {
        ignored++;
      }
    }
    return ignored;
  }
}
