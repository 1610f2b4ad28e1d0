package org.exoattribution.testkit.smtp;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.SimulatedTransaction;

/**
 * A mail transaction that a client began at the front door, from its first RCPT TO that could be
 * read to its end: the reply to the content, RSET, a new EHLO, or the end of the session.
 *
 * @param session the session's id, which stands in its banner and in every error reply
 * @param number which transaction of the session it is, from 1
 * @param client the address that the client has; that of the connections is the one it stands for
 * @param tlsVersion such as TLSv1.3; empty in plaintext
 * @param certificate what the model makes of the client's certificate; empty if it presented none
 * @param envelope what was resolved, the recipients that were refused at RCPT TO too
 * @param attributions one for each recipient, in their order
 * @param replies what the server answered to each RCPT TO, in their order
 * @param dataReply what the server answered at the end of the content; empty if none came so far
 * @param message the content; empty if none came so far
 */
public record SmtpTransaction(
    String session,
    int number,
    IpAddress client,
    Optional<String> tlsVersion,
    Optional<CertificateVerdict> certificate,
    SimulatedTransaction envelope,
    List<Attribution> attributions,
    List<String> replies,
    Optional<String> dataReply,
    Optional<ReceivedMessage> message) {

  /**
   * Content that a client sent.
   *
   * @param header its header section, at most 32,768 bytes of it
   * @param bytes its length, the dots before lines taken away
   * @param file where it was kept; empty without a spool, or where it was not taken for its form
   */
  public record ReceivedMessage(String header, long bytes, Optional<Path> file) {}

  /** Copies the lists. */
  public SmtpTransaction {
    attributions = List.copyOf(attributions);
    replies = List.copyOf(replies);
  }

  /** The session's id and the number: the name of the transaction in output and spool. */
  public String name() {
    return session + "-" + number;
  }

  /** Whether the service would have taken the message for at least one recipient. */
  public boolean isTaken() {
    return dataReply.isPresent() && dataReply.get().startsWith("250");
  }

  /**
   * What the client was told of a recipient in the end; empty if it gave up before.
   *
   * @param recipient its index
   */
  public Optional<String> answer(int recipient) {
    String reply = replies.get(recipient);
    return reply.startsWith("250") ? dataReply : Optional.of(reply);
  }

  /** What the model makes of the certificate, in a line; empty if none was presented. */
  public Optional<String> certificateInWords() {
    return certificate.map(SmtpTransaction::inWords);
  }

  static String inWords(CertificateVerdict verdict) {
    String names = verdict.names().stream().map(Object::toString).collect(joining(", "));
    return verdict
        .firstFailure()
        .map(test -> "refused by " + test.rule().id() + ", " + test.actual())
        .orElse("accepted, names " + names);
  }
}
