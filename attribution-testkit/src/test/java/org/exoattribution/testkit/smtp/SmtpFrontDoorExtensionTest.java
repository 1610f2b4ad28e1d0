package org.exoattribution.testkit.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.testkit.assertj.AttributionAssertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.time.Duration;
import org.exoattribution.testkit.junit.SmtpFrontDoorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventConditions;
import org.junit.platform.testkit.engine.TestExecutionResultConditions;

class SmtpFrontDoorExtensionTest {

  /** Not found by the build, for it is no test class by its name; run by the tests below. */
  static class Tried {
    @RegisterExtension
    final SmtpFrontDoorExtension door =
        SmtpFrontDoorExtension.of(Street.door()).within(Duration.ofMillis(500));

    private void send(String to) {
      try (Knock client = Knock.greeted(door.door())) {
        client.say("MAIL FROM:<a@contoso.com>", "RCPT TO:<" + to + ">", "DATA", "\r\n.", "QUIT");
      }
    }

    @Test
    void expected() {
      door.expect("mail to fabrikam", a -> assertThat(a).isIncomingTo("fabrikam"));
      send("b@fabrikam.com");
    }

    @Test
    void unexpected() {
      send("b@fabrikam.com");
    }

    @Test
    void another() {
      door.expect("mail to fabrikam", a -> assertThat(a).isIncomingTo("fabrikam"));
      send("b@example.net");
    }

    @Test
    void failing() {
      door.expect("mail to fabrikam", a -> assertThat(a).isIncomingTo("fabrikam"));
      throw new AssertionError("something else");
    }
  }

  private static EngineTestKit.Builder run(String method) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectMethod(Tried.class, method));
  }

  @Test
  void what_was_expected_and_came_passes() {
    run("expected").execute().testEvents().assertStatistics(s -> s.succeeded(1).failed(0));
  }

  @ParameterizedTest
  @CsvSource({
    "unexpected, not expected at the front door:",
    "another, 'expected at the front door, but did not come: mail to fabrikam'",
    "failing, something else"
  })
  void anything_else_fails_the_test_and_says_what(String method, String message) {
    run(method)
        .execute()
        .testEvents()
        .failed()
        .assertEventsMatchExactly(
            EventConditions.finishedWithFailure(
                TestExecutionResultConditions.message(m -> m.contains(message))));
  }
}
