package org.exoattribution.engine;

import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.Tenant;

/**
 * A connector under consideration.
 *
 * @param tenantId the id of its tenant in the index
 * @param tenant its tenant
 * @param connector the connector
 * @param enabled whether it takes part: Enabled is true, or it is the disabled connector of which
 *     the resolution asks what it would do
 * @param owned whether its tenant accepts the certificate domain (CERT-3); false for Partner
 */
record Candidate<C extends InboundConnector>(
    int tenantId, Tenant tenant, C connector, boolean enabled, boolean owned) {

  String name() {
    return connector.name();
  }

  @Override
  public String toString() {
    return tenant.name() + " / " + connector.name();
  }
}
