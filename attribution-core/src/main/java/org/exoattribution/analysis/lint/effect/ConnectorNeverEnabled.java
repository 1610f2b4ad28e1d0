package org.exoattribution.analysis.lint.effect;

import java.util.List;
import java.util.function.Consumer;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintCheck;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;

/** An OnPremises connector was created disabled and has not been changed since. */
final class ConnectorNeverEnabled extends LintCheck {
  private static final List<String> SUFFIXES = List.of("UTC", "");

  ConnectorNeverEnabled() {
    super("CONNECTOR_NEVER_ENABLED");
  }

  @Override
  public void check(LintedTenant tenant, Consumer<Fault> faults) {
    for (InboundConnector connector : tenant.tenant().inboundConnectors()) {
      if (isNeverEnabled(connector)) {
        faults.accept(
            at(
                connector,
                "It was created disabled and has not been changed since, so nothing has ever come"
                    + " through it.",
                "Enable it once its server is ready, or remove it."));
      }
    }
  }

  static boolean isNeverEnabled(InboundConnector connector) {
    return connector instanceof OnPremisesConnector
        && !connector.enabled()
        && SUFFIXES.stream().anyMatch(suffix -> isUnchanged(connector, suffix));
  }

  private static boolean isUnchanged(InboundConnector connector, String suffix) {
    String created = connector.otherProperties().get("WhenCreated" + suffix);
    return created != null
        && created.equals(connector.otherProperties().get("WhenChanged" + suffix));
  }
}
