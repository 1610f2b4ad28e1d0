package org.exoattribution.testkit.observation;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;

/** What a reader makes of a text. */
final class Read implements ObservationSink {
  static final ObservationReader READER =
      ObservationReader.of(Instant.parse("2026-11-24T00:00:00Z"));

  final List<Sighting> sightings = new ArrayList<>();
  final List<SourceLocation> hosted = new ArrayList<>();
  final List<String> problems = new ArrayList<>();

  static Read of(String text) {
    return of(READER, text, StandardCharsets.UTF_8);
  }

  static Read of(ObservationReader reader, String text, Charset charset) {
    Read read = new Read();
    reader.read("file", new ByteArrayInputStream(text.getBytes(charset)), Path.of(""), read);
    return read;
  }

  /** The only sighting. */
  Sighting sighting() {
    if (sightings.size() != 1) {
      throw new AssertionError("expected one sighting: " + sightings + ", " + problems);
    }
    return sightings.get(0);
  }

  @Override
  public void observed(Sighting sighting) {
    sightings.add(sighting);
  }

  @Override
  public void sentByMailbox(SourceLocation location) {
    hosted.add(location);
  }

  @Override
  public void unreadable(ScenarioException problem) {
    problems.add(problem.getMessage());
  }
}
