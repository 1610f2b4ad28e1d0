package org.exoattribution.testkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** Pages of {@code report} for tests in other packages. */
public final class ReportPages {
  private ReportPages() {}

  /** The page about the tenants in this file or folder. */
  public static Path of(String tenants, Path folder) {
    Path page = folder.resolve("report.html");
    assertThat(CommandRun.of("report", "--tenants", tenants, "--out", page).status()).isZero();
    return page;
  }
}
