package org.exoattribution.testkit.laws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;

/** Takes each tenant's Partner connectors away: mail to the others keeps result and findings. */
final class ForeignPartnerLaw implements Law.Check {

  @Override
  public List<LawViolation> violations(
      Subject engine, Collection<SimulatedConnection> connections) {
    Owners owners = new Owners(engine.directory());
    List<LawViolation> violations = new ArrayList<>();
    for (Tenant tenant : engine.directory().tenants()) {
      if (tenant.inboundConnectors().stream().noneMatch(PartnerConnector.class::isInstance)) {
        continue;
      }
      Subject other = engine.withDirectory(engine.directory().withTenant(withoutPartners(tenant)));
      for (SimulatedConnection connection : connections) {
        if (!owners.of(connection.rcptTo().domain()).equals(Optional.of(tenant.name()))) {
          compare(engine.resolve(connection), other.resolve(connection), tenant)
              .ifPresent(violations::add);
        }
      }
    }
    return violations;
  }

  private static Tenant withoutPartners(Tenant tenant) {
    Tenant.Builder builder = tenant.toBuilder().clearInboundConnectors();
    for (InboundConnector connector : tenant.inboundConnectors()) {
      if (!(connector instanceof PartnerConnector)) {
        builder.inboundConnector(connector);
      }
    }
    return builder.build();
  }

  private static Optional<LawViolation> compare(
      Attribution before, Attribution after, Tenant tenant) {
    if (Result.same(before, after) && Result.findings(before).equals(Result.findings(after))) {
      return Optional.empty();
    }
    return Optional.of(
        new LawViolation(
            Law.PARTNERS_STAY_AT_HOME,
            "it is "
                + Result.words(before)
                + " with "
                + Result.findings(before)
                + ", without the Partner connectors of "
                + tenant.name()
                + " it is "
                + Result.words(after)
                + " with "
                + Result.findings(after),
            before.connection()));
  }
}
