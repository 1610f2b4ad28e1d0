package org.exoattribution.testkit.export;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.exoattribution.testkit.document.Documents;
import org.exoattribution.testkit.document.EncodedText;
import org.exoattribution.testkit.document.Node;
import org.exoattribution.testkit.document.Node.Fields;
import org.exoattribution.testkit.document.SourceFiles;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;

/**
 * Reads a folder of exports: in it one folder for each tenant, which gives the tenant its name, and
 * in that the output of the cmdlets as ConvertTo-Json writes it.
 */
final class ExportFolder {
  private static final String DOMAINS = "Get-AcceptedDomain";
  private static final String CONNECTORS = "Get-InboundConnector";
  private static final String ORGANIZATION = "Get-OrganizationConfig";
  private static final String EXTENSION = ".json";
  private static final List<String> CMDLETS = List.of(DOMAINS, CONNECTORS, ORGANIZATION);
  private static final String DIRECT_SEND = "RejectDirectSend";

  /** What Windows PowerShell's Set-Content writes in western countries. */
  private static final Charset ANSI = Charset.forName("windows-1252");

  private final ImportLog log = ImportLog.forExports();
  private final DirectoryClaims claims = new DirectoryClaims();

  private ExportFolder() {}

  static TenantsImport read(Path folder) {
    return new ExportFolder().readTenants(folder);
  }

  private TenantsImport readTenants(Path folder) {
    SourceLocation location = SourceLocation.ofWhole(folder.toString());
    if (!exports(folder).isEmpty()) {
      throw new ScenarioException(
          location,
          "holds exports itself: expected one folder for each tenant, with exports in it");
    }
    boolean found = false;
    for (Path tenantFolder : children(folder)) {
      if (Files.isDirectory(tenantFolder) && !nameOf(tenantFolder).startsWith(".")) {
        found |= readTenant(tenantFolder);
      }
    }
    if (!found) {
      throw new ScenarioException(
          location,
          "holds no tenant: expected one folder for each tenant, with "
              + DOMAINS
              + EXTENSION
              + " and "
              + CONNECTORS
              + EXTENSION
              + " in it");
    }
    return new TenantsImport(claims.directory(), log.report(), claims.locations());
  }

  private boolean readTenant(Path folder) {
    SourceLocation location = SourceLocation.ofWhole(folder.toString());
    Map<String, Path> exports = exports(folder);
    if (exports.isEmpty()) {
      log.gap(
          location,
          "holds no export; the folder is not taken for a tenant; export the tenant, or remove the"
              + " folder");
      return false;
    }
    TenantRecords tenant = new TenantRecords(nameOf(folder), location, claims, log);
    claims.locations().add(nameOf(folder), SourceLocation.ofWhole(mainFile(exports)));
    required(exports, DOMAINS, location).ifPresent(tenant::acceptedDomains);
    required(exports, CONNECTORS, location).ifPresent(tenant::inboundConnectors);
    Optional.ofNullable(exports.get(ORGANIZATION)).ifPresent(file -> organization(file, tenant));
    tenant.finish(location);
    return true;
  }

  /** A file that stands for the tenant: the one with its own settings, if it was exported. */
  private static String mainFile(Map<String, Path> exports) {
    Path first = exports.values().iterator().next();
    return exports.getOrDefault(ORGANIZATION, first).toString();
  }

  /** What a cmdlet printed that no tenant is complete without. */
  private Optional<Node> required(Map<String, Path> exports, String cmdlet, SourceLocation folder) {
    Path file = exports.get(cmdlet);
    if (file == null) {
      log.gap(
          folder,
          "no "
              + cmdlet
              + EXTENSION
              + "; "
              + missing(cmdlet)
              + "; export it: "
              + cmdlet
              + " | ConvertTo-Json -Depth 4");
      return Optional.empty();
    }
    Optional<Node> document = document(file);
    SourceLocation location = SourceLocation.ofWhole(file.toString());
    if (document.isEmpty()) {
      log.gap(
          location,
          "is empty, as it is if the command failed; "
              + missing(cmdlet)
              + (cmdlet.equals(CONNECTORS)
                  ? "; write [] into it if the tenant has no inbound connector"
                  : "; export it again"));
    } else if (cmdlet.equals(DOMAINS) && CmdletRecord.entriesOf(document.get()).isEmpty()) {
      log.gap(
          location,
          "lists no accepted domain, and every tenant has one; "
              + missing(cmdlet)
              + "; export it again");
    }
    return document;
  }

  private static String missing(String cmdlet) {
    return cmdlet.equals(DOMAINS)
        ? "the tenant owns no domain"
        : "no connection matches an inbound connector of the tenant";
  }

  private void organization(Path file, TenantRecords tenant) {
    Optional<Node> document = document(file);
    List<Node> records = document.map(CmdletRecord::entriesOf).orElse(List.of());
    if (records.size() > 1) {
      log.fault(
          document.orElseThrow().location(),
          ORGANIZATION + " is " + records.size() + " records: expected one",
          "RejectDirectSend is taken for false");
    } else if (records.size() == 1 && records.get(0) instanceof Fields fields) {
      CmdletRecord record = new CmdletRecord(fields, ORGANIZATION, log);
      record.reportOthers(Set.of(DIRECT_SEND), Set.of("Name", "Guid"));
      record
          .text("Guid", "the tenant has no id, which plays no part in attribution")
          .ifPresent(tenant.tenant()::tenantId);
      if (record.get(DIRECT_SEND).isPresent()) {
        tenant.tenant().rejectDirectSend(record.flag(DIRECT_SEND, false));
        return;
      }
    }
    log.warning(
        SourceLocation.ofWhole(file.toString()),
        "does not say " + DIRECT_SEND + ": false is assumed, and Direct Send not refused");
  }

  /** What a cmdlet printed; empty if that is nothing. */
  private Optional<Node> document(Path file) {
    return Documents.parse(file.toString(), text(file));
  }

  private String text(Path file) {
    byte[] bytes = SourceFiles.bytes(file);
    try {
      return EncodedText.decode(bytes);
    } catch (CharacterCodingException e) {
      log.warning(
          SourceLocation.ofWhole(file.toString()),
          "is neither UTF-8 nor UTF-16: read as windows-1252, letters beyond ASCII may be wrong");
      return new String(bytes, ANSI);
    }
  }

  /** The exports in a folder by their cmdlets, whatever the letter case of their names. */
  private Map<String, Path> exports(Path folder) {
    Map<String, Path> exports = new TreeMap<>();
    for (Path file : children(folder)) {
      for (String cmdlet : CMDLETS) {
        boolean match = nameOf(file).equalsIgnoreCase(cmdlet + EXTENSION);
        if (match && Files.isRegularFile(file) && exports.putIfAbsent(cmdlet, file) != null) {
          log.gap(
              SourceLocation.ofWhole(file.toString()),
              "is not read, because "
                  + exports.get(cmdlet)
                  + " is there as well; what it holds is missing; remove one of them");
        }
      }
    }
    return exports;
  }

  private static List<Path> children(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    } catch (IOException e) {
      throw SourceFiles.unreadable(SourceLocation.ofWhole(folder.toString()), e);
    }
  }

  private static String nameOf(Path path) {
    return String.valueOf(path.getFileName());
  }
}
