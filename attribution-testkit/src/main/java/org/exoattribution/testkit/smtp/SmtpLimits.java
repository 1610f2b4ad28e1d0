package org.exoattribution.testkit.smtp;

import java.time.Duration;

/**
 * What a client may ask of the front door; beyond it comes the service's reply.
 *
 * @param messageBytes the largest message, as SIZE says it (RFC 1870); beyond it 552 5.3.4
 * @param recipients RCPT TO commands of a transaction; beyond them 452 4.5.3
 * @param connections sessions at once; beyond them 421 4.3.2
 * @param lineBytes a command with its line end; a longer one ends the session with 500 5.5.2
 * @param idle how long a client may say nothing, and how long a command line may take in all (RFC
 *     5321, section 4.5.3.2.7); then 421 4.4.1
 * @param messageTime how long a message may take in all, even if it keeps coming; then 421 4.4.1
 * @param handshake how long a TLS handshake may take; then the connection is cut
 */
public record SmtpLimits(
    long messageBytes,
    int recipients,
    int connections,
    int lineBytes,
    Duration idle,
    Duration messageTime,
    Duration handshake) {
  private static final SmtpLimits DEFAULTS =
      new SmtpLimits(
          157_286_400,
          500,
          500,
          4_096,
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofSeconds(30));

  /**
   * Checks that each is positive.
   *
   * @throws IllegalArgumentException if one is not
   */
  public SmtpLimits {
    if (messageBytes < 1
        || recipients < 1
        || connections < 1
        || lineBytes < 1
        || idle.toMillis() < 1
        || messageTime.toMillis() < 1
        || handshake.toMillis() < 1) {
      throw new IllegalArgumentException(
          "a limit of the front door is zero or negative: expected positive numbers and at least"
              + " a millisecond");
    }
  }

  /**
   * 157,286,400 bytes, 500 recipients, 500 connections, lines of 4,096 bytes, five minutes for a
   * command, ten for a message, 30 seconds for a handshake. Five and ten minutes are the defaults
   * of {@code ConnectionInactivityTimeout} and {@code ConnectionTimeout} (Set-ReceiveConnector),
   * and no less than RFC 5321 asks for.
   */
  public static SmtpLimits defaults() {
    return DEFAULTS;
  }

  /** The same but for the size of a message. */
  public SmtpLimits withMessageBytes(long bytes) {
    return new SmtpLimits(bytes, recipients, connections, lineBytes, idle, messageTime, handshake);
  }

  /** The same but for the number of recipients. */
  public SmtpLimits withRecipients(int number) {
    return new SmtpLimits(
        messageBytes, number, connections, lineBytes, idle, messageTime, handshake);
  }

  /** The same but for the number of sessions at once. */
  public SmtpLimits withConnections(int number) {
    return new SmtpLimits(
        messageBytes, recipients, number, lineBytes, idle, messageTime, handshake);
  }

  /** The same but for the time that a client may say nothing, or take for a command line. */
  public SmtpLimits withIdle(Duration duration) {
    return new SmtpLimits(
        messageBytes, recipients, connections, lineBytes, duration, messageTime, handshake);
  }

  /** The same but for the time that a message may take. */
  public SmtpLimits withMessageTime(Duration duration) {
    return new SmtpLimits(
        messageBytes, recipients, connections, lineBytes, idle, duration, handshake);
  }

  /** The same but for the time that a handshake may take. */
  public SmtpLimits withHandshake(Duration duration) {
    return new SmtpLimits(
        messageBytes, recipients, connections, lineBytes, idle, messageTime, duration);
  }
}
