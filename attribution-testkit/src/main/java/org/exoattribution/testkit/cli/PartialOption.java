package org.exoattribution.testkit.cli;

import org.exoattribution.testkit.export.TenantsImport;
import picocli.CommandLine.Option;

/** The option {@code --partial}. */
final class PartialOption {
  static final String NAME = "--partial";

  @Option(names = NAME)
  private boolean partial;

  boolean isGiven() {
    return partial;
  }

  /**
   * @throws org.exoattribution.testkit.export.IncompleteImportException if something is missing
   *     from the tenants and nobody asked to go on
   */
  void check(TenantsImport tenants) {
    if (!partial) {
      tenants.directory();
    }
  }
}
