package org.exoattribution.testkit.laws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/** Turns tenants, domains and connectors round, and rotates them; the grounds stay the same too. */
final class OrderLaw implements Law.Check {

  @Override
  public Stream<Objection> objections(Subject engine, Collection<SimulatedConnection> connections) {
    return Stream.<Consumer<List<?>>>of(
            Collections::reverse, values -> Collections.rotate(values, 1))
        .map(order -> engine.withDirectory(reordered(engine.engine().directory(), order)))
        .flatMap(
            other ->
                connections.stream()
                    .flatMap(
                        connection ->
                            Objection.unlessSame(
                                engine.resolve(connection),
                                "in another order",
                                other.resolve(connection),
                                each -> List.of(Objection.come(each), each.grounds()))));
  }

  private static TenantDirectory reordered(TenantDirectory directory, Consumer<List<?>> order) {
    List<Tenant> tenants = new ArrayList<>();
    for (Tenant tenant : directory.tenants()) {
      Tenant.Builder builder = tenant.toBuilder().clearAcceptedDomains().clearInboundConnectors();
      copy(tenant.acceptedDomains(), order).forEach(builder::acceptedDomain);
      copy(tenant.inboundConnectors(), order).forEach(builder::inboundConnector);
      tenants.add(builder.build());
    }
    order.accept(tenants);
    return TenantDirectory.of(tenants);
  }

  private static <T> List<T> copy(List<T> values, Consumer<List<?>> order) {
    List<T> copy = new ArrayList<>(values);
    order.accept(copy);
    return copy;
  }
}
