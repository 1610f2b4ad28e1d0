package org.exoattribution.analysis.lint.effect;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintCheck;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.analysis.lint.world.Phrases;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;

/**
 * For all that a connector matches, other connectors of its tenant take precedence. WARNING,
 * because what was set on it has no effect, until they go.
 */
final class ConnectorShadowed extends LintCheck {
  @Override
  public void check(LintedTenant tenant, Consumer<Fault> faults) {
    if (tenant.onPremises().size() + tenant.partners().size() < 2) {
      return;
    }
    ShadowedOnPremises onPremises = new ShadowedOnPremises(tenant);
    for (OnPremisesConnector connector : tenant.onPremises()) {
      report(connector, onPremises.shadowing(connector), faults);
    }
    for (PartnerConnector connector : tenant.partners()) {
      report(connector, ShadowedPartner.shadowing(tenant, connector), faults);
    }
  }

  private void report(
      InboundConnector connector,
      List<? extends InboundConnector> shadowing,
      Consumer<Fault> faults) {
    if (!shadowing.isEmpty()) {
      Set<String> names = new TreeSet<>();
      shadowing.forEach(each -> names.add(Phrases.quoted(each)));
      String others = Phrases.some(List.copyOf(names));
      report(
          faults,
          connector,
          "It never wins: "
              + others
              + (names.size() == 1 ? " takes" : " take")
              + " precedence for all that it matches.",
          "Remove it, or narrow " + others + " so that something is left to it.");
    }
  }
}
