package org.exoattribution.testkit.jqwik;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.exoattribution.model.TenantDirectory;
import org.exoattribution.testkit.export.TenantsReader;

/** The edge cases of directories, smallest first; they stand in a file of tenants. */
final class DirectoriesByHand {
  private static final String FILE = "directories.yaml";

  static final List<TenantDirectory> ALL =
      Arrays.stream(text().split("\\R---\\R", -1)).map(DirectoriesByHand::directory).toList();

  private DirectoriesByHand() {}

  private static TenantDirectory directory(String yaml) {
    return TenantsReader.read(Path.of(FILE), yaml.getBytes(StandardCharsets.UTF_8)).directory();
  }

  private static String text() {
    try (InputStream in = DirectoriesByHand.class.getResourceAsStream(FILE)) {
      return new String(Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
