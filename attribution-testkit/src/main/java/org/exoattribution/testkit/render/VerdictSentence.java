package org.exoattribution.testkit.render;

import org.exoattribution.model.Attribution;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.Incoming;
import org.exoattribution.model.Originating;
import org.exoattribution.model.Rejected;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Stage;
import org.exoattribution.model.Tenant;

/** The verdict and its cause in one sentence, in the words of the service. */
final class VerdictSentence {
  private VerdictSentence() {}

  /** Begins with {@code Originating}, {@code Incoming} or {@code Rejected}. */
  static String of(Attribution attribution) {
    return attribution.fold(
        VerdictSentence::originating, VerdictSentence::incoming, VerdictSentence::rejected);
  }

  private static String originating(Originating o) {
    return "Originating from "
        + o.tenant().name()
        + ": its connector "
        + quoted(o.connector().name())
        + (o.stage() == Stage.CERTIFICATE
            ? " matches the certificate, "
            : " contains the source address " + o.connection().sourceIp() + ", ")
        + ownership(o);
  }

  private static String ownership(Originating o) {
    SimulatedConnection connection = o.connection();
    return switch (o.basis()) {
      case CERTIFICATE_DOMAIN -> "and it accepts " + ownedDomain(o) + ".";
      case MAIL_FROM -> "and it owns the MAIL FROM domain" + mailFromDomain(connection) + ".";
      case RCPT_TO -> "and it owns the RCPT TO domain " + connection.rcptTo().domain() + ".";
      case HEADER_FROM ->
          "and it owns the header-from domain"
              + connection.headerFromDomain().map(VerdictSentence::named).orElse("")
              + ".";
      case CONNECTOR -> "which is enough under the rules before 2017-07-05.";
    };
  }

  /** A wildcard connector is owned also through a domain below it (CERT-3). */
  private static String ownedDomain(Originating o) {
    return o.connector()
        .tlsSenderCertificateName()
        .map(CertificateNamePattern::domain)
        .map(domain -> o.tenant().accepts(domain) ? domain.value() : "a domain below " + domain)
        .orElse("its domain");
  }

  private static String incoming(Incoming i) {
    String owner = ": it owns the RCPT TO domain " + i.connection().rcptTo().domain();
    return "Incoming to "
        + i.tenant().name()
        + i.connector()
            .map(c -> " through its Partner connector " + quoted(c.name()) + owner + ".")
            .orElse(", anonymously" + owner + ", and no connector of it applies.");
  }

  private static String rejected(Rejected r) {
    SimulatedConnection connection = r.connection();
    DomainName rcptTo = connection.rcptTo().domain();
    String by = "Rejected" + r.tenant().map(t -> " by " + t.name()).orElse("") + ": ";
    return by
        + switch (r.reason()) {
          case NO_CONNECTOR_MATCHED ->
              "nobody accepts "
                  + rcptTo
                  + ", and no enabled OnPremises connector matches the certificate or the source"
                  + " address "
                  + connection.sourceIp()
                  + ".";
          case DOMAIN_NOT_ACCEPTED ->
              r.grounds().rules().contains(RuleId.MULTI_2)
                  ? "the recipients of the transaction are in several domains."
                  : "nobody accepts "
                      + rcptTo
                      + ", and of the OnPremises connectors that match, none belongs to a tenant"
                      + " that owns the certificate's domain or the MAIL FROM domain"
                      + mailFromDomain(connection)
                      + ".";
          case PARTNER_RESTRICTION ->
              "its Partner connector"
                  + connectorName(r)
                  + " restricts this mail to a certificate or to addresses that the connection"
                  + " does not have.";
          case DIRECT_SEND ->
              "it has RejectDirectSend, owns the MAIL FROM domain"
                  + mailFromDomain(connection)
                  + ", and none of its connectors matches the source address "
                  + connection.sourceIp()
                  + " or the certificate.";
          case TLS_REQUIRED ->
              "its Partner connector"
                  + connectorName(r)
                  + " has RequireTls, and the session is plaintext.";
          case WRONG_FOREST ->
              "it is in the forest"
                  + r.tenant().flatMap(Tenant::forest).map(f -> " " + f).orElse("")
                  + ", and the front end that answered in"
                  + connection.forest().map(f -> " " + f).orElse(" another")
                  + ".";
          case NO_MAIL_SUBSCRIPTION ->
              "it owns the RCPT TO domain " + rcptTo + ", but has no mail-enabled subscription.";
          case RECIPIENT_DOMAIN_DIFFERS ->
              rcptTo + " is not the domain of the transaction's first recipient.";
          case CERTIFICATE_REFUSED -> "the presented certificate is not accepted.";
        };
  }

  private static String connectorName(Rejected r) {
    return r.connector().map(InboundConnector::name).map(name -> " " + quoted(name)).orElse("");
  }

  private static String mailFromDomain(SimulatedConnection connection) {
    return connection
        .mailFrom()
        .domain()
        .map(VerdictSentence::named)
        .orElse(" (there is none in " + connection.mailFrom() + ")");
  }

  private static String named(DomainName domain) {
    return " " + domain;
  }

  static String quoted(String name) {
    return '"' + name + '"';
  }
}
