package org.exoattribution.analysis.lint;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;

/**
 * For all that a connector matches, other connectors of its tenant take precedence. WARNING,
 * because what was set on it has no effect, until they go.
 */
final class ConnectorShadowed extends LintCheck {
  ConnectorShadowed() {
    super("CONNECTOR_SHADOWED");
  }

  @Override
  void check(LintedTenant tenant, Consumer<LintFinding> findings) {
    if (tenant.onPremises().size() + tenant.partners().size() < 2) {
      return;
    }
    ShadowedOnPremises onPremises = new ShadowedOnPremises(tenant);
    for (OnPremisesConnector connector : tenant.onPremises()) {
      report(tenant, connector, onPremises.shadowing(connector), findings);
    }
    for (PartnerConnector connector : tenant.partners()) {
      report(tenant, connector, ShadowedPartner.shadowing(tenant, connector), findings);
    }
  }

  private void report(
      LintedTenant tenant,
      InboundConnector connector,
      List<? extends InboundConnector> shadowing,
      Consumer<LintFinding> findings) {
    if (!shadowing.isEmpty()) {
      Set<String> names = new TreeSet<>();
      shadowing.forEach(each -> names.add(Phrases.quoted(each)));
      String others = Phrases.some(List.copyOf(names));
      findings.accept(
          at(
              tenant,
              connector,
              "It never wins: "
                  + others
                  + (names.size() == 1 ? " takes" : " take")
                  + " precedence for all that it matches.",
              "Remove it, or narrow " + others + " so that something is left to it."));
    }
  }
}
