package org.exoattribution.testkit.observation;

import java.util.ArrayList;
import java.util.List;
import org.exoattribution.analysis.observation.Judgement;

/**
 * Observations of one kind.
 *
 * @param judgement of each of them
 * @param first the first that was read
 * @param count how many there are
 * @param files where they were read
 */
public record ObservationGroup(
    Judgement judgement, Sighting first, long count, List<String> files) {
  /** Copies the list. */
  public ObservationGroup {
    files = List.copyOf(files);
  }

  /** The group with one more, from a file. */
  ObservationGroup and(String file) {
    List<String> more = files;
    if (!files.contains(file)) {
      more = new ArrayList<>(files);
      more.add(file);
    }
    return new ObservationGroup(judgement, first, count + 1, more);
  }
}
