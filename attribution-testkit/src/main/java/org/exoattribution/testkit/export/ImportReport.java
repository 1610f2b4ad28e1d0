package org.exoattribution.testkit.export;

import java.util.List;
import org.exoattribution.testkit.source.SourceLocation;

/**
 * What reading tenants could not honour. A real export is never refused as a whole for one bad
 * record: the record or property is named here, with what that means for results.
 *
 * @param entries in the order in which they were met
 */
public record ImportReport(List<Entry> entries) {
  /** Copies the list. */
  public ImportReport {
    entries = List.copyOf(entries);
  }

  /** How much an entry matters. */
  public enum Severity {
    /**
     * Nothing is lost for attribution: a property that plays no part, a file that may be absent.
     */
    INFO,
    /** Nothing is lost, but something was assumed that the files do not say. */
    WARNING,
    /** A record or property that takes part in attribution is missing from what was read. */
    INCOMPLETE
  }

  /**
   * One record or property.
   *
   * @param location where it stands
   * @param severity how much it matters
   * @param message what it is and what that means for results, in one line
   */
  public record Entry(SourceLocation location, Severity severity, String message) {
    /** {@code file:line: message}. */
    @Override
    public String toString() {
      return location + ": " + message;
    }
  }

  /** Whether all that takes part in attribution was honoured (INC-1). */
  public boolean isComplete() {
    return entries(Severity.INCOMPLETE).isEmpty();
  }

  /** The entries of one severity. */
  public List<Entry> entries(Severity severity) {
    return entries.stream().filter(entry -> entry.severity() == severity).toList();
  }
}
