package org.exoattribution.testkit.laws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/** Turns tenants, domains and connectors round, and rotates them; the grounds stay the same too. */
final class OrderLaw implements Law.Check {

  @Override
  public Stream<Objection> objections(Subject engine, Collection<SimulatedConnection> connections) {
    return Stream.<UnaryOperator<List<?>>>of(OrderLaw::reversed, OrderLaw::rotated)
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

  private static TenantDirectory reordered(
      TenantDirectory directory, UnaryOperator<List<?>> order) {
    List<Tenant> tenants = new ArrayList<>();
    for (Tenant tenant : directory.tenants()) {
      Tenant.Builder builder = tenant.toBuilder().clearAcceptedDomains().clearInboundConnectors();
      typed(order, tenant.acceptedDomains()).forEach(builder::acceptedDomain);
      typed(order, tenant.inboundConnectors()).forEach(builder::inboundConnector);
      tenants.add(builder.build());
    }
    return TenantDirectory.of(typed(order, tenants));
  }

  @SuppressWarnings("unchecked") // an order only moves the elements
  private static <T> List<T> typed(UnaryOperator<List<?>> order, List<T> values) {
    return (List<T>) order.apply(values);
  }

  private static List<?> reversed(List<?> values) {
    List<Object> copy = new ArrayList<>(values);
    Collections.reverse(copy);
    return copy;
  }

  private static List<?> rotated(List<?> values) {
    List<Object> copy = new ArrayList<>(values);
    Collections.rotate(copy, 1);
    return copy;
  }
}
