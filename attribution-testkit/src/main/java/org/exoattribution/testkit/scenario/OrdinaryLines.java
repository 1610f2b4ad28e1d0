package org.exoattribution.testkit.scenario;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.ReversePath;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.testkit.document.Documents;
import org.exoattribution.testkit.document.Node.Scalar;
import org.exoattribution.testkit.document.Typed;
import org.exoattribution.testkit.scenario.ConnectionLines.Line;
import org.exoattribution.testkit.source.ScenarioException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a log that have nothing unusual in them, which is nearly all of them: plain
 * objects with one recipient. It refuses nothing: what is unusual or wrong is for the general
 * reader to judge. For one thread.
 */
final class OrdinaryLines {
  /** In characters; with the number of slots it bounds what is remembered. */
  private static final int LONGEST = 1 << 10;

  private final ConnectionParser general;
  private final Recent<IpAddress> addresses = new Recent<>();
  private final Recent<ReversePath> senders = new Recent<>();
  private final Recent<ForwardPath> recipients = new Recent<>();
  private final Recent<PresentedCertificate> certificates = new Recent<>();

  OrdinaryLines(ConnectionParser general) {
    this.general = general;
  }

  Optional<ScenarioConnection> read(Line line) {
    PlainConnection object =
        line.text().length() > LONGEST ? null : PlainConnection.parse(line.text());
    if (object == null || object.get("expect") != null) {
      return Optional.empty();
    }
    try {
      return connection(line, object);
    } catch (InvalidValueException | ScenarioException e) {
      return Optional.empty();
    }
  }

  private Optional<ScenarioConnection> connection(Line line, PlainConnection object) {
    String sourceIp = object.get("sourceIp");
    String mailFrom = object.get("mailFrom");
    String rcptTo = object.get("rcptTo");
    if (sourceIp == null || mailFrom == null || rcptTo == null) {
      return Optional.empty();
    }
    SimulatedConnection.Builder builder = SimulatedConnection.builder();
    builder.sourceIp(addresses.get(sourceIp, IpAddress::parse));
    builder.mailFrom(senders.get(mailFrom, ReversePath::parse));
    builder.rcptTo(recipients.get(rcptTo, ForwardPath::parse));
    Optional<Instant> given = read(object, "at", text -> instant(line, text));
    Instant at = general.instant(given);
    builder.at(at);
    read(object, "certificate", text -> certificate(line, text, at, given.isPresent()))
        .ifPresent(builder::presentedCertificate);
    read(object, "ehlo", builder::ehlo);
    read(object, "tls", text -> builder.tls(text.equals("true")));
    read(object, "headerFrom", builder::headerFrom);
    read(object, "forest", builder::forest);
    String name = object.get("name");
    return Optional.of(
        new ScenarioConnection(
            name == null ? Long.toString(line.number()) : name,
            line.location(),
            SimulatedTransaction.of(builder.build(), List.of()),
            List.of()));
  }

  private static <T> Optional<T> read(
      PlainConnection object, String key, Function<String, T> reader) {
    String value = object.get(key);
    return value == null ? Optional.empty() : Optional.of(reader.apply(value));
  }

  private static Instant instant(Line line, String text) {
    return Typed.instant(new Scalar(line.location(), Scalar.Kind.TEXT, text), "at");
  }

  private PresentedCertificate certificate(
      Line line, String text, Instant at, boolean isInstantGiven) {
    String key = isInstantGiven ? text + at.truncatedTo(ChronoUnit.DAYS) : text;
    return certificates.get(
        key,
        any ->
            general.certificate(
                Documents.parseJsonLine(line.location(), text), at, isInstantGiven));
  }

  /** What texts stand for that came lately, a fixed number of them. */
  private static final class Recent<T> {
    private static final int SLOTS = 1 << 10;

    @SuppressWarnings({"unchecked", "rawtypes"})
    private final @Nullable Entry<T>[] entries = new Entry[SLOTS];

    private record Entry<T>(String text, T value) {}

    private T get(String text, Function<String, T> read) {
      int hash = text.hashCode();
      int slot = (hash ^ hash >>> 10) & SLOTS - 1;
      Entry<T> entry = entries[slot];
      if (entry == null || !entry.text.equals(text)) {
        entry = new Entry<>(text, read.apply(text));
        entries[slot] = entry;
      }
      return entry.value;
    }
  }
}
