package org.exoattribution.testkit.smtp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The content of a message as it comes in: counted, its first bytes kept for the header, and copied
 * to the spool if there is one. Content beyond the limit is counted and forgotten; a disk that
 * fails is remembered, so that the client hears of it in its turn.
 */
final class Message {
  private static final int HEADER_BYTES = 32_768;
  private static final Pattern END_OF_HEADER = Pattern.compile("\r\n\r\n|^\r\n");
  private static final Pattern FOLD = Pattern.compile("\r\n(?=[ \t])");

  private final long maximum;
  private final String name;
  private final Optional<Path> spool;
  private @Nullable OutputStream copy;
  private final ByteArrayOutputStream head = new ByteArrayOutputStream();
  private final long startedNanos = System.nanoTime();
  private long bytes;
  private @Nullable IOException failure;

  /**
   * A message of which nothing has come yet.
   *
   * @param maximum the largest content that is kept, in bytes
   * @param name its name in the spool
   * @param spool the folder of messages, a file each. A message appears under its name when it is
   *     whole; what is under way, or was when the process ended, has a name that ends in {@code
   *     .part}
   */
  Message(long maximum, String name, Optional<Path> spool) {
    this.maximum = maximum;
    this.name = name;
    this.spool = spool;
    try {
      copy = spool.isPresent() ? Files.newOutputStream(file(".part")) : null;
    } catch (IOException e) {
      failure = e;
    }
  }

  private Path file(String ending) {
    return spool.orElseThrow().resolve(name + ending);
  }

  void write(byte[] content, int offset, int length) {
    bytes += length;
    if (isTooLarge()) {
      return;
    }
    head.write(content, offset, Math.min(length, HEADER_BYTES - head.size()));
    if (copy != null && failure == null) {
      try {
        copy.write(content, offset, length);
      } catch (IOException e) {
        failure = e;
      }
    }
  }

  long bytes() {
    return bytes;
  }

  boolean isTooLarge() {
    return bytes > maximum;
  }

  Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  /** Keeps the content in the spool, these fields before its own; empty without a spool. */
  Optional<Path> keep(String fields) {
    if (copy == null || failure != null) {
      return Optional.empty();
    }
    Path whole = file(".eml.part");
    try {
      copy.close();
      Files.writeString(whole, fields);
      try (OutputStream out = Files.newOutputStream(whole, StandardOpenOption.APPEND)) {
        Files.copy(file(".part"), out);
      }
      return Optional.of(Files.move(whole, file(".eml"), StandardCopyOption.ATOMIC_MOVE));
    } catch (IOException e) {
      failure = e;
      return Optional.empty();
    } finally {
      forget(whole);
      forget(file(".part"));
    }
  }

  void drop() {
    if (copy != null) {
      try {
        copy.close();
      } catch (IOException e) {
        // It is forgotten all the same.
      }
      forget(file(".part"));
    }
  }

  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // It stays behind under the name of what is not whole.
    }
  }

  Duration age() {
    return Duration.ofNanos(System.nanoTime() - startedNanos);
  }

  /** The header section, or as much of it as was kept. */
  String header() {
    String text = head.toString(StandardCharsets.UTF_8);
    Matcher end = END_OF_HEADER.matcher(text);
    return end.find() ? text.substring(0, end.start()) : text;
  }

  Optional<String> field(String name) {
    for (String line : FOLD.matcher(header()).replaceAll("").split("\r\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0 && line.substring(0, colon).strip().equalsIgnoreCase(name)) {
        return Optional.of(line.substring(colon + 1).strip());
      }
    }
    return Optional.empty();
  }
}
