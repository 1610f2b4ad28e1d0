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
import org.exoattribution.testkit.smtp.Reply.Refusal;
import org.exoattribution.testkit.smtp.SmtpTransaction.ReceivedMessage;
import org.jspecify.annotations.Nullable;

final class MailCommands {
  private static final Pattern CHUNK =
      Pattern.compile("([0-9]{1,18})( +LAST)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]+>");

  private final Settings settings;
  private final AttributionEngine engine;
  private final Speaker speaker;
  private @Nullable String ehlo;
  private @Nullable Envelope envelope;
  private @Nullable Message message;
  private int number;

  MailCommands(AttributionEngine engine, Speaker speaker) {
    this.settings = speaker.settings();
    this.engine = engine;
    this.speaker = speaker;
  }

  void hello(Peer peer, @Nullable String name) {
    reset(peer);
    ehlo = name;
  }

  boolean isGreeted() {
    return ehlo != null;
  }

  void mail(Peer peer, String argument) throws IOException, Refusal {
    Reply.HELLO_FIRST.unless(ehlo != null);
    Reply.SENDER_ALREADY.unless(envelope == null);
    PathArgument parsed = PathArgument.parse("FROM:", argument);
    parsed.checkMail(settings.limits().messageBytes());
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

  void rcpt(String argument) throws IOException, Refusal {
    Envelope open = needed(Reply.NEED_MAIL);
    Reply.BAD_SEQUENCE.unless(message == null);
    PathArgument parsed = PathArgument.parse("TO:", argument);
    parsed.checkRcpt();
    ForwardPath recipient =
        address(parsed.path(), open.isInternationalized(), ForwardPath::parse, Reply.BAD_RECIPIENT);
    Reply.TOO_MANY_RECIPIENTS.unless(open.size() < settings.limits().recipients());
    number += open.size() == 0 ? 1 : 0;
    Optional<Reply> rejection = open.add(recipient);
    open.answered(speaker.say(rejection.orElse(Reply.RECIPIENT_OK)), rejection.isEmpty());
  }

  private Envelope needed(Reply otherwise) throws Refusal {
    if (envelope == null) {
      throw new Refusal(otherwise);
    }
    return envelope;
  }

  /** Refuses what is no address, or one with other letters than the client said it would use. */
  private static <T> T address(
      String path, boolean international, Function<String, T> parse, Reply otherwise)
      throws Refusal {
    boolean ascii = path.chars().allMatch(c -> c < 0x80);
    otherwise.unless(
        path.indexOf('@') >= 0 && path.indexOf('\uFFFD') < 0 && (ascii || international));
    try {
      return parse.apply(path);
    } catch (InvalidValueException e) {
      throw new Refusal(otherwise);
    }
  }

  void data(Peer peer, String argument) throws IOException, Refusal {
    Reply.BAD_SEQUENCE.unless(message == null);
    Reply.BAD_ARGUMENTS.unless(argument.isEmpty());
    Envelope open = needed(Reply.NEED_MAIL);
    Reply.NEED_RCPT.unless(open.hasTaken());
    speaker.say(Reply.START_INPUT);
    Message content = begin();
    ContentReader reader = new ContentReader(content);
    speaker.wire().read(reader, timeLeft(content));
    finish(peer, open, content, reader.bareLineFeeds());
  }

  void bdat(Peer peer, String argument) throws IOException, Refusal {
    Matcher chunk = CHUNK.matcher(argument);
    Reply.BAD_ARGUMENTS.unless(chunk.matches());
    long size = Long.parseLong(chunk.group(1));
    if (envelope == null || !envelope.hasTaken()) {
      speaker.wire().read(new Chunk(size, null), settings.limits().messageTime());
      throw new Refusal(envelope == null ? Reply.NEED_MAIL : Reply.NEED_RCPT);
    }
    Message content = message == null ? begin() : message;
    speaker.wire().read(new Chunk(size, content), timeLeft(content));
    if (chunk.group(2) != null || content.isTooLarge()) {
      finish(peer, envelope, content, false);
    } else {
      speaker.say(new Reply(250, "2.6.0 CHUNK received OK, " + size + " octets"));
    }
  }

  /** Reads the octets of a BDAT command, whatever they are (RFC 3030). */
  private static final class Chunk implements Wire.Taker {
    private final @Nullable Message message;
    private long left;

    private Chunk(long size, @Nullable Message message) {
      this.left = size;
      this.message = message;
    }

    @Override
    public boolean isDone() {
      return left == 0;
    }

    @Override
    public int take(byte[] bytes, int offset, int count) {
      int taken = (int) Math.min(left, count);
      left -= taken;
      if (message != null) {
        message.write(bytes, offset, taken);
      }
      return taken;
    }
  }

  /** What is left of the time for all of a message, its chunks together. */
  private Duration timeLeft(Message content) {
    return settings.limits().messageTime().minus(content.age());
  }

  private Message begin() {
    Message begun = new Message(settings.limits().messageBytes(), name(), settings.spool());
    message = begun;
    return begun;
  }

  private String name() {
    return speaker.session() + "-" + number;
  }

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
      StringBuilder fields = new StringBuilder();
      for (Attribution attribution : ending.attributions()) {
        String json = AttributionJson.of(name(), attribution);
        fields.append("X-Attribution: ").append(json).append("\r\n");
      }
      file = content.keep(fields.toString());
      reply = refusal.orElseGet(() -> queued(content));
    }
    if (content.failure().isPresent()) {
      settings.notes().accept("spool: cannot be written: " + content.failure().get().getMessage());
      reply = Reply.NO_STORAGE;
    }
    String line = speaker.line(reply);
    ReceivedMessage received = new ReceivedMessage(content.header(), content.bytes(), file);
    report(peer, ending, Optional.of(line), Optional.of(received));
    drop();
    speaker.wire().write(line);
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
                speaker.session(),
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
