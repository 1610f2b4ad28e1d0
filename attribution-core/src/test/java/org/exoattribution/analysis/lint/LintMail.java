package org.exoattribution.analysis.lint;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/** Mail to try what findings say of it, under default readings. */
final class LintMail {
  static final List<String> PRESENTED =
      List.of(
          "contoso.com",
          "mail.contoso.com",
          "a.mail.contoso.com",
          "x.contoso.com",
          "x.mail.contoso.com",
          "*.contoso.com",
          "*.mail.contoso.com",
          "fabrikam.com",
          "stranger.com");

  /** A message; without a certificate if its name is empty. */
  record Message(
      String source, boolean tls, Optional<String> certificate, String sender, String recipient) {

    static Message from(String source, String sender) {
      return new Message(source, true, Optional.empty(), sender, "example.net");
    }

    Message of(String other) {
      return new Message(source, tls, certificate, other, recipient);
    }

    Message to(String other) {
      return new Message(source, tls, certificate, sender, other);
    }

    Message with(String name) {
      return new Message(source, true, Optional.of(name), sender, recipient);
    }

    Message inPlaintext() {
      return new Message(source, false, Optional.empty(), sender, recipient);
    }
  }

  private final AttributionEngine engine;

  LintMail(TenantDirectory directory) {
    engine = AttributionEngine.of(directory);
  }

  /** The same mail to the directory with a changed tenant. */
  LintMail in(Tenant changed) {
    return new LintMail(engine.directory().withTenant(changed));
  }

  /** Between all domains, without certificate. */
  static Stream<Message> envelopes(String source) {
    List<String> all =
        Stream.concat(Stream.of("example.net"), LintWorlds.DOMAINS.stream()).toList();
    return Stream.concat(Stream.of("<>"), all.stream())
        .flatMap(sender -> all.stream().map(to -> Message.from(source, sender).to(to)));
  }

  Attribution resolve(Message message) {
    SimulatedConnection connection =
        SimulatedConnection.builder()
            .sourceIp(message.source())
            .tls(message.tls())
            .mailFrom(message.sender())
            .rcptTo(message.recipient())
            .at(Instant.parse("2026-11-01T00:00:00Z"))
            .build();
    return message
        .certificate()
        .map(
            name ->
                engine.resolve(
                    connection,
                    CertificateVerdict.accepting(PresentedName.tryParse(name).stream().toList())))
        .orElseGet(() -> engine.resolve(connection));
  }

  Attribution.Verdict verdict(Message message) {
    return resolve(message).verdict();
  }

  Optional<RejectionReason> reason(Message message) {
    return resolve(message)
        .fold(o -> Optional.empty(), i -> Optional.empty(), r -> Optional.of(r.reason()));
  }

  /** Who gets it how, in words. */
  String outcome(Message message) {
    Attribution attribution = resolve(message);
    return attribution.verdict()
        + " "
        + attribution.tenantName()
        + " "
        + attribution.connectorName()
        + " "
        + reason(message);
  }

  /** Whether it is refused by this connector. */
  boolean isBy(Message message, InboundConnector connector) {
    return verdict(message) == Attribution.Verdict.REJECTED && names(message, connector);
  }

  boolean comesThrough(Message message, InboundConnector connector) {
    return verdict(message) != Attribution.Verdict.REJECTED && names(message, connector);
  }

  @SuppressWarnings("ReferenceEquality") // the very connector, not that of another tenant
  private boolean names(Message message, InboundConnector connector) {
    return resolve(message)
        .<Optional<? extends InboundConnector>>fold(
            o -> Optional.of(o.connector()), i -> i.connector(), r -> r.connector())
        .filter(each -> each == connector)
        .isPresent();
  }
}
