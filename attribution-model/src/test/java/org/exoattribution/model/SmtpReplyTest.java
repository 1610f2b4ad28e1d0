package org.exoattribution.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.exoattribution.model.SmtpReply.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpReplyTest {

  @Test
  void a_reply_reads_as_the_line_that_the_server_sends() {
    assertThat(
            new SmtpReply(
                550, "5.7.64", "TenantAttribution; Relay Access Denied", Phase.END_OF_DATA))
        .hasToString("550 5.7.64 TenantAttribution; Relay Access Denied");
  }

  @ParameterizedTest
  @CsvSource({"451, true", "454, true", "499, true", "550, false", "554, false", "399, false"})
  void a_reply_of_400_to_499_is_transient(int code, boolean isTransient) {
    assertThat(new SmtpReply(code, "4.4.5", "text", Phase.RCPT_TO).isTransient())
        .isEqualTo(isTransient);
  }

  @Test
  void the_phases_read_as_the_commands_that_they_follow() {
    assertThat(Phase.values())
        .extracting(Phase::toString)
        .containsExactly("RCPT TO", "end of DATA");
  }
}
