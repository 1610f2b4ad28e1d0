package org.exoattribution.testkit.render.json;

import org.exoattribution.model.Attribution;
import org.exoattribution.model.Explanation;

/**
 * An attribution as one JSON object on one line. The keys and their order are part of the command
 * line's contract; what is absent is null.
 */
public final class AttributionJson {
  private AttributionJson() {}

  /** The object of one recipient, without a line end. */
  public static String of(String connection, Attribution attribution) {
    return Json.text(ResultLine.of(connection, attribution, null));
  }

  /** The same with the explanation under the key {@code explanation}. */
  public static String of(String connection, Explanation explanation) {
    return Json.text(ResultLine.of(connection, explanation.attribution(), Reasons.of(explanation)));
  }

  /** The explanation alone. */
  public static String of(Explanation explanation) {
    return Json.text(Reasons.of(explanation));
  }
}
