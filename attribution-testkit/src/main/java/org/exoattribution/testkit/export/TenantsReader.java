package org.exoattribution.testkit.export;

import java.nio.file.Files;
import java.nio.file.Path;
import org.exoattribution.testkit.document.SourceFiles;
import org.exoattribution.testkit.source.ScenarioException;

/**
 * Reads tenants: a YAML or JSON file with a list under {@code tenants:}, or a folder that holds a
 * folder of cmdlet exports for each tenant.
 */
public final class TenantsReader {
  private TenantsReader() {}

  /**
   * Reads a file, in which every fault is an error, or a folder of exports, whose faults are
   * reported and the rest used.
   *
   * @throws ScenarioException if nothing can be read, if a file has a fault, or if two tenants
   *     share a domain or name (DIR-1)
   */
  public static TenantsImport read(Path fileOrFolder) {
    return Files.isDirectory(fileOrFolder)
        ? ExportFolder.read(fileOrFolder)
        : TenantsDocument.read(fileOrFolder.toString(), SourceFiles.bytes(fileOrFolder));
  }
}
