package org.exoattribution.testkit.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.exoattribution.testkit.document.Node;
import org.exoattribution.testkit.document.Node.Fields;
import org.exoattribution.testkit.document.SourceFiles;
import org.exoattribution.testkit.document.Typed;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;

/**
 * Reads a folder of exports: in it one folder for each tenant, with the output of the cmdlets or a
 * report of ScubaGear; reports may also lie in it themselves, or further below. A folder with the
 * output of the cmdlets in it is itself the one tenant.
 */
final class ExportFolder {
  /** ScubaGear makes a folder for each run in the one that it is given. */
  private static final int DEEPEST_REPORT = 4;

  private final ImportLog log = ImportLog.forExports();
  private final DirectoryClaims claims = new DirectoryClaims(log);

  private ExportFolder() {}

  static TenantsImport read(Path folder) {
    return new ExportFolder().readTenants(folder);
  }

  private TenantsImport readTenants(Path folder) {
    List<Path> children = children(folder);
    List<Path> folders = children.stream().filter(Files::isDirectory).toList();
    if (children.stream().anyMatch(ExportFolder::isExport)) {
      if (folders.stream().anyMatch(ExportFolder::holdsTenant)) {
        throw new ScenarioException(
            location(folder),
            "holds exports itself and folders with exports: expected the exports of one tenant, or"
                + " one folder for each tenant");
      }
      folders.forEach(
          each -> log.info(location(each), "is not read: the tenant's exports are beside it"));
      readTenant(folder, false);
      return claims.tenants();
    }
    boolean ownReports = readReports(nameOf(folder), filesIn(folder));
    boolean found = ownReports;
    for (Path child : folders) {
      found |= readTenant(child, ownReports);
    }
    if (!found) {
      throw new ScenarioException(
          location(folder),
          "holds no tenant: expected one folder for each tenant, with Get-AcceptedDomain.json and"
              + " Get-InboundConnector.json in it, or reports of ScubaGear");
    }
    return claims.tenants();
  }

  private static boolean isExport(Path path) {
    return Files.isRegularFile(path) && Cmdlet.named(nameOf(path)).isPresent();
  }

  private static boolean holdsTenant(Path folder) {
    return filesIn(folder).stream()
        .map(file -> ExportFile.read(file, ImportLog.forExports()))
        .anyMatch(
            file ->
                file.cmdlet().isPresent() || file.document().flatMap(ScubaReport::in).isPresent());
  }

  /** Whether there is a tenant in the folder, which may have another purpose. */
  private boolean readTenant(Path folder, boolean mayBeOther) {
    List<ExportFile> exports = new ArrayList<>();
    List<SourceLocation> others = new ArrayList<>();
    for (Path file : filesIn(folder)) {
      ExportFile export = ExportFile.read(file, log);
      if (export.cmdlet().isPresent()) {
        exports.add(export);
      } else {
        others.add(export.location());
      }
    }
    if (!exports.isEmpty()) {
      if (nameOf(folder).indexOf('\uFFFD') >= 0) {
        log.warning(
            location(folder), "has a name that cannot be read here; expected " + Typed.PATH);
      }
      readExports(folder, exports);
      others.forEach(file -> log.info(file, "is not read: it is no export of a cmdlet"));
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

  private void readExports(Path folder, List<ExportFile> files) {
    SourceLocation location = location(folder);
    DirectoryClaims.TenantRecords tenant = claims.new TenantRecords(nameOf(folder), location);
    List<ExportFile> settings = of(files, Cmdlet.ORGANIZATION_CONFIG);
    // The file that stands for the tenant: the one with its own settings, if it was exported.
    SourceLocation main = (settings.isEmpty() ? files : settings).get(0).location();
    claims.locations().add(nameOf(folder), main);
    document(Cmdlet.ACCEPTED_DOMAIN, folder, files).ifPresent(tenant::exportedDomains);
    document(Cmdlet.INBOUND_CONNECTOR, folder, files).ifPresent(tenant::inboundConnectors);
    if (!settings.isEmpty()) {
      document(Cmdlet.ORGANIZATION_CONFIG, folder, files)
          .ifPresentOrElse(
              node -> tenant.organization(node, main), () -> tenant.assumeDirectSend(main));
    }
    files.stream()
        .flatMap(file -> file.document().flatMap(CmdletRecord::forestOf).stream())
        .findFirst()
        .ifPresent(tenant.tenant()::forest);
    tenant.finish(location);
  }

  private static List<ExportFile> of(List<ExportFile> files, Cmdlet cmdlet) {
    return files.stream().filter(file -> file.cmdlet().equals(Optional.of(cmdlet))).toList();
  }

  /** What the cmdlet printed; empty if that is not to be had, which is reported. */
  private Optional<Node> document(Cmdlet cmdlet, Path folder, List<ExportFile> files) {
    List<ExportFile> all = of(files, cmdlet);
    List<ExportFile> read = all.stream().filter(file -> file.document().isPresent()).toList();
    if (read.isEmpty()) {
      reportMissing(cmdlet, location(folder), all);
      return Optional.empty();
    }
    ExportFile first = read.get(0);
    for (ExportFile other : read.subList(1, read.size())) {
      reportSecond(cmdlet, first, other);
    }
    for (ExportFile other : all) {
      if (other.document().isEmpty()) {
        log.info(other.location(), "is not read, because " + first.location() + " is there");
      }
    }
    return first.document();
  }

  private void reportMissing(Cmdlet cmdlet, SourceLocation folder, List<ExportFile> files) {
    if (files.isEmpty()) {
      gap(folder, "no " + cmdlet.command(), cmdlet);
    }
    for (ExportFile file : files) {
      if (!file.unread().isEmpty()) {
        gap(file.location(), "is not read: it is " + file.unread(), cmdlet);
      } else if (cmdlet != Cmdlet.ORGANIZATION_CONFIG) {
        gap(file.location(), "is empty, as it is if the command failed", cmdlet);
      }
    }
  }

  private void gap(SourceLocation where, String problem, Cmdlet cmdlet) {
    log.gap(where, problem + "; " + cmdlet.consequence() + "; export it: " + cmdlet.export());
  }

  /** A second export does no harm if it says the same. */
  private void reportSecond(Cmdlet cmdlet, ExportFile first, ExportFile second) {
    if (contents(cmdlet, first).equals(contents(cmdlet, second))) {
      log.info(second.location(), "is not read: it says the same as " + first.location());
    } else {
      String lost = ", which is read; what it alone says is missing; remove one of the two";
      log.gap(second.location(), "differs from " + first.location() + lost);
    }
  }

  private static Set<Object> contents(Cmdlet cmdlet, ExportFile file) {
    ImportLog ignored = ImportLog.forExports();
    RecordReader reader = new RecordReader(ignored, false);
    Set<Object> contents = new HashSet<>();
    for (Node record : file.document().map(CmdletRecord::entriesOf).orElse(List.of())) {
      contents.add(
          switch (cmdlet) {
            case ACCEPTED_DOMAIN -> reader.acceptedDomain(record);
            case INBOUND_CONNECTOR -> reader.inboundConnector(record);
            case ORGANIZATION_CONFIG ->
                record instanceof Fields fields
                    && new CmdletRecord(fields, cmdlet, ignored)
                        .flag(DirectoryClaims.DIRECT_SEND, false);
          });
    }
    return contents;
  }

  /** Reads those of the files that are reports; whether there is one. */
  private boolean readReports(String otherwise, List<Path> files) {
    List<ScubaReport> reports = new ArrayList<>();
    for (Path file : files) {
      ExportFile.read(file, log).document().flatMap(ScubaReport::in).ifPresent(reports::add);
    }
    for (ScubaReport report : reports) {
      if (reports.stream().anyMatch(report::isRepeatedBy)) {
        log.info(report.location(), "is not read: the settings in it are there on their own");
      } else {
        report.read(otherwise, claims);
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

  private static List<Path> filesIn(Path folder) {
    return children(folder).stream().filter(Files::isRegularFile).toList();
  }

  /** What lies in the folder and is not hidden. */
  private static List<Path> children(Path folder) {
    List<Path> all;
    try (Stream<Path> children = Files.list(folder)) {
      all = children.filter(path -> !nameOf(path).startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw SourceFiles.unreadable(location(folder), e);
    }
    Set<String> names = new HashSet<>();
    for (Path child : all) {
      if (!names.add(nameOf(child))) {
        throw new ScenarioException(
            location(child),
            "has a name that cannot be told from another's: expected " + Typed.PATH);
      }
    }
    return all;
  }

  private static SourceLocation location(Path path) {
    return SourceLocation.ofWhole(path.toString());
  }

  private static String nameOf(Path path) {
    return String.valueOf(path.toAbsolutePath().normalize().getFileName());
  }
}
