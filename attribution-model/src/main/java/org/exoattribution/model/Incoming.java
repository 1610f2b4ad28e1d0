package org.exoattribution.model;

import java.util.Optional;

/**
 * Attributed to the tenant that receives the message, through one of its Partner connectors or
 * anonymously.
 *
 * @param connection what was resolved
 * @param tenant the receiving tenant, which owns the RCPT TO domain (IN-1)
 * @param connector the Partner connector; empty if anonymous
 * @param grounds what the result rests on
 */
public record Incoming(
    SimulatedConnection connection,
    Tenant tenant,
    Optional<PartnerConnector> connector,
    Grounds grounds)
    implements Attribution {

  /** Whether the message came through no connector: the default of mail from strangers. */
  public boolean isAnonymous() {
    return connector.isEmpty();
  }

  @Override
  public Stage stage() {
    return Stage.INCOMING;
  }

  @Override
  public Optional<String> tenantName() {
    return Optional.of(tenant.name());
  }

  @Override
  public Optional<String> connectorName() {
    return connector.map(InboundConnector::name);
  }
}
