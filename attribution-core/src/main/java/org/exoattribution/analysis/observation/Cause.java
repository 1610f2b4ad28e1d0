package org.exoattribution.analysis.observation;

import org.exoattribution.model.Attribution;

/**
 * Something that may have been otherwise when the message came, and with which the model says what
 * was observed: the exports are older than the message, perhaps.
 *
 * @param fact what the exports, or what is known of the connection, say: a clause without a full
 *     stop
 * @param then what the model says with that otherwise
 */
public record Cause(String fact, Attribution then) {
  /** The fact. */
  @Override
  public String toString() {
    return fact;
  }
}
