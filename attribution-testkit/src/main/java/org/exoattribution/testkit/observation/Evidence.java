package org.exoattribution.testkit.observation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.exoattribution.analysis.observation.Observation;
import org.exoattribution.analysis.observation.Observed;
import org.exoattribution.model.Attribution.Verdict;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.ReversePath;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.testkit.source.SourceLocation;

/** The values of one message or row as they are gathered; what is missing is missing. */
final class Evidence {
  private static final String HOSTED = "Hosted";

  Optional<IpAddress> source = Optional.empty();
  Optional<String> ehlo = Optional.empty();
  Optional<Boolean> tls = Optional.empty();
  Optional<ReversePath> mailFrom = Optional.empty();
  Optional<DomainName> headerFrom = Optional.empty();
  Optional<ForwardPath> rcptTo = Optional.empty();
  Optional<Instant> at = Optional.empty();
  Optional<Verdict> verdict = Optional.empty();
  Optional<String> tenant = Optional.empty();
  Optional<String> connector = Optional.empty();
  private Optional<String> recipientNote = Optional.empty();
  private boolean hosted;
  private final Map<String, String> besides = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();

  /** What the service says of who sent the message: HybridOnPrem, Internet or Hosted. */
  void entity(Optional<String> value) {
    hosted |= value.filter(HOSTED::equalsIgnoreCase).isPresent();
    verdict = verdict.or(() -> value.flatMap(Evidence::verdictOfEntity));
  }

  private static Optional<Verdict> verdictOfEntity(String entity) {
    return switch (entity.toLowerCase(Locale.ROOT)) {
      case "hybridonprem" -> Optional.of(Verdict.ORIGINATING);
      case "internet" -> Optional.of(Verdict.INCOMING);
      default -> Optional.empty();
    };
  }

  /** The verdict by its own name. */
  static Optional<Verdict> verdict(String name) {
    return switch (name.strip().toLowerCase(Locale.ROOT)) {
      case "originating" -> Optional.of(Verdict.ORIGINATING);
      case "incoming" -> Optional.of(Verdict.INCOMING);
      default -> Optional.empty();
    };
  }

  /** Whether a mailbox sent it. */
  boolean isHosted() {
    return hosted;
  }

  void beside(String name, Optional<String> value) {
    value.ifPresent(text -> besides.put(name, text));
  }

  void note(String text) {
    notes.add(text);
  }

  void rcptTo(String address, String whose) {
    rcptTo = Optional.of(ForwardPath.parse(address));
    recipientNote = Optional.of("the recipient is " + whose);
  }

  /**
   * All of it as one observation.
   *
   * @throws InvalidValueException if something is missing that every connection has
   */
  Sighting sighting(SourceLocation location, ObservationReader reader) {
    SimulatedConnection.Builder connection =
        SimulatedConnection.builder()
            .sourceIp(required(source, "the source address"))
            .mailFrom(required(mailFrom, "MAIL FROM"))
            .rcptTo(required(reader.recipient().or(() -> rcptTo), "a recipient (--to gives one)"))
            .at(reader.instant(at));
    if (reader.recipient().isEmpty()) {
      recipientNote.ifPresent(this::note);
    }
    ehlo.ifPresent(connection::ehlo);
    headerFrom.map(DomainName::value).ifPresent(connection::headerFrom);
    // Nearly every session is TLS, and a plaintext one is told as such by its front end.
    connection.tls(tls.orElse(true));
    if (tls.orElse(true)) {
      ehlo.flatMap(reader::certificate).ifPresent(connection::presentedCertificate);
    }
    return new Sighting(
        new Observation(connection.build(), new Observed(verdict, tenant, connector, false)),
        location,
        besides,
        notes);
  }

  private static <T> T required(Optional<T> value, String what) {
    return value.orElseThrow(
        () ->
            new InvalidValueException(
                "tells nothing of "
                    + what
                    + ": expected a message that"
                    + " came in through Exchange Online, with all its headers or columns"));
  }
}
