package org.exoattribution.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.testkit.assertj.AttributionAssertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.exoattribution.testkit.design.Designs;
import org.exoattribution.testkit.junit.SmtpFrontDoorExtension;
import org.exoattribution.testkit.smtp.SmtpFrontDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The README's example of a test with a front door. */
class ReadmeFrontDoorExampleTest {
  // readme
  static class RelayTest {
    @RegisterExtension
    final SmtpFrontDoorExtension door =
        SmtpFrontDoorExtension.of(
            SmtpFrontDoor.builder(
                    Designs.ipScopedRelay("contoso", "contoso.com", "198.51.100.7").engine())
                .map("127.0.0.1", "198.51.100.7"));

    @Test
    void invoices_leave_through_the_relay() throws Exception {
      door.expect("the invoice", mail -> assertThat(mail).from("contoso"));
      Billing.sendThrough(door.port(), "billing@contoso.com", "someone@example.net");
    }
  }

  // end

  /** What sends mail: the application under test. */
  static final class Billing {
    private Billing() {}

    static void sendThrough(int port, String from, String to) throws IOException {
      List<String> lines =
          List.of(
              "EHLO x",
              "MAIL FROM:<" + from + ">",
              "RCPT TO:<" + to + ">",
              "DATA",
              "",
              ".",
              "QUIT",
              "");
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket
            .getOutputStream()
            .write(String.join("\r\n", lines).getBytes(StandardCharsets.US_ASCII));
        socket.getInputStream().readAllBytes();
      }
    }
  }

  @Test
  void the_example_is_in_the_readme_and_passes() throws IOException {
    String example = Readme.examplesIn(ReadmeFrontDoorExampleTest.class).get(0);
    assertThat(Readme.block("java", "class RelayTest {\n")).isEqualTo(example);
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(RelayTest.class))
        .execute()
        .testEvents()
        .assertStatistics(s -> s.succeeded(1).failed(0));
  }
}
