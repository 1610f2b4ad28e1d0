package org.exoattribution.testkit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.exoattribution.model.TenantDirectory;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * Reads exports as a tool does that has nothing on its class path but the reader and its parsers.
 */
class ReaderAloneTest {
  @Test
  void exports_are_read_without_picocli_test_frameworks_and_certificates() throws Exception {
    URL[] classPath =
        Stream.of(
                TenantsReader.class,
                TenantDirectory.class,
                JsonParser.class,
                ObjectMapper.class,
                YAMLFactory.class,
                LoadSettings.class)
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
            .distinct()
            .toArray(URL[]::new);

    try (URLClassLoader alone =
        new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
      assertThatThrownBy(() -> alone.loadClass("picocli.CommandLine"))
          .isInstanceOf(ClassNotFoundException.class);
      for (String tenants :
          new String[] {
            "exports-example", "src/test/resources/org/exoattribution/testkit/export/scubagear"
          }) {
        Object read =
            alone
                .loadClass(TenantsReader.class.getName())
                .getMethod("read", Path.class)
                .invoke(null, Path.of(tenants));
        assertThat(read.getClass().getMethod("directory").invoke(read))
            .asString()
            .startsWith("directory of ");
      }
    }
  }
}
