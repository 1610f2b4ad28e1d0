package org.exoattribution.analysis.change;

import java.util.List;
import org.exoattribution.model.InboundConnector;

/**
 * A further connector of a tenant.
 *
 * @param tenant the name of the tenant
 * @param connector the connector
 * @param effort see {@link Change#effort}
 */
public record ChangeNewConnector(String tenant, InboundConnector connector, int effort)
    implements Change {

  @Override
  public String action() {
    String what =
        connector
            .tlsSenderCertificateName()
            .map(name -> "the certificate name " + name)
            .orElseGet(() -> "the address " + connector.senderIpAddresses().get(0));
    return "create an inbound connector of type "
        + connector.connectorType()
        + " in "
        + tenant
        + " for "
        + what;
  }

  @Override
  public List<String> commands() {
    ChangeCommand command =
        ChangeCommand.of("New-InboundConnector")
            .with("Name", connector.name())
            .with("ConnectorType", connector.connectorType())
            .with("SenderDomains", connector.senderDomains());
    connector
        .tlsSenderCertificateName()
        .ifPresent(name -> command.with("TlsSenderCertificateName", name));
    if (!connector.senderIpAddresses().isEmpty()) {
      command.with("SenderIPAddresses", connector.senderIpAddresses());
    }
    return List.of(command.with("RequireTls", connector.requireTls()).toString());
  }

  @Override
  public boolean changesDirectory() {
    return true;
  }

  @Override
  public ChangeSubject applyTo(ChangeSubject subject) {
    return subject.withTenant(tenant, t -> t.withInboundConnector(connector));
  }
}
