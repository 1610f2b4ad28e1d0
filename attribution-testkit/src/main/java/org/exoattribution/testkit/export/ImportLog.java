package org.exoattribution.testkit.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
  private final Set<String> ignoredProperties = new HashSet<>();

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
   * @param problem what is wrong and what is expected
   * @param consequence what an import that goes on makes of it
   * @throws ScenarioException if the tenants were written by hand
   */
  void fault(SourceLocation location, String problem, String consequence) {
    if (!lenient) {
      throw new ScenarioException(location, problem);
    }
    warning(location, problem + "; " + consequence);
  }

  void warning(SourceLocation location, String message) {
    add(location, Severity.WARNING, message);
  }

  void info(SourceLocation location, String message) {
    add(location, Severity.INFO, message);
  }

  /** Reports a property that is neither used nor kept, once however many records have it. */
  void ignoredProperty(
      SourceLocation location, String record, String property, Collection<String> known) {
    if (!ignoredProperties.add(record + "/" + property.toLowerCase(Locale.ROOT))) {
      return;
    }
    String message = Quoted.text(property) + " of " + record + " is ignored: it plays no part here";
    String nearest = Nearest.to(property, known);
    if (Nearest.isMisspelling(property, nearest)) {
      warning(location, message + "; did you mean \"" + nearest + "\"?");
    } else {
      info(location, message);
    }
  }

  private void add(SourceLocation location, Severity severity, String message) {
    entries.add(new Entry(location, severity, ScenarioException.oneLine(message)));
  }
}
