package org.exoattribution.testkit.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.exoattribution.analysis.sensitivity.Sensitivity;
import org.exoattribution.model.Reading;
import org.exoattribution.model.RuleId;

/** What a result rests on, a sentence each. */
final class SensitivityText {
  private SensitivityText() {}

  static List<String> lines(Sensitivity sensitivity) {
    List<String> lines = new ArrayList<>();
    if (!sensitivity.assumedRules().isEmpty()) {
      lines.add(
          "no source settles "
              + sensitivity.assumedRules().stream()
                  .map(RuleId::id)
                  .collect(Collectors.joining(", "))
              + " for this case");
    }
    for (Sensitivity.Alternative alternative : sensitivity.alternatives()) {
      lines.add("under " + alternative.settings() + ": " + alternative.outcome());
    }
    if (sensitivity.holdsUnderEveryReading()) {
      boolean refusedRelay =
          sensitivity.attribution().grounds().contestedReadings().contains(Reading.RELAY_REFUSAL);
      lines.add(
          "holds under every reading"
              + (refusedRelay ? "; relayRefusal says when the reply comes" : ""));
    }
    return lines;
  }
}
