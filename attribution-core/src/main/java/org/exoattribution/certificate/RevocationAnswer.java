package org.exoattribution.certificate;

import org.exoattribution.model.Readings;

/**
 * What is known about the revocation of a certificate or of a whole path (PKI-5).
 *
 * @param state the answer
 * @param text who says so, or why nobody does
 */
record RevocationAnswer(State state, String text) {

  /** The answer; of several paths, the one with the first state here is the best. */
  enum State {
    /** Known not to be revoked. */
    GOOD,
    /** Nobody who can tell says anything. */
    UNKNOWN,
    /** Known to be revoked. */
    REVOKED
  }

  static RevocationAnswer good(String text) {
    return new RevocationAnswer(State.GOOD, text);
  }

  static RevocationAnswer unknown(String text) {
    return new RevocationAnswer(State.UNKNOWN, text);
  }

  static RevocationAnswer revoked(String text) {
    return new RevocationAnswer(State.REVOKED, text);
  }

  boolean isBetterThan(RevocationAnswer other) {
    return state.compareTo(other.state) < 0;
  }

  boolean isAllowedBy(Readings.Revocation reading) {
    return switch (reading) {
      case REQUIRE_STATUS -> state == State.GOOD;
      case REJECT_REVOKED -> state != State.REVOKED;
      case NOT_CHECKED -> true;
    };
  }
}
