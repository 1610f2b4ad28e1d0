package org.exoattribution.model;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a test says about a value that the model refuses. */
final class Refusals {
  private Refusals() {}

  /** It is refused with exactly this message. */
  static void assertRefused(ThrowingCallable construction, String message) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(construction)
        .withMessage(message);
  }
}
