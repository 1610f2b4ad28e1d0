package org.exoattribution.analysis.lint.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The hosts that the linter knows to send for many organizations, from a file beside the class. */
final class KnownGateways {
  private static final String FILE = "known-gateways.txt";
  private static final List<KnownGateway> ALL =
      read().lines().filter(line -> !line.startsWith("#")).map(KnownGateway::parse).toList();

  private KnownGateways() {}

  private static String read() {
    try (InputStream file = KnownGateways.class.getResourceAsStream(FILE)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<KnownGateway> all() {
    return ALL;
  }
}
