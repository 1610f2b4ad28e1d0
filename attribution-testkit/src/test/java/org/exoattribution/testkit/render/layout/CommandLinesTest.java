package org.exoattribution.testkit.render.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandLinesTest {
  @Test
  void a_short_command_stays_on_its_line() {
    assertThat(laidOut("Set-X -Identity \"a\" -Enabled $true"))
        .isEqualTo("             Set-X -Identity \"a\" -Enabled $true\n");
  }

  @Test
  void a_long_one_is_continued_between_parameters_and_never_inside_a_string() {
    assertThat(
            laidOut(
                "Set-InboundConnector -Identity \"from head office -to the cloud -`\" -x\""
                    + " -Enabled $true"))
        .isEqualTo(
            """
                         Set-InboundConnector `
                           -Identity "from head office -to the cloud -`" -x" -Enabled $true
            """);
  }

  private static String laidOut(String command) {
    StringBuilder out = new StringBuilder();
    CommandLines.append(out, 13, command);
    return out.toString();
  }
}
