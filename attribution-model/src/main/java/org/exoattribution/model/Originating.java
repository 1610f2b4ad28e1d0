package org.exoattribution.model;

import java.util.Optional;

/**
 * Attributed to the tenant whose on-premises environment sends the message: its rules, journal and
 * logs apply, and it may relay to anywhere.
 *
 * @param connection what was resolved
 * @param tenant the sending tenant
 * @param connector the connector of that tenant through which the message came
 * @param stage CERTIFICATE or IP
 * @param basis what made the tenant win
 * @param grounds what the result rests on
 */
public record Originating(
    SimulatedConnection connection,
    Tenant tenant,
    OnPremisesConnector connector,
    Stage stage,
    AttributionBasis basis,
    Grounds grounds)
    implements Attribution {

  @Override
  public Optional<String> tenantName() {
    return Optional.of(tenant.name());
  }

  @Override
  public Optional<String> connectorName() {
    return Optional.of(connector.name());
  }
}
