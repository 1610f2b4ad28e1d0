package org.exoattribution.testkit.smtp;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.testkit.smtp.Reply.Refusal;
import org.exoattribution.testkit.smtp.Wire.End;
import org.exoattribution.testkit.smtp.Wire.Line;

/**
 * One client's session, from banner to end (RFC 5321): everything but the mail itself, which {@link
 * MailCommands} has.
 */
final class SmtpSession implements Runnable {
  private static final int MOST_ERRORS = 10;
  private static final Pattern EHLO_NAME = Pattern.compile("[A-Za-z0-9._:\\[\\]-]{1,255}");
  private static final List<String> HELP =
      List.of(
          "This server supports the following commands:",
          "HELO EHLO STARTTLS RCPT DATA RSET MAIL QUIT HELP AUTH BDAT");

  private final Settings settings;
  private final AttributionEngine engine;
  private final Wire wire;
  private final Speaker speaker;
  private final MailCommands mail;
  private Peer peer;
  private boolean ended;

  SmtpSession(Settings settings, AttributionEngine engine, Wire wire, String id, Peer peer) {
    this.settings = settings;
    this.engine = engine;
    this.wire = wire;
    this.peer = peer;
    this.speaker = new Speaker(settings, wire, id);
    this.mail = new MailCommands(engine, speaker);
  }

  @Override
  public void run() {
    try {
      speaker.greet();
      converse();
    } catch (SocketTimeoutException e) {
      sayLast(Reply.TIMED_OUT);
    } catch (IOException e) {
      // The client has gone, or was cut off: there is nobody left to tell.
    } finally {
      mail.reset(peer);
      wire.close();
    }
  }

  private void sayLast(Reply reply) {
    note("ended: " + reply.code() + " " + reply.text());
    try {
      speaker.say(reply);
    } catch (IOException e) {
      // The client has gone.
    }
  }

  private void converse() throws IOException {
    int errors = 0;
    while (!ended) {
      Line line = wire.readLine(settings.limits().lineBytes());
      if (line == null) {
        return;
      }
      try {
        ended = line.end() == End.NONE; // whoever sends no end would be read for ever
        Reply.LINE_TOO_LONG.unless(!ended);
        Reply.UNRECOGNIZED.unless(line.end() == End.CR_LF);
        obey(line.text());
      } catch (Refusal e) {
        speaker.say(e.reply());
        errors++;
      }
      if (errors >= MOST_ERRORS) {
        sayLast(Reply.TOO_MANY_ERRORS);
        return;
      }
    }
  }

  private void obey(String line) throws IOException, Refusal {
    int space = line.indexOf(' ');
    String verb = (space < 0 ? line : line.substring(0, space)).toUpperCase(Locale.ROOT);
    String argument = space < 0 ? "" : line.substring(space + 1).strip();
    switch (verb) {
      case "EHLO", "HELO" -> hello(verb.equals("EHLO"), argument);
      case "STARTTLS" -> startTls(argument);
      case "MAIL" -> mail.mail(peer, argument);
      case "RCPT" -> mail.rcpt(argument);
      case "DATA" -> mail.data(peer, argument);
      case "BDAT" -> mail.bdat(peer, argument);
      case "RSET" -> {
        mail.reset(peer);
        speaker.say(Reply.RESETTING);
      }
      case "NOOP" -> speaker.say(Reply.OK);
      case "VRFY" -> speaker.say(Reply.CANNOT_VERIFY);
      case "HELP" -> speaker.say(214, HELP);
      case "QUIT" -> {
        ended = true;
        speaker.say(Reply.CLOSING);
      }
      case "AUTH" -> throw new Refusal(Reply.NO_AUTHENTICATION);
      default -> throw new Refusal(Reply.UNRECOGNIZED);
    }
  }

  private void hello(boolean extended, String name) throws IOException, Refusal {
    Reply.BAD_DOMAIN.unless(name.isEmpty() || EHLO_NAME.matcher(name).matches());
    mail.hello(peer, name);
    String hello = settings.host() + " Hello [" + peer.source() + "]";
    String tls = peer.tlsVersion().isEmpty() ? "STARTTLS\n" : "";
    String extensions =
        "\nSIZE %d\nPIPELINING\nDSN\nENHANCEDSTATUSCODES\n%s8BITMIME\nCHUNKING\nSMTPUTF8"
            .formatted(settings.limits().messageBytes(), tls);
    speaker.say(250, (extended ? hello + extensions : hello).lines().toList());
  }

  private void startTls(String argument) throws IOException, Refusal {
    Reply.BAD_ARGUMENTS.unless(argument.isEmpty());
    Reply.HELLO_FIRST.unless(mail.isGreeted());
    Reply.BAD_SEQUENCE.unless(peer.tlsVersion().isEmpty());
    // Commands in plaintext would be taken as if they had come in TLS (CVE-2011-0411).
    ended = wire.hasMore();
    Reply.BAD_SEQUENCE.unless(!ended);
    mail.hello(peer, null);
    speaker.say(Reply.TLS_READY);
    try {
      SSLSocket secure = wire.startTls(settings.tls(), settings.limits().handshake());
      peer = peer.secured(secure.getSession(), settings.revocation());
    } catch (SSLException | SocketTimeoutException e) {
      note("TLS handshake failed: " + e.getMessage());
      wire.cut();
      throw new IOException(e);
    }
    note(peer.describe(engine));
  }

  private void note(String text) {
    String standsFor =
        peer.source().equals(peer.address()) ? "" : " (stands for " + peer.source() + ")";
    settings
        .notes()
        .accept(
            "session " + speaker.session() + " from " + peer.address() + standsFor + ": " + text);
  }
}
