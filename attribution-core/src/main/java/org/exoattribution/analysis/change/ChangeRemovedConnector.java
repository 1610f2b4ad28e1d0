package org.exoattribution.analysis.change;

import java.util.List;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.Tenant;

/**
 * One connector less of a tenant.
 *
 * @param tenant the name of the tenant
 * @param connector the connector
 */
public record ChangeRemovedConnector(String tenant, InboundConnector connector) implements Change {

  @Override
  public String action() {
    return "remove connector \"" + connector.name() + "\" of " + tenant + ", if it is left over";
  }

  @Override
  public List<String> commands() {
    return List.of(
        ChangeCommand.of("Remove-InboundConnector").with("Identity", connector.name()).toString());
  }

  @Override
  public int effort() {
    return 4;
  }

  @Override
  public boolean changesDirectory() {
    return true;
  }

  @Override
  public ChangeSubject applyTo(ChangeSubject subject) {
    return subject.withTenant(tenant, this::without);
  }

  private Tenant without(Tenant whole) {
    Tenant.Builder copy = whole.toBuilder().clearInboundConnectors();
    whole.inboundConnectors().stream()
        .filter(c -> !c.name().equals(connector.name()))
        .forEach(copy::inboundConnector);
    return copy.build();
  }
}
