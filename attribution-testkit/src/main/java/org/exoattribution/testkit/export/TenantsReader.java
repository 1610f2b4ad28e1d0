package org.exoattribution.testkit.export;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.exoattribution.testkit.document.SourceFiles;
import org.exoattribution.testkit.source.ScenarioException;

/**
 * Reads tenants, told by content and not by name: a YAML or JSON file with a list under {@code
 * tenants:}; a folder of exports for each tenant in one folder, or that of one tenant, which are
 * what Get-AcceptedDomain, Get-InboundConnector and Get-OrganizationConfig print as ConvertTo-Json,
 * Export-Clixml or Format-List write it; a report of ScubaGear, or a folder of them.
 */
public final class TenantsReader {
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
      return TenantsDocument.read(source.toString(), content);
    }
    report.get().read(String.valueOf(source.getFileName()), claims);
    return claims.tenants();
  }
}
