package org.exoattribution.testkit.export;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.exoattribution.model.Tenant;
import org.exoattribution.testkit.document.Documents;
import org.exoattribution.testkit.document.Node;
import org.exoattribution.testkit.document.SourceFiles;
import org.exoattribution.testkit.document.StrictObject;
import org.exoattribution.testkit.document.Typed;
import org.exoattribution.testkit.source.ScenarioException;

/**
 * Reads tenants, told by content and not by name: a YAML or JSON file with a list under {@code
 * tenants:}; a folder of exports for each tenant in one folder, or that of one tenant, which are
 * what Get-AcceptedDomain, Get-InboundConnector and Get-OrganizationConfig print as ConvertTo-Json,
 * Export-Clixml or Format-List write it; a report of ScubaGear, or a folder of them.
 */
public final class TenantsReader {
  private static final List<String> KEYS =
      StrictObject.keys(
          "name tenantId forest rejectDirectSend mailEnabled acceptedDomains"
              + " inboundConnectors");

  /** A scenario has them beside its tenants; {@code lint} and the like take its tenants alone. */
  private static final List<String> FILE_KEYS =
      StrictObject.keys("tenants tenantsFrom connections at rules readings trustAnchors partial");

  private TenantsReader() {}

  /**
   * Reads a file or folder. In a list that somebody wrote down every fault is an error; the faults
   * of an export are reported and the rest used, which makes it incomplete.
   *
   * @throws ScenarioException if nothing can be read, if a list has a fault, or if two tenants
   *     share a domain or name (DIR-1)
   */
  public static TenantsImport read(Path fileOrFolder) {
    return Files.isDirectory(fileOrFolder)
        ? ExportFolder.read(fileOrFolder)
        : read(fileOrFolder, SourceFiles.bytes(fileOrFolder));
  }

  /**
   * Reads the content of a file, such as standard input.
   *
   * @param source names it in messages
   * @throws ScenarioException as {@link #read(Path)}
   */
  public static TenantsImport read(Path source, byte[] content) {
    DirectoryClaims claims = new DirectoryClaims(ImportLog.forExports());
    ExportFile file = ExportFile.read(source, content, claims.log());
    if (file.cmdlet().isPresent()) {
      String cmdlet = file.cmdlet().get().command();
      throw new ScenarioException(
          file.location(),
          "is the output of "
              + cmdlet
              + " alone: expected the folder of the tenant that it lies in,"
              + " or one of such folders");
    }
    Optional<ScubaReport> report = file.document().flatMap(ScubaReport::in);
    if (report.isEmpty()) {
      return readDocument(source.toString(), content);
    }
    report.get().read(String.valueOf(source.getFileName()), claims);
    return claims.tenants();
  }

  /** A file that holds the list, alone or in a scenario. */
  public static TenantsImport readDocument(String source, byte[] bytes) {
    Node document = Documents.require(source, bytes, "a list of tenants");
    StrictObject file = new StrictObject(document, "a file of tenants", FILE_KEYS);
    return read(file.require("tenants", "a list of tenants"));
  }

  private static TenantsImport read(Node list) {
    DirectoryClaims claims = new DirectoryClaims(ImportLog.forHandWritten());
    List<Node> tenants = Typed.list(list, "tenants", "a list of tenants");
    if (tenants.isEmpty()) {
      throw Typed.wrong(list, "tenants", "at least one tenant");
    }
    for (Node tenant : tenants) {
      read(new StrictObject(tenant, "a tenant", KEYS), claims);
    }
    return claims.tenants();
  }

  private static void read(StrictObject object, DirectoryClaims claims) {
    Node name = object.require("name", "a text, the label in results");
    DirectoryClaims.TenantRecords records =
        claims.new TenantRecords(Typed.text(name, "name"), name.location());
    Tenant.Builder tenant = records.tenant();
    object.text("tenantId").ifPresent(tenant::tenantId);
    object.parse("forest", tenant::forest);
    tenant.rejectDirectSend(object.flag("rejectDirectSend", false));
    tenant.mailEnabled(object.flag("mailEnabled", true));
    object.get("acceptedDomains").ifPresent(records::acceptedDomains);
    object.get("inboundConnectors").ifPresent(records::inboundConnectors);
    records.finish(name.location());
  }
}
