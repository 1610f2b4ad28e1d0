package org.exoattribution.testkit.smtp;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A folder of messages, a file each. A message appears under its name when it is whole; what is
 * under way, or was when the process ended, has a name that ends in {@code .part}.
 */
final class Spool {
  private final Path folder;

  /**
   * A spool in a folder.
   *
   * @param folder made if it is not there
   */
  Spool(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** Begins a message. */
  OutputStream begin(String name) throws IOException {
    return Files.newOutputStream(part(name));
  }

  /**
   * Keeps the message that was begun and closed.
   *
   * @param header further fields, which go first, each with its line end
   */
  Path keep(String name, String header) throws IOException {
    Path whole = part(name + ".eml");
    try {
      Files.writeString(whole, header);
      try (OutputStream out = Files.newOutputStream(whole, StandardOpenOption.APPEND)) {
        Files.copy(part(name), out);
      }
      return Files.move(whole, folder.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(whole);
      drop(name);
    }
  }

  /** Forgets what was begun. */
  void drop(String name) throws IOException {
    Files.deleteIfExists(part(name));
  }

  private Path part(String name) {
    return folder.resolve(name + ".part");
  }
}
