package org.exoattribution.model;

import java.util.Optional;

/**
 * Refused or deferred.
 *
 * @param connection what was resolved
 * @param reason why
 * @param reply what the server would send
 * @param tenant the receiving tenant that refuses; empty for a refused relay, which no tenant
 *     receives
 * @param connector the Partner connector that refuses; the first by name if there are several
 * @param stage the stage that decided
 * @param grounds what the result rests on
 */
public record Rejected(
    SimulatedConnection connection,
    RejectionReason reason,
    SmtpReply reply,
    Optional<Tenant> tenant,
    Optional<PartnerConnector> connector,
    Stage stage,
    Grounds grounds)
    implements Attribution {

  @Override
  public Optional<String> tenantName() {
    return tenant.map(Tenant::name);
  }

  @Override
  public Optional<String> connectorName() {
    return connector.map(InboundConnector::name);
  }
}
