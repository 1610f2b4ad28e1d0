package org.exoattribution.testkit.observation;

import java.util.List;
import java.util.Map;
import org.exoattribution.analysis.observation.Observation;
import org.exoattribution.testkit.source.SourceLocation;

/**
 * An observation and where it was read.
 *
 * @param observation what was observed
 * @param location where it begins
 * @param besides what else was told and is not the verdict, such as {@code DIR}, by its name
 * @param notes how values were come by that could be read in more than one way
 */
public record Sighting(
    Observation observation,
    SourceLocation location,
    Map<String, String> besides,
    List<String> notes) {
  /** Copies the list; the map is to keep its order. */
  public Sighting {
    notes = List.copyOf(notes);
  }

  Sighting of(Observation same) {
    return new Sighting(same, location, besides, notes);
  }
}
