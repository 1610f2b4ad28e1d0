package org.exoattribution.testkit.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Compares a rendering with the file of that name beside this class. What differs is left in {@code
 * target/golden}, to be looked at and, if it is right, to be copied over.
 */
public final class Golden {
  private Golden() {}

  public static void assertMatches(String name, String actual) {
    String expected = read(name);
    if (!actual.equals(expected)) {
      save(name, actual);
    }
    assertThat(actual).as("golden file " + name).isEqualTo(expected);
  }

  private static @Nullable String read(String name) {
    try (InputStream in = Golden.class.getResourceAsStream(name)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void save(String name, String actual) {
    try {
      Files.writeString(Files.createDirectories(Path.of("target", "golden")).resolve(name), actual);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
