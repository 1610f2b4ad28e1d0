package org.exoattribution.testkit.smtp;

import org.exoattribution.model.SmtpReply;

/**
 * A reply of one line, without the host, time and session that end an error. Those about
 * attribution come from the engine; these are about the protocol.
 *
 * <p>The texts of 220, 221, 354, those to MAIL and RCPT, 500 5.3.3 and 504 5.7.4 are the service's.
 * Those of 421 4.3.2, 421 4.4.1, 452 4.5.3, 501 5.5.4 Invalid domain name and of the three 503
 * 5.5.2 about hello, mail and rcpt are Exchange's, as its administrators quote them from their
 * logs. The others are chosen here after RFC 5321 and RFC 3463: the code of the case (RFC 5321,
 * section 4.3.2; 421 where a time is over, 4.5.3.2.7; 452 for too many recipients, 4.5.3.1.10; 552
 * for SIZE, RFC 1870, section 6), and the enhanced code that names it (RFC 3463, sections 3.2 to
 * 3.8: x.1.3 and x.1.7 an address's form, x.3.1 storage, x.3.4 a message too big, x.5.1 a command
 * out of order, x.5.2 its form, x.5.4 its arguments, x.6 content, x.7.0 security).
 *
 * @param code three digits (RFC 5321, section 4.2)
 * @param text what follows, the enhanced status code first
 */
record Reply(int code, String text) {
  static final Reply SENDER_OK = new Reply(250, "2.1.0 Sender OK");
  static final Reply RECIPIENT_OK = new Reply(250, "2.1.5 Recipient OK");
  static final Reply START_INPUT = new Reply(354, "Start mail input; end with <CRLF>.<CRLF>");
  static final Reply RESETTING = new Reply(250, "2.0.0 Resetting");
  static final Reply OK = new Reply(250, "2.0.0 OK");
  static final Reply CANNOT_VERIFY = new Reply(252, "2.1.5 Cannot VRFY user");
  static final Reply TLS_READY = new Reply(220, "2.0.0 SMTP server ready");
  static final Reply CLOSING = new Reply(221, "2.0.0 Service closing transmission channel");

  static final Reply TOO_MANY_CONNECTIONS =
      new Reply(
          421,
          "4.3.2 The maximum number of concurrent connections has exceeded a limit, closing"
              + " transmission channel");
  static final Reply TIMED_OUT = new Reply(421, "4.4.1 Connection timed out");
  static final Reply TOO_MANY_ERRORS =
      new Reply(421, "4.7.0 Too many errors on this connection, closing transmission channel");
  static final Reply TOO_MANY_RECIPIENTS = new Reply(452, "4.5.3 Too many recipients");
  static final Reply NO_STORAGE = new Reply(452, "4.3.1 Insufficient system storage");
  static final Reply UNRECOGNIZED = new Reply(500, "5.3.3 Unrecognized command");
  static final Reply LINE_TOO_LONG = new Reply(500, "5.5.2 Line too long");
  static final Reply BAD_SENDER = new Reply(501, "5.1.7 Invalid address");
  static final Reply BAD_RECIPIENT = new Reply(501, "5.1.3 Invalid address");
  static final Reply BAD_ARGUMENTS = new Reply(501, "5.5.4 Invalid arguments");
  static final Reply BAD_DOMAIN = new Reply(501, "5.5.4 Invalid domain name");
  static final Reply UNKNOWN_PARAMETER = new Reply(501, "5.5.4 Unrecognized parameter");
  static final Reply HELLO_FIRST = new Reply(503, "5.5.2 Send hello first");
  static final Reply SENDER_ALREADY = new Reply(503, "5.5.2 Sender already specified");
  static final Reply NEED_MAIL = new Reply(503, "5.5.2 Need mail command");
  static final Reply NEED_RCPT = new Reply(503, "5.5.2 Need rcpt command");
  static final Reply BAD_SEQUENCE = new Reply(503, "5.5.1 Bad sequence of commands");
  static final Reply NO_AUTHENTICATION = new Reply(504, "5.7.4 Unrecognized authentication type");
  static final Reply BARE_LINE_FEEDS =
      new Reply(550, "5.6.11 Invalid characters; message contains bare linefeeds");
  static final Reply TOO_LARGE =
      new Reply(552, "5.3.4 Message size exceeds fixed maximum message size");

  static Reply of(SmtpReply reply) {
    return new Reply(reply.code(), reply.enhancedStatusCode() + " " + reply.text());
  }

  /** Refuses a command with this, unless it holds. */
  void unless(boolean holds) throws Refusal {
    if (!holds) {
      throw new Refusal(this);
    }
  }

  /** A command that is not obeyed; the session goes on, unless there are too many of them. */
  static final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Reply reply;

    Refusal(Reply reply) {
      super(reply.text(), null, false, false); // which costs nothing
      this.reply = reply;
    }

    Reply reply() {
      return reply;
    }
  }

  boolean isError() {
    return code >= 400;
  }
}
