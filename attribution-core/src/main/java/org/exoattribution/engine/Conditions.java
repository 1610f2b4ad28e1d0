package org.exoattribution.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Reading;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.SenderIpRange;

/** The conditions that connectors of both types share. */
final class Conditions {

  /** CON-8. */
  static final Condition<Candidate<?>> ENABLED =
      new Condition<>(
          "Enabled",
          RuleId.CON_8,
          (r, c) -> true,
          (r, c) -> c.enabled(),
          (r, c) -> "an enabled connector",
          (r, c) -> c.connector().enabled() ? "enabled" : "disabled");

  /** FOR-1. */
  static final Condition<Candidate<?>> FOREST =
      new Condition<>(
          "forest",
          RuleId.FOR_1,
          (r, c) -> r.connection.forest().isPresent() && c.tenant().forest().isPresent(),
          (r, c) -> r.connection.forest().filter(c.tenant()::isOutside).isEmpty(),
          (r, c) -> r.connection.forest().map(f -> "a tenant of " + f).orElse("a tenant"),
          (r, c) ->
              c.tenant().name()
                  + c.tenant().forest().map(f -> " in " + f).orElse(", whose forest is not known"));

  /** CON-9, with the domain that reading associatedDomains names. */
  static final Condition<Candidate<?>> ASSOCIATED_DOMAINS =
      new Condition<>(
          "AssociatedAcceptedDomains",
          RuleId.CON_9,
          (r, c) -> c.associated(),
          (r, c) -> isAssociated(r, c.connector(), r.readings),
          (r, c) ->
              c.connector().associatedAcceptedDomains().isEmpty()
                  ? "any domain, because none are set"
                  : associatedDomains(r)
                      + " among "
                      + Words.list(c.connector().associatedAcceptedDomains()),
          (r, c) -> associatedValue(r));

  /** NAME-1 with an accepted certificate (CERT-1). */
  static final Condition<Candidate<?>> CERTIFICATE_NAME =
      new Condition<>(
          "TlsSenderCertificateName",
          RuleId.CERT_2,
          (r, c) -> c.connector().tlsSenderCertificateName().isPresent(),
          (r, c) -> matchesCertificate(r, c.connector()),
          (r, c) -> Words.wantedCertificate(c.connector()),
          (r, c) -> Words.certificate(r, c.connector()));

  /** IP-1. */
  static final Condition<Candidate<?>> ADDRESS =
      new Condition<>(
          "SenderIPAddresses",
          RuleId.IP_1,
          (r, c) -> !c.connector().senderIpAddresses().isEmpty(),
          (r, c) -> longestPrefix(r, c.connector()) >= 0,
          (r, c) -> Words.wantedAddress(c.connector()),
          (r, c) -> Words.address(r, c.connector()));

  private Conditions() {}

  private static boolean isAssociated(Resolution r, InboundConnector connector, Readings readings) {
    return connector.appliesTo(
        r.connection.mailFrom(), r.connection.rcptTo(), readings.associatedDomains());
  }

  private static String associatedDomains(Resolution r) {
    return switch (r.readings.associatedDomains()) {
      case SENDER -> "a MAIL FROM domain";
      case RECIPIENT -> "a RCPT TO domain";
      case EITHER -> "a MAIL FROM or RCPT TO domain";
    };
  }

  private static String associatedValue(Resolution r) {
    String sender = "MAIL FROM " + Words.mailFrom(r);
    String recipient = "RCPT TO " + r.connection.rcptTo().domain();
    return switch (r.readings.associatedDomains()) {
      case SENDER -> sender;
      case RECIPIENT -> recipient;
      case EITHER -> sender + ", " + recipient;
    };
  }

  /** Whether a name of the accepted certificate matches the connector's (NAME-1). */
  static boolean matchesCertificate(Resolution r, InboundConnector connector) {
    return connector.matches(r.acceptedNames(), r.readings);
  }

  /** The longest prefix of SenderIPAddresses that contains the source, or -1 (SEL-1). */
  static int longestPrefix(Resolution r, InboundConnector connector) {
    return connector.rangeOf(r.connection.sourceIp()).map(SenderIpRange::prefixLength).orElse(-1);
  }

  /** Notes the readings under whose other values the certificate name would match otherwise. */
  static void noteContestedName(Resolution r, InboundConnector connector, Notes notes) {
    contestedName(connector, r.acceptedNames()).ifPresent(notes::contest);
  }

  /** The reading under whose other value the connector would match one of these otherwise. */
  static Optional<Reading> contestedName(InboundConnector connector, List<PresentedName> names) {
    return connector
        .tlsSenderCertificateName()
        .filter(pattern -> names.stream().anyMatch(pattern::isContestedBy))
        .map(CertificateNamePattern::contestedReading);
  }

  /** Notes reading associatedDomains if the connector would apply otherwise under another value. */
  static void noteContestedAssociation(Resolution r, Candidate<?> candidate, Notes notes) {
    if (!candidate.associated()) {
      return;
    }
    InboundConnector connector = candidate.connector();
    boolean now = isAssociated(r, connector, r.readings);
    for (Readings other : r.readings.alternatives(Reading.ASSOCIATED_DOMAINS)) {
      if (isAssociated(r, connector, other) != now) {
        notes.contest(Reading.ASSOCIATED_DOMAINS);
      }
    }
  }

  static String join(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
