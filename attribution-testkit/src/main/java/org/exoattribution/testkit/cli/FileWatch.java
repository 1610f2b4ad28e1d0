package org.exoattribution.testkit.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tells whether a file, or anything in a folder, was changed, by times and sizes: it asks no
 * service of the platform, which would miss folders on the network.
 */
final class FileWatch {
  private final Path path;
  private Map<Path, String> known;
  private Map<Path, String> last;

  FileWatch(Path path) {
    this.path = path;
    this.known = state();
    this.last = known;
  }

  /** Whether there is a change since it last said so that has come to rest. */
  boolean hasChanged() {
    Map<Path, String> now = state();
    boolean atRest = now.equals(last);
    last = now;
    if (!atRest || now.equals(known)) {
      return false;
    }
    known = now;
    return true;
  }

  private Map<Path, String> state() {
    Map<Path, String> state = new HashMap<>();
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        state.put(file, now.lastModifiedTime() + " " + now.size());
      }
    } catch (IOException | UncheckedIOException e) {
      state.put(path, "gone"); // or just being replaced
    }
    return state;
  }
}
