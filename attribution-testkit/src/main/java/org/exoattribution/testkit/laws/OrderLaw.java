package org.exoattribution.testkit.laws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/** Turns tenants, domains and connectors round, and rotates them; the grounds stay the same too. */
final class OrderLaw implements Law.Check {

  @Override
  public List<LawViolation> violations(
      Subject engine, Collection<SimulatedConnection> connections) {
    List<LawViolation> violations = new ArrayList<>();
    for (UnaryOperator<List<?>> order :
        List.<UnaryOperator<List<?>>>of(OrderLaw::reversed, OrderLaw::rotated)) {
      Subject other = engine.withDirectory(reordered(engine.directory(), order));
      for (SimulatedConnection connection : connections) {
        Attribution before = engine.resolve(connection);
        Attribution after = other.resolve(connection);
        if (!Result.same(before, after) || !before.grounds().equals(after.grounds())) {
          violations.add(
              new LawViolation(
                  Law.ORDER_NEVER_MATTERS,
                  "it was "
                      + Result.words(before)
                      + " on "
                      + before.grounds()
                      + ", and in another order "
                      + Result.words(after)
                      + " on "
                      + after.grounds(),
                  connection));
        }
      }
    }
    return violations;
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
