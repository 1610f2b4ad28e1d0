package org.exoattribution.analysis.lint.effect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintCheck;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.analysis.lint.world.Phrases;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;

/**
 * AssociatedAcceptedDomains of two connectors of one type and tenant have a domain in common.
 * WARNING, because nobody set on purpose which of them wins.
 */
final class AssociatedDomainsOverlap extends LintCheck {
  @Override
  public void check(LintedTenant tenant, Consumer<Fault> faults) {
    check(tenant.onPremises(), faults);
    check(tenant.partners(), faults);
  }

  private void check(List<? extends InboundConnector> connectors, Consumer<Fault> faults) {
    Map<DomainName, InboundConnector> firstOf = new HashMap<>();
    for (InboundConnector connector : connectors) {
      Optional<Fault> found = Optional.empty();
      for (DomainName domain : connector.associatedAcceptedDomains()) {
        InboundConnector first = firstOf.putIfAbsent(domain, connector);
        if (first != null && !first.equals(connector)) {
          found = found.or(() -> Optional.of(fault(connector, domain, first)));
        }
      }
      found.ifPresent(faults);
    }
  }

  private Fault fault(InboundConnector connector, DomainName domain, InboundConnector first) {
    return at(
        connector,
        "It is limited to "
            + domain
            + " as is "
            + Phrases.quoted(first)
            + ", so where both match, the more exact match or else the name decides.",
        "Associate each domain with one connector.");
  }
}
