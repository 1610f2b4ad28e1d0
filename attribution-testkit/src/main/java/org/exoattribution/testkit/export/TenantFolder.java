package org.exoattribution.testkit.export;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exoattribution.testkit.document.Node;
import org.exoattribution.testkit.source.SourceLocation;

/**
 * The output of the cmdlets for one tenant, in files of a folder that gives the tenant its name.
 */
final class TenantFolder {
  private final SourceLocation location;
  private final List<ExportFile> files;
  private final ImportLog log;

  /**
   * @param files those that are the output of a cmdlet
   */
  TenantFolder(SourceLocation location, List<ExportFile> files, ImportLog log) {
    this.location = location;
    this.files = files;
    this.log = log;
  }

  void read(String name, DirectoryClaims claims) {
    TenantRecords tenant = new TenantRecords(name, location, claims, log);
    claims.locations().add(name, main());
    document(Cmdlet.ACCEPTED_DOMAIN).ifPresent(tenant::exportedDomains);
    document(Cmdlet.INBOUND_CONNECTOR).ifPresent(tenant::inboundConnectors);
    OrganizationReader organization = new OrganizationReader(log);
    List<ExportFile> settings = of(Cmdlet.ORGANIZATION_CONFIG);
    if (!settings.isEmpty()) {
      document(Cmdlet.ORGANIZATION_CONFIG)
          .ifPresentOrElse(
              node -> organization.read(node, main(), tenant.tenant()),
              () -> organization.assume(main()));
    }
    files.stream()
        .flatMap(file -> file.document().flatMap(CmdletRecord::forestOf).stream())
        .findFirst()
        .ifPresent(tenant.tenant()::forest);
    tenant.finish(location);
  }

  /** The file that stands for the tenant: the one with its own settings, if it was exported. */
  private SourceLocation main() {
    return of(Cmdlet.ORGANIZATION_CONFIG).stream().findFirst().orElse(files.get(0)).location();
  }

  private List<ExportFile> of(Cmdlet cmdlet) {
    return files.stream().filter(file -> file.cmdlet().equals(Optional.of(cmdlet))).toList();
  }

  /** What the cmdlet printed; empty if that is not to be had, which is reported. */
  private Optional<Node> document(Cmdlet cmdlet) {
    List<ExportFile> all = of(cmdlet);
    List<ExportFile> read = all.stream().filter(file -> file.document().isPresent()).toList();
    if (read.isEmpty()) {
      reportMissing(cmdlet, all);
      return Optional.empty();
    }
    for (ExportFile other : read.subList(1, read.size())) {
      reportSecond(cmdlet, read.get(0), other);
    }
    for (ExportFile other : all) {
      if (other.document().isEmpty()) {
        log.info(other.location(), "is not read, because " + read.get(0).location() + " is there");
      }
    }
    return read.get(0).document();
  }

  private void reportMissing(Cmdlet cmdlet, List<ExportFile> files) {
    if (files.isEmpty()) {
      gap(location, "no " + cmdlet.command(), cmdlet);
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
      log.gap(
          second.location(),
          "differs from "
              + first.location()
              + ", which is read; what it alone says is missing; remove one of the two");
    }
  }

  /** What takes part in attribution. */
  private static Set<Object> contents(Cmdlet cmdlet, ExportFile file) {
    ImportLog ignored = ImportLog.forExports();
    AcceptedDomainReader domains = new AcceptedDomainReader(ignored);
    InboundConnectorReader connectors = new InboundConnectorReader(ignored, List.of());
    OrganizationReader organization = new OrganizationReader(ignored);
    Set<Object> contents = new HashSet<>();
    for (Node record : file.document().map(CmdletRecord::entriesOf).orElse(List.of())) {
      contents.add(
          switch (cmdlet) {
            case ACCEPTED_DOMAIN -> domains.read(record);
            case INBOUND_CONNECTOR -> connectors.read(record);
            case ORGANIZATION_CONFIG -> organization.rejectsDirectSend(record);
          });
    }
    return contents;
  }
}
