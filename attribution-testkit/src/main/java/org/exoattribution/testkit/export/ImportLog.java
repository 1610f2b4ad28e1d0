package org.exoattribution.testkit.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.exoattribution.testkit.document.Nearest;
import org.exoattribution.testkit.document.Quoted;
import org.exoattribution.testkit.export.ImportReport.Entry;
import org.exoattribution.testkit.export.ImportReport.Severity;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;

/**
 * Collects what an import cannot honour. What somebody wrote by hand is refused at the first fault,
 * so that it can be mended; an export is what it is, so its faults are reported and the rest used.
 */
final class ImportLog {
  private final boolean lenient;
  private final List<Entry> entries = new ArrayList<>();

  /** The property that each was meant to be; empty for none. */
  private final Map<String, String> ignored = new HashMap<>();

  private ImportLog(boolean lenient) {
    this.lenient = lenient;
  }

  static ImportLog forHandWritten() {
    return new ImportLog(false);
  }

  static ImportLog forExports() {
    return new ImportLog(true);
  }

  ImportReport report() {
    return new ImportReport(entries);
  }

  /**
   * Something that takes part in attribution cannot be honoured.
   *
   * @param problem what is wrong and what is expected
   * @param consequence what an import that goes on makes of it
   * @param remedy what to do
   * @throws ScenarioException if the tenants were written by hand
   */
  void fault(SourceLocation location, String problem, String consequence, String remedy) {
    refuseByHand(location, problem);
    gap(location, problem + "; " + consequence + "; " + remedy);
  }

  void fault(SourceLocation location, String problem, String consequence) {
    fault(location, problem, consequence, "export it again, or correct it in the file");
  }

  /** Something is wrong that plays no part in attribution. */
  void harmless(SourceLocation location, String problem, String consequence) {
    refuseByHand(location, problem);
    info(location, problem + "; " + consequence);
  }

  private void refuseByHand(SourceLocation location, String problem) {
    if (!lenient) {
      throw new ScenarioException(location, problem);
    }
  }

  /** Something that takes part in attribution is missing, whoever wrote the rest. */
  void gap(SourceLocation location, String message) {
    add(location, Severity.INCOMPLETE, message);
  }

  void warning(SourceLocation location, String message) {
    add(location, Severity.WARNING, message);
  }

  void info(SourceLocation location, String message) {
    add(location, Severity.INFO, message);
  }

  /**
   * Reports a property that is not used: one that takes part in attribution and is misspelt, which
   * is missing then; any other once, however many records have it.
   */
  void ignoredProperty(SourceLocation location, Cmdlet cmdlet, String property) {
    String subject = Quoted.text(property) + " of " + cmdlet.command();
    String key = cmdlet + "/" + property.toLowerCase(Locale.ROOT);
    String meant = ignored.get(key);
    if (meant == null) {
      String nearest = Nearest.to(property, cmdlet.used());
      meant = Nearest.isMisspelling(property, nearest) ? nearest : "";
      ignored.put(key, meant);
      if (meant.isEmpty()) {
        info(location, subject + " is ignored: it plays no part here");
      }
    }
    if (!meant.isEmpty()) {
      String lost = " is not known; what it was to set is not honoured; did you mean \"";
      gap(location, subject + lost + meant + "\"?");
    }
  }

  private void add(SourceLocation location, Severity severity, String message) {
    entries.add(new Entry(location, severity, ScenarioException.oneLine(message)));
  }
}
