package org.exoattribution.testkit.smtp;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.ReversePath;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.testkit.render.json.AttributionJson;
import org.exoattribution.testkit.smtp.SmtpTransaction.ReceivedMessage;
import org.jspecify.annotations.Nullable;

/** The commands of a mail transaction: MAIL, RCPT, DATA, BDAT, and what ends one. */
final class MailCommands {
  private static final Pattern CHUNK =
      Pattern.compile("([0-9]{1,18})( +LAST)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]+>");

  private final Settings settings;
  private final AttributionEngine engine;
  private final Wire wire;
  private final Speaker speaker;
  private final String session;
  private @Nullable String ehlo;
  private @Nullable Envelope envelope;
  private @Nullable Message message;
  private int number;

  MailCommands(
      Settings settings, AttributionEngine engine, Wire wire, Speaker speaker, String session) {
    this.settings = settings;
    this.engine = engine;
    this.wire = wire;
    this.speaker = speaker;
    this.session = session;
  }

  void hello(Peer peer, String name) {
    reset(peer);
    ehlo = name;
  }

  void forgetHello(Peer peer) {
    reset(peer);
    ehlo = null;
  }

  boolean isGreeted() {
    return ehlo != null;
  }

  void mail(Peer peer, String argument) throws IOException, RefusedException {
    RefusedException.unless(ehlo != null, Reply.HELLO_FIRST);
    RefusedException.unless(envelope == null, Reply.SENDER_ALREADY);
    PathArgument parsed = PathArgument.parse("FROM:", argument);
    EsmtpParameters.checkMail(parsed.parameters(), settings.limits().messageBytes());
    boolean international = parsed.parameters().containsKey("SMTPUTF8");
    ReversePath sender =
        parsed.path().isEmpty()
            ? ReversePath.NULL
            : address(parsed.path(), international, ReversePath::parse, Reply.BAD_SENDER);
    SimulatedConnection.Builder connection = peer.connection(sender);
    if (ehlo != null && !ehlo.isEmpty()) {
      connection.ehlo(ehlo);
    }
    settings.forest().ifPresent(connection::forest);
    envelope = new Envelope(engine, connection, international);
    speaker.say(Reply.SENDER_OK);
  }

  void rcpt(String argument) throws IOException, RefusedException {
    Envelope open = needed(envelope, Reply.NEED_MAIL);
    RefusedException.unless(message == null, Reply.BAD_SEQUENCE);
    PathArgument parsed = PathArgument.parse("TO:", argument);
    EsmtpParameters.checkRcpt(parsed.parameters());
    ForwardPath recipient =
        address(parsed.path(), open.isInternationalized(), ForwardPath::parse, Reply.BAD_RECIPIENT);
    RefusedException.unless(
        open.size() < settings.limits().recipients(), Reply.TOO_MANY_RECIPIENTS);
    number += open.size() == 0 ? 1 : 0;
    Optional<Reply> rejection = open.add(recipient);
    open.answered(speaker.say(rejection.orElse(Reply.RECIPIENT_OK)), rejection.isEmpty());
  }

  private static <T> T needed(@Nullable T value, Reply otherwise) throws RefusedException {
    if (value == null) {
      throw new RefusedException(otherwise);
    }
    return value;
  }

  /** Refuses what is no address, or one with other letters than the client said it would use. */
  private static <T> T address(
      String path, boolean international, Function<String, T> parse, Reply otherwise)
      throws RefusedException {
    boolean ascii = path.chars().allMatch(c -> c < 0x80);
    RefusedException.unless(
        path.indexOf('@') >= 0 && path.indexOf('\uFFFD') < 0 && (ascii || international),
        otherwise);
    try {
      return parse.apply(path);
    } catch (InvalidValueException e) {
      throw new RefusedException(otherwise);
    }
  }

  void data(Peer peer, String argument) throws IOException, RefusedException {
    RefusedException.unless(message == null, Reply.BAD_SEQUENCE);
    RefusedException.unless(argument.isEmpty(), Reply.BAD_ARGUMENTS);
    Envelope open = needed(envelope, Reply.NEED_MAIL);
    RefusedException.unless(open.hasTaken(), Reply.NEED_RCPT);
    speaker.say(Reply.START_INPUT);
    Message content = begin();
    DataReader reader = new DataReader(content);
    read(reader, content);
    finish(peer, open, content, reader.bareLineFeeds());
  }

  void bdat(Peer peer, String argument) throws IOException, RefusedException {
    Matcher chunk = CHUNK.matcher(argument);
    RefusedException.unless(chunk.matches(), Reply.BAD_ARGUMENTS);
    long size = Long.parseLong(chunk.group(1));
    if (envelope == null || !envelope.hasTaken()) {
      read(new ChunkReader(size, null), null);
      throw new RefusedException(envelope == null ? Reply.NEED_MAIL : Reply.NEED_RCPT);
    }
    Message content = message == null ? begin() : message;
    read(new ChunkReader(size, content), content);
    if (chunk.group(2) != null || content.isTooLarge()) {
      finish(peer, envelope, content, false);
    } else {
      speaker.say(new Reply(250, "2.6.0 CHUNK received OK, " + size + " octets"));
    }
  }

  /** In what is left of the time for all of a message, its chunks together. */
  private void read(Wire.Taker taker, @Nullable Message content) throws IOException {
    Duration time = settings.limits().messageTime();
    wire.read(taker, content == null ? time : time.minus(content.age()));
  }

  private Message begin() {
    Message begun = new Message(settings.limits().messageBytes(), name(), settings.spool());
    message = begun;
    return begun;
  }

  private String name() {
    return session + "-" + number;
  }

  /** The end of the content: one reply for the whole transaction. */
  private void finish(Peer peer, Envelope ending, Message content, boolean bareLineFeeds)
      throws IOException {
    Optional<Path> file = Optional.empty();
    Reply reply;
    if (content.isTooLarge()) {
      reply = Reply.TOO_LARGE;
    } else if (bareLineFeeds) {
      reply = Reply.BARE_LINE_FEEDS;
    } else {
      Optional<Reply> refusal = ending.end(content.field("From"));
      file = content.keep(fields(ending));
      reply = refusal.orElseGet(() -> queued(content));
    }
    if (content.failure().isPresent()) {
      settings.notes().accept("spool: cannot be written: " + content.failure().get().getMessage());
      reply = Reply.NO_STORAGE;
    }
    String line = speaker.line(reply);
    report(
        peer,
        ending,
        Optional.of(line),
        Optional.of(new ReceivedMessage(content.header(), content.bytes(), file)));
    drop();
    wire.write(line);
  }

  private String fields(Envelope ending) {
    StringBuilder fields = new StringBuilder();
    for (Attribution attribution : ending.attributions()) {
      fields
          .append("X-Attribution: ")
          .append(AttributionJson.of(name(), attribution))
          .append("\r\n");
    }
    return fields.toString();
  }

  private Reply queued(Message content) {
    String id =
        content
            .field("Message-ID")
            .filter(given -> MESSAGE_ID.matcher(given).matches())
            .orElse("<" + name() + "@" + settings.host() + ">");
    double seconds = Math.max(0.001, content.age().toNanos() / 1e9);
    return new Reply(
        250,
        String.format(
            Locale.ROOT,
            "2.6.0 %s [InternalId=%d, Hostname=%s] %d bytes in %.3f, %.3f KB/sec Queued mail for"
                + " delivery",
            id,
            settings.internalIds().incrementAndGet(),
            settings.host(),
            content.bytes(),
            seconds,
            content.bytes() / 1024.0 / seconds));
  }

  /** Ends the transaction that is under way, if one is. */
  void reset(Peer peer) {
    if (envelope != null && envelope.size() > 0) {
      report(peer, envelope, Optional.empty(), Optional.empty());
    }
    drop();
  }

  private void report(
      Peer peer, Envelope ended, Optional<String> dataReply, Optional<ReceivedMessage> content) {
    settings
        .transactions()
        .accept(
            new SmtpTransaction(
                session,
                number,
                peer.address(),
                peer.tlsVersion(),
                peer.verdict(engine),
                ended.transaction(),
                ended.attributions(),
                ended.replies(),
                dataReply,
                content));
  }

  private void drop() {
    if (message != null) {
      message.drop();
    }
    message = null;
    envelope = null;
  }
}
