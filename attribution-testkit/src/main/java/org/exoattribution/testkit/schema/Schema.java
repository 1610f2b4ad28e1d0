package org.exoattribution.testkit.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The JSON Schemas (draft 2020-12). The readers know more than a schema can say, such as whether a
 * connector belongs to a tenant twice; but what a schema refuses of connections, they refuse.
 */
public enum Schema {
  /** Of scenario files, whose connections a log of JSON Lines has too. */
  SCENARIO,
  /** Of files of tenants; it refers to the first, beside which it lies. */
  TENANTS,
  /** Of each line that the commands print as JSON. */
  OUTPUT;

  /** The name that the other schemas know it by. */
  public String fileName() {
    return this + ".schema.json";
  }

  /** The schema. */
  public String text() {
    try (InputStream in = Schema.class.getResourceAsStream(fileName())) {
      if (in == null) {
        throw new IllegalStateException("\"" + fileName() + "\" is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name that the command line knows it by. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
