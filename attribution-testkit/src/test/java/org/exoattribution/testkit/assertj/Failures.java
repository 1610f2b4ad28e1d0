package org.exoattribution.testkit.assertj;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The messages of assertions that fail, as they have to. */
final class Failures {
  private Failures() {}

  /** The message, which begins with a line end so that its first line stands by itself. */
  static String messageOf(ThrowingCallable assertion) {
    assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion);
    return String.valueOf(catchThrowableOfType(AssertionError.class, assertion).getMessage())
        .replace(System.lineSeparator(), "\n");
  }

  /** What it says was expected. */
  static String expectedIn(ThrowingCallable assertion) {
    String message = messageOf(assertion);
    String from = "expected:\n  ";
    int begin = message.indexOf(from) + from.length();
    return message.substring(begin, message.indexOf("\nbut was:\n", begin));
  }
}
