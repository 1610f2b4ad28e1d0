package org.exoattribution.testkit.junit;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.exoattribution.model.Attribution;
import org.exoattribution.testkit.render.AttributionText;
import org.exoattribution.testkit.smtp.SmtpFrontDoor;
import org.exoattribution.testkit.smtp.SmtpTransaction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;

/**
 * Opens an SMTP front door before each test and closes it after. A test says what is to come with
 * {@link #expect}; it fails if anything else came, or if something of it did not, in any order.
 * Register it with {@code @RegisterExtension}.
 */
public final class SmtpFrontDoorExtension implements BeforeEachCallback, AfterEachCallback {
  private final SmtpFrontDoor.Builder builder;
  private final Duration patience;
  private final List<Expected> expected = new CopyOnWriteArrayList<>();
  private @Nullable SmtpFrontDoor door;

  private SmtpFrontDoorExtension(SmtpFrontDoor.Builder builder, Duration patience) {
    this.builder = Objects.requireNonNull(builder, "builder");
    this.patience = Objects.requireNonNull(patience, "patience");
  }

  /** A front door as the builder describes it, that waits ten seconds for what is expected. */
  public static SmtpFrontDoorExtension of(SmtpFrontDoor.Builder builder) {
    return new SmtpFrontDoorExtension(builder, Duration.ofSeconds(10));
  }

  /** Waits so long, after a test, for what it expected. Default ten seconds. */
  public SmtpFrontDoorExtension within(Duration time) {
    return new SmtpFrontDoorExtension(builder, time);
  }

  /**
   * Expects a recipient's attribution, one for each call.
   *
   * @param what in words, for the message
   * @param check throws an AssertionError if an attribution is not the one that is meant
   */
  public void expect(String what, Consumer<? super Attribution> check) {
    expected.add(new Expected(what, check));
  }

  /**
   * The door, open.
   *
   * @throws IllegalStateException outside a test
   */
  public SmtpFrontDoor door() {
    if (door == null) {
      throw new IllegalStateException("the front door is open during a test only");
    }
    return door;
  }

  /** The port of 127.0.0.1 to send mail to. */
  public int port() {
    return door().port();
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException, GeneralSecurityException {
    expected.clear();
    door = builder.start();
  }

  @Override
  public void afterEach(ExtensionContext context) throws InterruptedException {
    try (SmtpFrontDoor open = door()) {
      door = null;
      if (context.getExecutionException().isEmpty()) {
        check(arrived(open));
      }
    }
  }

  /** Waits for as many recipients as are expected. */
  private List<SmtpTransaction> arrived(SmtpFrontDoor open) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    List<SmtpTransaction> seen = open.transactions();
    while (recipients(seen) < expected.size() && System.nanoTime() - end < 0) {
      seen = open.awaitTransactions(seen.size() + 1, Duration.ofNanos(end - System.nanoTime()));
    }
    return seen;
  }

  private static int recipients(List<SmtpTransaction> transactions) {
    return transactions.stream().mapToInt(each -> each.attributions().size()).sum();
  }

  private void check(List<SmtpTransaction> seen) {
    List<Expected> open = new ArrayList<>(expected);
    StringBuilder message = new StringBuilder();
    for (SmtpTransaction transaction : seen) {
      for (Attribution attribution : transaction.attributions()) {
        if (!takeOut(open, attribution)) {
          message
              .append("not expected at the front door:\n")
              .append(AttributionText.plain().block(transaction.name(), attribution))
              .append('\n');
        }
      }
    }
    for (Expected missing : open) {
      message.append("expected at the front door, but did not come: ").append(missing.what());
      message.append('\n');
    }
    if (!message.isEmpty()) {
      throw new AssertionFailedError(message.toString().strip());
    }
  }

  private static boolean takeOut(List<Expected> open, Attribution attribution) {
    for (Expected each : open) {
      try {
        each.check().accept(attribution);
        open.remove(each);
        return true;
      } catch (AssertionError e) {
        // Another one may be meant.
      }
    }
    return false;
  }

  private record Expected(String what, Consumer<? super Attribution> check) {}
}
