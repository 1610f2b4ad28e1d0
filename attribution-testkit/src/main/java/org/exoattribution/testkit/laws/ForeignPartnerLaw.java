package org.exoattribution.testkit.laws;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;

/** Takes each tenant's Partner connectors away: mail to the others keeps result and findings. */
final class ForeignPartnerLaw implements Law.Check {

  @Override
  public Stream<Objection> objections(Subject engine, Collection<SimulatedConnection> connections) {
    Owners owners = new Owners(engine.engine().directory());
    return engine.engine().directory().tenants().stream()
        .filter(t -> t.inboundConnectors().stream().anyMatch(PartnerConnector.class::isInstance))
        .flatMap(tenant -> objections(engine, tenant, connections, owners));
  }

  private static Stream<Objection> objections(
      Subject engine, Tenant tenant, Collection<SimulatedConnection> connections, Owners owners) {
    Subject other = engine.without(tenant, PartnerConnector.class::isInstance);
    return connections.stream()
        .filter(c -> !owners.of(c.rcptTo().domain()).equals(Optional.of(tenant.name())))
        .flatMap(
            connection ->
                Objection.unlessSame(
                    engine.resolve(connection),
                    "without the Partner connectors of " + tenant.name(),
                    other.resolve(connection),
                    each -> List.of(Objection.come(each), Objection.findings(each))));
  }
}
