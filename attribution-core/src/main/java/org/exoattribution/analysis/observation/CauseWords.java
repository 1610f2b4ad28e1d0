package org.exoattribution.analysis.observation;

import java.util.Optional;
import java.util.stream.Collectors;
import org.exoattribution.analysis.change.Change;
import org.exoattribution.analysis.change.ChangeAcceptedDomain;
import org.exoattribution.analysis.change.ChangeCertificate;
import org.exoattribution.analysis.change.ChangeConnector;
import org.exoattribution.analysis.change.ChangeEnvelope;
import org.exoattribution.analysis.change.ChangeNewConnector;
import org.exoattribution.analysis.change.ChangeSession;
import org.exoattribution.analysis.change.ChangeSeveral;
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
    if (change instanceof ChangeSeveral several) {
      return several.changes().stream().map(this::of).collect(Collectors.joining(", and "));
    }
    if (change instanceof ChangeAcceptedDomain accepted) {
      return accepts(accepted.domain(), accepted.tenant());
    }
    if (change instanceof ChangeNewConnector added) {
      return added
          .connector()
          .tlsSenderCertificateName()
          .map(name -> "no connector of " + added.tenant() + " is for the certificate name " + name)
          .orElseGet(() -> address("any connector of " + added.tenant()));
    }
    if (change instanceof ChangeConnector changed) {
      return of(changed);
    }
    if (change instanceof ChangeCertificate certificate) {
      return of(certificate);
    }
    if (change instanceof ChangeEnvelope envelope) {
      return "MAIL FROM is of no domain of "
          + envelope.tenant()
          + ", as a list or a forwarder may have left it";
    }
    return change instanceof ChangeSession
        ? "the session was plaintext"
        : "it would take this: " + change.action();
  }

  private String accepts(DomainName domain, String name) {
    boolean enveloped =
        connection.rcptTo().domain().equals(domain)
            || connection.mailFrom().domain().equals(Optional.of(domain));
    return enveloped
        ? "the exports accept no domain of " + domain
        : domain + " is no accepted domain of " + name;
  }

  private String of(ChangeConnector changed) {
    InboundConnector before = changed.before();
    InboundConnector after = changed.after();
    String name = "connector \"" + before.name() + "\" of " + changed.tenant();
    if (before.enabled() != after.enabled()) {
      return name + (after.enabled() ? " is disabled" : " is there and takes the message");
    }
    if (!before.senderIpAddresses().equals(after.senderIpAddresses())) {
      return address(isListed() ? name : "any connector of " + changed.tenant());
    }
    return "it would take this: " + changed.action();
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

  private String of(ChangeCertificate certificate) {
    String names =
        certificate.names().stream().map(PresentedName::toString).collect(Collectors.joining(", "));
    if (connection.presentedCertificate().isEmpty()) {
      return "the server presented a certificate for " + names;
    }
    return certificate.remedy().isEmpty()
        ? "the certificate that was given is none for " + names
        : "the certificate that was given is refused";
  }
}
