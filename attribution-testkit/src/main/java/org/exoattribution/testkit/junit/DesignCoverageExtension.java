package org.exoattribution.testkit.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.exoattribution.testkit.coverage.CoverageReport;
import org.exoattribution.testkit.coverage.DesignCoverage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;

/**
 * Reports after the last test of a class what of a design the tests exercised and what nothing
 * touched, and fails the class if that is less than asked for. Register it in a static field with
 * {@code @RegisterExtension}. A minimum is meant for the class as a whole: who runs one test of it
 * alone will not reach it.
 */
public final class DesignCoverageExtension implements BeforeAllCallback, AfterAllCallback {
  private final DesignCoverage coverage;
  private final int minimumConnectors;
  private final int minimumRules;
  private final @Nullable Path file;
  private @Nullable String owner;

  private DesignCoverageExtension(
      DesignCoverage coverage, int minimumConnectors, int minimumRules, @Nullable Path file) {
    this.coverage = Objects.requireNonNull(coverage, "coverage");
    this.minimumConnectors = minimumConnectors;
    this.minimumRules = minimumRules;
    this.file = file;
  }

  /** Reports this record, without a minimum. */
  public static DesignCoverageExtension of(DesignCoverage coverage) {
    return new DesignCoverageExtension(coverage, 0, 0, null);
  }

  /**
   * Fails below this share of the enabled connectors, in percent. Default 0.
   *
   * @throws IllegalArgumentException if it is not within 0 and 100
   */
  public DesignCoverageExtension withMinimumConnectors(int percent) {
    return new DesignCoverageExtension(coverage, requirePercent(percent), minimumRules, file);
  }

  /**
   * Fails below this share of the rules that apply to the design, in percent. Default 0.
   *
   * @throws IllegalArgumentException if it is not within 0 and 100
   */
  public DesignCoverageExtension withMinimumRules(int percent) {
    return new DesignCoverageExtension(coverage, minimumConnectors, requirePercent(percent), file);
  }

  /** Writes the report to this file too, in UTF-8; its folders are made. Default: no file. */
  public DesignCoverageExtension withReportIn(Path reportFile) {
    return new DesignCoverageExtension(coverage, minimumConnectors, minimumRules, reportFile);
  }

  private static int requirePercent(int percent) {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException(percent + " is not a share: expected 0 to 100 percent");
    }
    return percent;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (owner == null) {
      owner = context.getUniqueId();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (!context.getUniqueId().equals(owner)) {
      return; // A nested class, before the one that it is in has come to its end.
    }
    CoverageReport report = coverage.report();
    context.publishReportEntry("design coverage", report.toString());
    if (file != null) {
      write(file, report.toString());
    }
    require(report.coversConnectors(minimumConnectors), minimumConnectors, "connectors", report);
    require(report.coversRules(minimumRules), minimumRules, "rules", report);
  }

  private static void write(Path file, String text) {
    try {
      Path folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written: expected a file", e);
    }
  }

  private static void require(boolean covered, int minimum, String what, CoverageReport report) {
    if (!covered) {
      throw new AssertionFailedError(
          "the tests exercise less of the design than expected: at least "
              + minimum
              + " % of the "
              + what
              + "\n"
              + report);
    }
  }
}
