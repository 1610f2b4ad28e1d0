package org.exoattribution.testkit.export;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exoattribution.testkit.document.Node;
import org.exoattribution.testkit.document.Node.Fields;
import org.exoattribution.testkit.source.SourceLocation;

/**
 * The output of the cmdlets for one tenant, in files of a folder that gives the tenant its name.
 */
final class TenantFolder {
  private final SourceLocation location;
  private final List<ExportFile> files;
  private final DirectoryClaims claims;
  private final ImportLog log;

  /**
   * @param files those that are the output of a cmdlet
   */
  TenantFolder(SourceLocation location, List<ExportFile> files, DirectoryClaims claims) {
    this.location = location;
    this.files = files;
    this.claims = claims;
    this.log = claims.log();
  }

  void read(String name) {
    TenantRecords tenant = new TenantRecords(name, location, claims);
    List<ExportFile> settings = of(Cmdlet.ORGANIZATION_CONFIG);
    // The file that stands for the tenant: the one with its own settings, if it was exported.
    SourceLocation main = (settings.isEmpty() ? files : settings).get(0).location();
    claims.locations().add(name, main);
    document(Cmdlet.ACCEPTED_DOMAIN).ifPresent(tenant::exportedDomains);
    document(Cmdlet.INBOUND_CONNECTOR).ifPresent(tenant::inboundConnectors);
    if (!settings.isEmpty()) {
      document(Cmdlet.ORGANIZATION_CONFIG)
          .ifPresentOrElse(
              node -> tenant.organization(node, main), () -> tenant.assumeDirectSend(main));
    }
    files.stream()
        .flatMap(file -> file.document().flatMap(CmdletRecord::forestOf).stream())
        .findFirst()
        .ifPresent(tenant.tenant()::forest);
    tenant.finish(location);
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
      String lost = ", which is read; what it alone says is missing; remove one of the two";
      log.gap(second.location(), "differs from " + first.location() + lost);
    }
  }

  /** What takes part in attribution. */
  private static Set<Object> contents(Cmdlet cmdlet, ExportFile file) {
    ImportLog ignored = ImportLog.forExports();
    Set<Object> contents = new HashSet<>();
    for (Node record : file.document().map(CmdletRecord::entriesOf).orElse(List.of())) {
      contents.add(
          switch (cmdlet) {
            case ACCEPTED_DOMAIN -> new AcceptedDomainReader(ignored).read(record);
            case INBOUND_CONNECTOR -> new InboundConnectorReader(ignored, false).read(record);
            case ORGANIZATION_CONFIG ->
                record instanceof Fields fields
                    && new CmdletRecord(fields, cmdlet, ignored)
                        .flag(TenantRecords.DIRECT_SEND, false);
          });
    }
    return contents;
  }
}
