package org.exoattribution.testkit.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.ReversePath;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.testkit.document.Documents;
import org.exoattribution.testkit.document.Node;
import org.exoattribution.testkit.document.StrictObject;
import org.exoattribution.testkit.document.Typed;
import org.exoattribution.testkit.scenario.ConnectionLines.Line;

/** Reads connections, of scenario files and of {@code .jsonl} files alike. */
final class ConnectionParser {
  static final List<String> KEYS =
      StrictObject.keys(
          "name sourceIp ehlo tls certificate mailFrom headerFrom rcptTo forest at expect");
  private static final String MAIL_FROM = "an address, a domain or \"<>\"";
  private static final String RCPT_TO = "an address or a domain, or a list of them";

  private final Instant defaultInstant;
  private final boolean isGuess;
  private final Optional<Instant> override;
  private final CertificateParser certificates;
  private final ThreadLocal<OrdinaryLines> ordinaryLines =
      ThreadLocal.withInitial(() -> new OrdinaryLines(this));

  /**
   * @param defaultInstant for connections without {@code at}
   * @param isGuess whether that is a guess, which will not do for a real certificate
   * @param override for every connection, if present
   */
  ConnectionParser(
      Instant defaultInstant,
      boolean isGuess,
      Optional<Instant> override,
      CertificateParser certificates) {
    this.defaultInstant = defaultInstant;
    this.isGuess = isGuess && override.isEmpty();
    this.override = override;
    this.certificates = certificates;
  }

  ScenarioConnection parse(Line line) {
    return ordinaryLines
        .get()
        .read(line)
        .orElseGet(
            () -> parse(Documents.parseJsonLine(line.location(), line.text()), line.number()));
  }

  Instant instant(Optional<Instant> given) {
    return override.or(() -> given).orElse(defaultInstant);
  }

  PresentedCertificate certificate(Node node, Instant at, boolean isInstantGiven) {
    return certificates.parse(node, at, isInstantGiven || !isGuess);
  }

  ScenarioConnection parse(Node node, long number) {
    StrictObject object = new StrictObject(node, "a connection", KEYS);
    SimulatedConnection.Builder builder = SimulatedConnection.builder();
    builder.sourceIp(
        Typed.parsed(object.require("sourceIp", "an IP address"), "sourceIp", IpAddress::parse));
    object.text("ehlo").ifPresent(builder::ehlo);
    Optional<Instant> given = object.read("at", Typed::instant);
    Instant at = instant(given);
    builder.at(at);
    object
        .get("certificate")
        .map(value -> certificate(value, at, given.isPresent()))
        .ifPresent(builder::presentedCertificate);
    object.read("tls", Typed::flag).ifPresent(builder::tls);
    builder.mailFrom(
        Typed.parsed(object.require("mailFrom", MAIL_FROM), "mailFrom", ReversePath::parse));
    object.parse("headerFrom", builder::headerFrom);
    object.parse("forest", builder::forest);
    Node rcptTo = object.require("rcptTo", RCPT_TO);
    List<ForwardPath> recipients = Typed.each(rcptTo, "rcptTo", ForwardPath::parse);
    if (recipients.isEmpty()) {
      throw Typed.wrong(rcptTo, "rcptTo", RCPT_TO);
    }
    SimulatedTransaction transaction =
        SimulatedTransaction.of(
            builder.rcptTo(recipients.get(0)).build(), recipients.subList(1, recipients.size()));
    Optional<Node> expect = object.field("expect");
    List<Expectation> expectations =
        expect.map(each -> Expectation.parse(each, recipients.size())).orElse(List.of());
    String name = object.text("name").orElseGet(() -> Long.toString(number));
    return new ScenarioConnection(name, object.location(), transaction, expectations);
  }
}
