package org.exoattribution.testkit.render;

import static org.exoattribution.testkit.render.VerdictSentence.quoted;

import java.util.List;
import java.util.stream.Collectors;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.Finding;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.Rejected;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.SimulatedConnection;

/**
 * Actions read off the rejection and its explanation. They are not tried out: nothing is resolved
 * again.
 */
final class PlainActionLines implements ActionLines {
  @Override
  public List<String> of(Explanation explanation) {
    return explanation
        .attribution()
        .fold(
            originating -> List.<String>of(),
            incoming -> List.<String>of(),
            rejected -> of(rejected, new ConnectorsInScope(explanation)));
  }

  private static List<String> of(Rejected rejected, ConnectorsInScope scope) {
    SimulatedConnection connection = rejected.connection();
    String tenant = rejected.tenantName().orElse("the receiving tenant");
    return switch (rejected.reason()) {
      case NO_CONNECTOR_MATCHED -> RelayActions.whereNothingMatched(rejected, scope);
      case DOMAIN_NOT_ACCEPTED ->
          rejected.grounds().rules().contains(RuleId.MULTI_2)
              ? List.of("send to each recipient domain in a transaction of its own")
              : RelayActions.whereOwnershipFailed(connection, scope);
      case PARTNER_RESTRICTION ->
          List.of(
              rejected
                  .connector()
                  .map(c -> meetRestrictions(c) + ofConnector(c, tenant))
                  .orElse("meet the restrictions of the Partner connector"));
      case DIRECT_SEND ->
          List.of(
              "create an inbound connector in "
                  + tenant
                  + " that matches the source address "
                  + connection.sourceIp()
                  + " or the sender's certificate",
              "set RejectDirectSend of " + tenant + " to false");
      case TLS_REQUIRED ->
          List.of(
              "send over TLS (STARTTLS)",
              "set RequireTls to false"
                  + rejected.connector().map(c -> ofConnector(c, tenant)).orElse(""));
      case NO_MAIL_SUBSCRIPTION ->
          List.of(
              "give " + tenant + " a subscription with mail",
              "move "
                  + connection.rcptTo().domain()
                  + " to the tenant that is to receive its mail");
      case RECIPIENT_DOMAIN_DIFFERS ->
          List.of(
              "send to "
                  + connection.rcptTo().domain()
                  + " in a transaction of its own, as a server does that tries again");
      case CERTIFICATE_REFUSED -> List.of(certificateRemedy(rejected));
    };
  }

  private static String meetRestrictions(InboundConnector connector) {
    String certificate =
        connector.restrictDomainsToCertificate()
            ? "present an accepted certificate whose name matches "
                + connector.tlsSenderCertificateName().map(Object::toString).orElse("")
            : "";
    String address =
        connector.restrictDomainsToIpAddresses()
            ? "send from an address in " + addresses(connector)
            : "";
    return certificate + (certificate.isEmpty() || address.isEmpty() ? "" : " and ") + address;
  }

  static String addresses(InboundConnector connector) {
    return connector.senderIpAddresses().stream()
        .map(Object::toString)
        .collect(Collectors.joining(", "));
  }

  static String ofConnector(InboundConnector connector, String tenant) {
    return ", for " + named(connector, tenant);
  }

  static String named(InboundConnector connector, String tenant) {
    return "connector " + quoted(connector.name()) + " of " + tenant;
  }

  /** What to do about a certificate that is not accepted; the failed rule is in the finding. */
  static String certificateRemedy(Rejected rejected) {
    return rejected.findings().stream()
        .filter(f -> f.id() == Finding.Id.CERTIFICATE_IGNORED)
        .flatMap(f -> f.rule().stream())
        .findFirst()
        .map(PlainActionLines::certificateRemedy)
        .orElse("present an accepted certificate");
  }

  private static String certificateRemedy(RuleId failed) {
    return switch (failed) {
      case PKI_1 -> "present the certificate in a TLS session";
      case PKI_2 -> "present a certificate that is inside its validity period";
      case PKI_3 -> "present the certificate together with its intermediate certificates";
      case PKI_4 -> "present a certificate that a publicly trusted CA issued";
      case PKI_5 -> "present a certificate that is not revoked and whose status can be checked";
      case PKI_6 -> "present a certificate with the extended key usage serverAuth";
      default -> "present an accepted certificate";
    };
  }
}
