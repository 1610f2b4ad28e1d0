package org.exoattribution.testkit.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.exoattribution.testkit.document.SourceFiles;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;

/**
 * Reads a folder of exports: in it one folder for each tenant, with the output of the cmdlets or a
 * report of ScubaGear; reports may also lie in it themselves, or further below.
 */
final class ExportFolder {
  /** ScubaGear makes a folder for each run in the one that it is given. */
  private static final int DEEPEST_REPORT = 4;

  private final ImportLog log = ImportLog.forExports();
  private final DirectoryClaims claims = new DirectoryClaims();

  private ExportFolder() {}

  static TenantsImport read(Path folder) {
    return new ExportFolder().readTenants(folder);
  }

  private TenantsImport readTenants(Path folder) {
    SourceLocation location = location(folder);
    List<Path> children = children(folder);
    if (children.stream().anyMatch(ExportFolder::isExport)) {
      throw new ScenarioException(
          location,
          "holds exports itself: expected one folder for each tenant, with exports in it");
    }
    boolean ownReports =
        readReports(nameOf(folder), children.stream().filter(Files::isRegularFile).toList());
    boolean found = ownReports;
    for (Path child : children) {
      if (Files.isDirectory(child)) {
        found |= readTenant(child, ownReports);
      }
    }
    if (!found) {
      throw new ScenarioException(
          location,
          "holds no tenant: expected one folder for each tenant, with "
              + Cmdlet.ACCEPTED_DOMAIN.command()
              + ".json and "
              + Cmdlet.INBOUND_CONNECTOR.command()
              + ".json in it, or reports of ScubaGear");
    }
    return new TenantsImport(claims.directory(), log.report(), claims.locations());
  }

  private static boolean isExport(Path path) {
    return Files.isRegularFile(path) && Cmdlet.named(nameOf(path)).isPresent();
  }

  /**
   * @param mayBeOther whether the folder may have another purpose than to hold a tenant
   * @return whether there is a tenant in the folder
   */
  private boolean readTenant(Path folder, boolean mayBeOther) {
    List<ExportFile> exports = new ArrayList<>();
    List<Path> others = new ArrayList<>();
    for (Path file : children(folder)) {
      if (Files.isRegularFile(file)) {
        ExportFile export = ExportFile.read(file, log);
        if (export.cmdlet().isPresent()) {
          exports.add(export);
        } else {
          others.add(file);
        }
      }
    }
    if (!exports.isEmpty()) {
      new TenantFolder(location(folder), exports, log).read(nameOf(folder), claims);
      others.forEach(file -> log.info(location(file), "is not read: it is no export of a cmdlet"));
      return true;
    }
    if (readReports(nameOf(folder), filesBelow(folder))) {
      return true;
    }
    String problem = "holds no export; the folder is not taken for a tenant";
    if (mayBeOther) {
      log.info(location(folder), problem);
    } else {
      log.gap(location(folder), problem + "; export the tenant, or remove the folder");
    }
    return false;
  }

  /**
   * Reads those of the files that are reports.
   *
   * @return whether there is one
   */
  private boolean readReports(String otherwise, List<Path> files) {
    List<ScubaReport> reports = new ArrayList<>();
    for (Path file : files) {
      ExportFile.read(file, log).document().flatMap(ScubaReport::in).ifPresent(reports::add);
    }
    for (ScubaReport report : reports) {
      if (reports.stream().anyMatch(report::isRepeatedBy)) {
        log.info(report.location(), "is not read: the settings in it are there on their own");
      } else {
        report.read(otherwise, claims, log);
      }
    }
    return !reports.isEmpty();
  }

  private static List<Path> filesBelow(Path folder) {
    try (Stream<Path> below = Files.walk(folder, DEEPEST_REPORT)) {
      return below.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw SourceFiles.unreadable(location(folder), new IOException(e));
    }
  }

  /** What lies in the folder and is not hidden. */
  private static List<Path> children(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(path -> !nameOf(path).startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw SourceFiles.unreadable(location(folder), e);
    }
  }

  private static SourceLocation location(Path path) {
    return SourceLocation.ofWhole(path.toString());
  }

  private static String nameOf(Path path) {
    return String.valueOf(path.getFileName());
  }
}
