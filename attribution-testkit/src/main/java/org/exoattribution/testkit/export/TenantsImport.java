package org.exoattribution.testkit.export;

import org.exoattribution.model.TenantDirectory;

/** Tenants as they were read, complete or not (INC-1). */
public final class TenantsImport {
  private final TenantDirectory tenants;
  private final ImportReport report;
  private final TenantLocations locations;

  TenantsImport(TenantDirectory tenants, ImportReport report, TenantLocations locations) {
    this.tenants = tenants;
    this.report = report;
    this.locations = locations;
  }

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
    return tenants;
  }

  /**
   * The tenants as far as they could be read. What rests on them has to say so if it is partial.
   */
  public TenantDirectory partialDirectory() {
    return tenants;
  }

  /** What could not be honoured. */
  public ImportReport report() {
    return report;
  }

  /** Where they were read. */
  public TenantLocations locations() {
    return locations;
  }
}
