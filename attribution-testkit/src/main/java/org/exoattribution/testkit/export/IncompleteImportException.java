package org.exoattribution.testkit.export;

import org.exoattribution.testkit.export.ImportReport.Entry;
import org.exoattribution.testkit.export.ImportReport.Severity;
import org.exoattribution.testkit.source.ScenarioException;

/**
 * Tenants of which something is missing that takes part in attribution (INC-1). The message has a
 * line for each record or property: where it stands, what it is, what is missing without it and
 * what to do.
 */
public final class IncompleteImportException extends ScenarioException {
  private static final long serialVersionUID = 1L;

  IncompleteImportException(ImportReport report) {
    super(report.entries(Severity.INCOMPLETE).stream().map(Entry::toString).toList());
  }
}
