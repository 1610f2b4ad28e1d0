package org.exoattribution.analysis.observation;

import java.util.Optional;
import java.util.stream.Collectors;
import org.exoattribution.analysis.change.Change;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;

/** What is the case now, of a change that would make it otherwise. */
final class CauseWords {
  private final SimulatedConnection connection;
  private final Optional<Tenant> tenant;

  CauseWords(SimulatedConnection connection, Optional<Tenant> tenant) {
    this.connection = connection;
    this.tenant = tenant;
  }

  String of(Change change) {
    String tenant = change.tenant().orElse("");
    return switch (change.kind()) {
      case SEVERAL -> change.parts().stream().map(this::of).collect(Collectors.joining(", and "));
      case ACCEPTED_DOMAIN, ADOPTED_DOMAIN ->
          accepts(change.values(DomainName.class).get(0), tenant);
      case NEW_CONNECTOR ->
          change
              .values(InboundConnector.class)
              .get(0)
              .tlsSenderCertificateName()
              .map(name -> "no connector of " + tenant + " is for the certificate name " + name)
              .orElseGet(() -> address("any connector of " + tenant));
      case CONNECTOR -> connector(change, tenant);
      case CERTIFICATE, MENDED_CERTIFICATE -> certificate(change);
      case ENVELOPE ->
          "MAIL FROM is of no domain of " + tenant + ", as a list or a forwarder may have left it";
      case TLS, ADDRESS, TRANSACTION -> "the session was plaintext";
      default -> otherwise(change);
    };
  }

  private static String otherwise(Change change) {
    return "it would take this: " + change.action();
  }

  private String accepts(DomainName domain, String name) {
    boolean enveloped =
        connection.rcptTo().domain().equals(domain)
            || connection.mailFrom().domain().equals(Optional.of(domain));
    return enveloped
        ? "the exports accept no domain of " + domain
        : domain + " is no accepted domain of " + name;
  }

  private String connector(Change change, String tenant) {
    InboundConnector before = change.values(InboundConnector.class).get(0);
    InboundConnector after = change.values(InboundConnector.class).get(1);
    String name = "connector \"" + before.name() + "\" of " + tenant;
    if (before.enabled() != after.enabled()) {
      return name + (after.enabled() ? " is disabled" : " is there and takes the message");
    }
    if (!before.senderIpAddresses().equals(after.senderIpAddresses())) {
      return address(isListed() ? name : "any connector of " + tenant);
    }
    return otherwise(change);
  }

  private String address(String where) {
    return connection.sourceIp() + " is not among the addresses of " + where;
  }

  /** Whether another connector of the tenant, or a disabled one, has the address. */
  private boolean isListed() {
    return tenant.stream()
        .flatMap(t -> t.inboundConnectors().stream())
        .flatMap(connector -> connector.senderIpAddresses().stream())
        .anyMatch(range -> range.contains(connection.sourceIp()));
  }

  private String certificate(Change change) {
    String names =
        change.values(PresentedName.class).stream()
            .map(PresentedName::toString)
            .collect(Collectors.joining(", "));
    if (connection.presentedCertificate().isEmpty()) {
      return "the server presented a certificate for " + names;
    }
    return change.kind() == Change.Kind.CERTIFICATE
        ? "the certificate that was given is none for " + names
        : "the certificate that was given is refused";
  }
}
