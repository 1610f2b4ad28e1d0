package org.exoattribution.testkit.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.exoattribution.testkit.export.ImportReport.Severity;
import org.exoattribution.testkit.jqwik.AttributionDomain;
import org.exoattribution.testkit.jqwik.World;

/** Whatever shape tenants are exported in, they are the same tenants. */
@Domain(AttributionDomain.class)
class ExportShapesTest {

  @Property(tries = 150)
  void every_shape_gives_the_same_tenants(@ForAll World world, @ForAll PowerShellOutput shape)
      throws IOException {
    assertThat(exported(world, shape, shape, shape)).isEqualTo(exportable(world));
  }

  @Property(tries = 150)
  void shapes_may_be_mixed(
      @ForAll World world,
      @ForAll PowerShellOutput domains,
      @ForAll PowerShellOutput connectors,
      @ForAll PowerShellOutput organization)
      throws IOException {
    assertThat(exported(world, domains, connectors, organization)).isEqualTo(exportable(world));
  }

  /** The tenants as far as the cmdlets tell them. */
  private static TenantDirectory exportable(World world) {
    return TenantDirectory.of(
        world.directory().tenants().stream()
            .map(tenant -> tenant.toBuilder().mailEnabled(true).build())
            .toList());
  }

  private static TenantDirectory exported(
      World world,
      PowerShellOutput domains,
      PowerShellOutput connectors,
      PowerShellOutput organization)
      throws IOException {
    Path folder = Files.createTempDirectory("exports");
    try {
      for (Tenant tenant : world.directory().tenants()) {
        Path tenantFolder = Files.createDirectory(folder.resolve(tenant.name()));
        write(
            tenantFolder, "Get-AcceptedDomain", domains, PowerShellOutput.acceptedDomains(tenant));
        write(
            tenantFolder,
            "Get-InboundConnector",
            connectors,
            PowerShellOutput.inboundConnectors(tenant));
        write(
            tenantFolder,
            "Get-OrganizationConfig",
            organization,
            PowerShellOutput.organization(tenant));
      }
      TenantsImport read = TenantsReader.read(folder);
      assertThat(read.report().entries(Severity.INCOMPLETE))
          .allMatch(gap -> gap.message().startsWith("no accepted domain"));
      return read.partialDirectory();
    } finally {
      delete(folder);
    }
  }

  /** No record is an empty list: an empty file would be taken for a failure. */
  private static void write(
      Path folder, String cmdlet, PowerShellOutput shape, List<Map<String, Object>> records)
      throws IOException {
    Files.writeString(
        folder.resolve(cmdlet + shape.extension()),
        records.isEmpty() ? "[]" : shape.of(records),
        StandardCharsets.UTF_16);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
