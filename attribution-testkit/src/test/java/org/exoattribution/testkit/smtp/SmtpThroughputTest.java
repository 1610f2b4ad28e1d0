package org.exoattribution.testkit.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Transactions one after the other in sessions of TLS that stay open, each with a certificate, two
 * recipients and a short message; the client runs in the same process. Every build sends a few, and
 * judges no time. More are counted and told by {@code mvn test -pl attribution-testkit -am
 * -Dtest=SmtpThroughputTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dattribution.transactions=20000}.
 */
class SmtpThroughputTest {
  private static final Integer MANY = Integer.getInteger("attribution.transactions");
  private static final int NUMBER = MANY == null ? 50 : MANY;

  private final SmtpFrontDoor door = Street.open(Street.door().remembered(1));

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void transactions_follow_each_other_in_one_session_of_tls() throws Exception {
    measure(1);
  }

  @Test
  void transactions_follow_each_other_in_four_sessions_of_tls() throws Exception {
    measure(4);
  }

  private void measure(int sessions) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(sessions);
    try {
      send(clients, sessions, NUMBER / 10); // so that what is compiled on the way is not counted
      long start = System.nanoTime();
      send(clients, sessions, NUMBER);
      double seconds = (System.nanoTime() - start) / 1e9;
      if (MANY != null) {
        System.out.printf(
            "%,d transactions in %d session(s) of TLS: %,.0f a second%n",
            NUMBER, sessions, NUMBER / seconds);
      }
    } finally {
      clients.shutdown();
      clients.awaitTermination(10, TimeUnit.SECONDS);
    }
  }

  private void send(ExecutorService clients, int sessions, int number) throws Exception {
    List<Future<?>> all =
        IntStream.range(0, sessions)
            .<Future<?>>mapToObj(i -> clients.submit(() -> send(number / sessions)))
            .toList();
    for (Future<?> each : all) {
      each.get();
    }
  }

  private void send(int number) {
    try (Knock client = Knock.secured(door, Street.CONTOSO)) {
      for (int i = 0; i < number; i++) {
        client.send("MAIL FROM:<a@contoso.com>\r\nRCPT TO:<b@example.net>\r\n");
        client.send("RCPT TO:<c@example.org>\r\nDATA\r\n");
        assertThat(client.hear()).startsWith("250 2.1.0 ");
        assertThat(client.hear()).startsWith("250 2.1.5 ");
        assertThat(client.hear()).startsWith("250 2.1.5 ");
        assertThat(client.hear()).startsWith("354 ");
        assertThat(client.say("Subject: Hello\r\n\r\nHello\r\n.")).startsWith("250 2.6.0 ");
      }
    }
  }
}
