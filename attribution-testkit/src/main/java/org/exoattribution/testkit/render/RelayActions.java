package org.exoattribution.testkit.render;

import static org.exoattribution.testkit.render.PlainActionLines.ofConnector;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.ConnectorExplanation;
import org.exoattribution.model.Finding;
import org.exoattribution.model.Rejected;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Stage;
import org.exoattribution.model.Tenant;

/** Actions about a refused relay: what would make the message Originating. */
final class RelayActions {
  /** Shared gateways have connectors by the dozen; the nearest few are enough to act on. */
  private static final int MOST_LINES = 4;

  private RelayActions() {}

  static List<String> whereNothingMatched(Rejected rejected, ConnectorsInScope scope) {
    SimulatedConnection connection = rejected.connection();
    Set<String> lines = new LinkedHashSet<>();
    if (rejected.grounds().hasFinding(Finding.Id.DISABLED_CONNECTOR_WOULD_MATCH)) {
      for (Stage stage : List.of(Stage.CERTIFICATE, Stage.IP)) {
        scope
            .disabled(stage)
            .forEach(
                c ->
                    lines.add(
                        "enable " + PlainActionLines.named(c.connector(), c.tenant().name())));
      }
    }
    scope.missing(Stage.CERTIFICATE).forEach(c -> addCertificateLine(lines, rejected, c));
    scope.missing(Stage.IP).forEach(c -> addAddressLine(lines, connection, c));
    if (lines.isEmpty()) {
      lines.add(
          "create an OnPremises connector in the tenant that sends this mail, with the"
              + " certificate's name or the source address "
              + connection.sourceIp());
    }
    return nearest(lines);
  }

  static List<String> whereOwnershipFailed(
      SimulatedConnection connection, ConnectorsInScope scope) {
    Set<String> lines = new LinkedHashSet<>();
    for (ConnectorExplanation c : scope.matching(Stage.CERTIFICATE)) {
      c.connector()
          .tlsSenderCertificateName()
          .filter(name -> ConnectorsInScope.fails(c, RuleId.CERT_3))
          .ifPresent(name -> lines.add(acceptDomain(name, c.tenant())));
    }
    for (Stage stage : List.of(Stage.CERTIFICATE, Stage.IP)) {
      scope.matching(stage).forEach(c -> lines.add("send with " + acceptedSender(c.tenant())));
    }
    for (ConnectorExplanation c : scope.matching(Stage.IP)) {
      lines.add(
          "identify the server by a certificate: set TlsSenderCertificateName to a name that "
              + c.tenant().name()
              + " accepts as a domain"
              + of(c));
    }
    if (lines.isEmpty()) {
      lines.add(
          "send with a MAIL FROM domain that the tenant of the matching connector accepts, not "
              + connection.mailFrom());
    }
    return nearest(lines);
  }

  private static void addCertificateLine(
      Set<String> lines, Rejected rejected, ConnectorExplanation c) {
    String present = PlainActionLines.certificateRemedy(rejected);
    String andSender =
        ConnectorsInScope.fails(c, RuleId.CERT_3) ? andBeTheSender(rejected.connection(), c) : "";
    c.connector()
        .tlsSenderCertificateName()
        .ifPresent(
            name -> lines.add(present + " (its name must match " + name + ")" + of(c) + andSender));
  }

  private static void addAddressLine(
      Set<String> lines, SimulatedConnection connection, ConnectorExplanation c) {
    if (!c.connector().senderIpAddresses().isEmpty()) {
      lines.add(
          (connection.sourceIp().isIpv4()
                  ? "add " + connection.sourceIp() + " to SenderIPAddresses of "
                  : "send from " + PlainActionLines.addresses(c.connector()) + ", an address of ")
              + PlainActionLines.named(c.connector(), c.tenant().name())
              + andBeTheSender(connection, c));
    }
  }

  /** A match alone does not relay: the tenant must own something of the envelope (CERT-5, IP-2). */
  private static String andBeTheSender(SimulatedConnection connection, ConnectorExplanation c) {
    boolean owned = connection.mailFrom().domain().filter(c.tenant()::accepts).isPresent();
    return owned ? "" : ", and send with " + acceptedSender(c.tenant());
  }

  private static String acceptDomain(CertificateNamePattern name, Tenant tenant) {
    return "add "
        + name.domain()
        + (name.wildcard() ? " or a domain below it" : "")
        + " as an accepted domain of "
        + tenant.name();
  }

  private static String acceptedSender(Tenant tenant) {
    return "a MAIL FROM domain that "
        + tenant.name()
        + " accepts"
        + tenant.acceptedDomains().stream()
            .findFirst()
            .map(domain -> ", such as " + domain.domainName())
            .orElse("");
  }

  private static String of(ConnectorExplanation c) {
    return ofConnector(c.connector(), c.tenant().name());
  }

  private static List<String> nearest(Set<String> lines) {
    return lines.stream().limit(MOST_LINES).toList();
  }
}
