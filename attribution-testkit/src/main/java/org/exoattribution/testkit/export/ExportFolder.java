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
  private static final Set<String> ORGANIZATION_PROPERTIES =
      Set.of("RejectDirectSend", "Name", "Guid");

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
      log.warning(location, "holds no export: the folder is not taken for a tenant");
      return false;
    }
    TenantRecords tenant = new TenantRecords(nameOf(folder), location, claims, log);
    claims.locations().add(nameOf(folder), SourceLocation.ofWhole(mainFile(exports)));
    Optional<Node> domains = document(exports, DOMAINS);
    domains.ifPresent(tenant::acceptedDomains);
    if (domains.isEmpty()) {
      log.warning(location, "no accepted domains (" + DOMAINS + "): the tenant owns no domain");
    }
    Optional<Node> connectors = document(exports, CONNECTORS);
    connectors.ifPresent(tenant::inboundConnectors);
    if (connectors.isEmpty()) {
      log.info(location, "no inbound connectors (" + CONNECTORS + ")");
    }
    document(exports, ORGANIZATION).ifPresent(node -> organization(node, tenant));
    tenant.finish(location);
    return true;
  }

  /** A file that stands for the tenant: the one with its own settings, if it was exported. */
  private static String mainFile(Map<String, Path> exports) {
    Path first = exports.values().iterator().next();
    return exports.getOrDefault(ORGANIZATION, first).toString();
  }

  private void organization(Node document, TenantRecords tenant) {
    List<Node> records = CmdletRecord.entriesOf(document);
    if (records.size() == 1 && records.get(0) instanceof Fields fields) {
      CmdletRecord record = new CmdletRecord(fields, ORGANIZATION, log);
      record.reportOthers(ORGANIZATION_PROPERTIES);
      tenant.tenant().rejectDirectSend(record.flag("RejectDirectSend", false));
      record
          .text("Guid", "the tenant has no id, which plays no part in attribution")
          .ifPresent(tenant.tenant()::tenantId);
    } else if (!records.isEmpty()) {
      log.fault(
          document.location(),
          ORGANIZATION + " is " + document.shown() + ": expected one record",
          "RejectDirectSend is taken for false");
    }
  }

  /** What a cmdlet printed; empty if it printed nothing, or was not asked. */
  private Optional<Node> document(Map<String, Path> exports, String cmdlet) {
    return Optional.ofNullable(exports.get(cmdlet))
        .flatMap(file -> Documents.parse(file.toString(), text(file)))
        .filter(node -> !CmdletRecord.entriesOf(node).isEmpty());
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
          log.warning(
              SourceLocation.ofWhole(file.toString()),
              "is not read, because " + exports.get(cmdlet) + " is there as well");
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
