package org.exoattribution.engine.index;

import java.util.List;
import org.exoattribution.model.Forest;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.Tenant;

/**
 * A connector under consideration.
 *
 * @param tenantId the id of its tenant in the index
 * @param tenant its tenant
 * @param connector the connector
 * @param enabled whether it takes part (CON-8): Enabled is true, or it is the disabled one of which
 *     the resolution asks what it would do
 * @param associated whether it applies to its AssociatedAcceptedDomains alone (CON-9)
 * @param owned whether its tenant accepts the certificate domain (CERT-3); false for Partner
 */
public record Candidate<C extends InboundConnector>(
    int tenantId, Tenant tenant, C connector, boolean enabled, boolean associated, boolean owned) {

  /** A Partner connector, or one of which CERT-3 is not asked. */
  public static <C extends InboundConnector> Candidate<C> of(
      int tenantId, Tenant tenant, C connector) {
    return new Candidate<>(
        tenantId,
        tenant,
        connector,
        connector.enabled(),
        !connector.associatedAcceptedDomains().isEmpty(),
        false);
  }

  /** Whether there are some, all of one tenant. */
  public static <C extends InboundConnector> boolean ofOneTenant(List<Candidate<C>> candidates) {
    for (int i = 1; i < candidates.size(); i++) {
      if (candidates.get(i).tenantId() != candidates.get(0).tenantId()) {
        return false;
      }
    }
    return !candidates.isEmpty();
  }

  /** Whether it is the same connector of the same tenant: two tenants may have equal ones. */
  @SuppressWarnings("ReferenceEquality")
  public boolean isSame(Candidate<?> other) {
    return tenantId == other.tenantId && connector == other.connector;
  }

  /** Those of tenants that are not known to be in another forest (FOR-1). */
  public static <C extends InboundConnector> List<Candidate<C>> within(
      Forest forest, List<Candidate<C>> candidates) {
    return Lists.filter(candidates, c -> !c.tenant().isOutside(forest));
  }

  public Candidate<C> asEnabled() {
    return new Candidate<>(tenantId, tenant, connector, true, associated, owned);
  }

  /** The same candidates, the disabled one as if it were enabled. */
  public static <C extends InboundConnector> List<Candidate<C>> enabled(
      Candidate<?> disabled, List<Candidate<C>> candidates) {
    return candidates.stream().map(c -> c.isSame(disabled) ? c.asEnabled() : c).toList();
  }

  public String name() {
    return connector.name();
  }

  @Override
  public String toString() {
    return tenant.name() + " / " + connector.name();
  }
}
