package org.exoattribution.testkit.export;

import org.exoattribution.model.TenantDirectory;

/**
 * Tenants as they were read, complete or not (INC-1).
 *
 * @param partialDirectory the tenants as far as they could be read; what rests on them has to say
 *     that it is partial if the report is not complete
 * @param report what could not be honoured
 * @param locations where they were read
 */
public record TenantsImport(
    TenantDirectory partialDirectory, ImportReport report, TenantLocations locations) {

  /**
   * The tenants, all of them and whole.
   *
   * @throws IncompleteImportException if something that takes part in attribution could not be
   *     honoured, because a proof over what is left is worse than none
   */
  public TenantDirectory directory() {
    if (!report.isComplete()) {
      throw new IncompleteImportException(report);
    }
    return partialDirectory;
  }
}
