package org.exoattribution.testkit.observation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.exoattribution.analysis.observation.Observation;
import org.exoattribution.analysis.observation.Observed;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.testkit.document.SourceFiles;
import org.exoattribution.testkit.scenario.ObservedLines;
import org.exoattribution.testkit.scenario.ScenarioConnection;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;

/**
 * Reads observations of any kind, told apart by what is in them: a message or its headers, an mbox,
 * an extended message trace, or JSON Lines. Everything is read as a stream, in constant memory.
 * Every {@code with...} method returns a changed copy.
 */
public final class ObservationReader {
  private static final String EXPECTED =
      "a message or its headers, an mbox, an extended message trace (CSV), or JSON Lines";
  private static final int HEAD = 1 << 16;
  private static final int BYTE_ORDER_MARK = 0xfeff;
  private static final Pattern HEADER = Pattern.compile("[!-9;-~]+[ \\t]*:.*");

  private final Instant otherwise;
  private final Optional<Instant> instant;
  private final Optional<ForwardPath> recipient;
  private final Map<String, PresentedCertificate> certificates;

  private ObservationReader(
      Instant otherwise,
      Optional<Instant> instant,
      Optional<ForwardPath> recipient,
      Map<String, PresentedCertificate> certificates) {
    this.otherwise = Objects.requireNonNull(otherwise, "otherwise");
    this.instant = Objects.requireNonNull(instant, "instant");
    this.recipient = Objects.requireNonNull(recipient, "recipient");
    this.certificates = Map.copyOf(certificates);
  }

  /**
   * A reader of what the files tell alone.
   *
   * @param otherwise the instant of a message that tells none
   */
  public static ObservationReader of(Instant otherwise) {
    return new ObservationReader(otherwise, Optional.empty(), Optional.empty(), Map.of());
  }

  /** The same for messages that all came at this instant. */
  public ObservationReader withInstant(Instant at) {
    return new ObservationReader(otherwise, Optional.of(at), recipient, certificates);
  }

  /** The same for messages that all went to this recipient. */
  public ObservationReader withRecipient(ForwardPath rcptTo) {
    return new ObservationReader(otherwise, instant, Optional.of(rcptTo), certificates);
  }

  /** The same with the certificate that the server of this EHLO name presents. */
  public ObservationReader withCertificate(String ehlo, PresentedCertificate certificate) {
    Map<String, PresentedCertificate> more = new HashMap<>(certificates);
    more.put(ehlo.toLowerCase(Locale.ROOT), certificate);
    return new ObservationReader(otherwise, instant, recipient, more);
  }

  Optional<ForwardPath> recipient() {
    return recipient;
  }

  Optional<PresentedCertificate> certificate(String ehlo) {
    return Optional.ofNullable(certificates.get(ehlo.toLowerCase(Locale.ROOT)));
  }

  Instant instant(Optional<Instant> told) {
    return instant.or(() -> told).orElse(otherwise);
  }

  /**
   * Reads a file to its end.
   *
   * @throws ScenarioException if it holds no observations of any kind
   */
  public void read(Path file, ObservationSink sink) {
    try (InputStream in = SourceFiles.stream(file)) {
      read(file.toString(), in, file.toAbsolutePath().resolveSibling(""), sink);
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
  }

  /**
   * Reads a stream to its end, and leaves it open.
   *
   * @param name names the stream in messages
   * @param folder what the paths of certificates in JSON Lines are relative to
   * @throws ScenarioException if it holds no observations of any kind
   */
  public void read(String name, InputStream in, Path folder, ObservationSink sink) {
    try {
      BufferedInputStream buffered = new BufferedInputStream(in, HEAD);
      buffered.mark(HEAD);
      byte[] head = buffered.readNBytes(HEAD);
      buffered.reset();
      Charset charset = SourceFiles.encoding(head, head.length);
      if (head.length > 2 && new String(head, 0, 3, UTF_8).charAt(0) == BYTE_ORDER_MARK) {
        buffered.skipNBytes(3);
      }
      String first = firstLine(new String(head, charset));
      boolean message = MessageReader.isSeparator(first) || HEADER.matcher(first).matches();
      if (!message && !first.startsWith("{") && !TraceReader.isHeading(first)) {
        throw new ScenarioException(
            new SourceLocation(name, 0), "holds no observations: expected " + EXPECTED);
      }
      try {
        if (first.startsWith("{")) {
          ObservedLines.read(
              name,
              buffered,
              folder,
              otherwise,
              instant,
              (connection, observed) -> sink.observed(sighting(connection, observed)),
              sink::unreadable);
        } else if (TraceReader.isHeading(first)) {
          new TraceReader(this).read(name, text(buffered, charset), first, sink);
        } else {
          // Bodies are in any charset, and Latin 1 keeps every byte.
          boolean bytes = charset.equals(UTF_8);
          Reader text = text(buffered, bytes ? ISO_8859_1 : charset);
          new MessageReader(this, name, text, bytes ? ISO_8859_1 : UTF_8, sink).read();
        }
      } catch (ScenarioException e) {
        sink.unreadable(e); // a line without end: what came before it counts
      }
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /** Hands over one observation, or what is wrong with it. */
  void tell(Supplier<Evidence> read, SourceLocation location, ObservationSink sink) {
    try {
      Evidence evidence = read.get();
      if (evidence.isHosted()) {
        sink.sentByMailbox(location);
      } else {
        sink.observed(evidence.sighting(location, this));
      }
    } catch (InvalidValueException e) {
      sink.unreadable(new ScenarioException(location, String.valueOf(e.getMessage())));
    }
  }

  /** The text without a byte order mark. */
  private static Reader text(InputStream in, Charset charset) throws IOException {
    Reader text = new BufferedReader(new InputStreamReader(in, charset), HEAD);
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return text;
  }

  private Sighting sighting(ScenarioConnection line, Observed observed) {
    SimulatedConnection connection = line.transaction().connections().get(0);
    SimulatedConnection.Builder builder = connection.toBuilder();
    recipient.ifPresent(builder::rcptTo);
    if (connection.presentedCertificate().isEmpty()) {
      connection
          .ehlo()
          .flatMap(this::certificate)
          .ifPresent(given -> builder.presentedCertificate(given).tls(true));
    }
    return new Sighting(
        new Observation(builder.build(), observed), line.location(), Map.of(), List.of());
  }

  private static ScenarioException unreadable(String name, IOException e) {
    return new ScenarioException(
        new SourceLocation(name, 0),
        "cannot be read (" + SourceFiles.reason(e) + "): expected " + EXPECTED);
  }

  /** The first line that is not blank and no type information of Export-Csv. */
  private static String firstLine(String head) {
    return SourceFiles.withoutMark(head)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .findFirst()
        .orElse("");
  }
}
