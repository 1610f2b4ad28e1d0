package org.exoattribution.model;

import java.util.List;
import java.util.function.UnaryOperator;

/** Connectors for tests: one of each type, and every change that a builder can make to them. */
final class Connectors {
  private Connectors() {}

  /** An OnPremises connector with nothing but what CON-4 asks for. */
  static OnPremisesConnector onPremises() {
    return OnPremisesConnector.builder("Gateway").senderIpAddresses("192.0.2.1").build();
  }

  /** A Partner connector with every property at its default. */
  static PartnerConnector partner() {
    return PartnerConnector.builder("Gateway").build();
  }

  /** One change for each property that both types can have, none of which needs another. */
  static <C extends InboundConnector>
      List<UnaryOperator<InboundConnector.Builder<C>>> changesOfBothTypes() {
    return List.of(
        b -> b.enabled(false),
        b -> b.tlsSenderCertificateName("*.contoso.com"),
        b -> b.senderIpAddresses("192.0.2.0/24", "198.51.100.7"),
        b -> b.senderDomains("smtp:*.fabrikam.com;1", "tailspintoys.com"),
        b -> b.requireTls(false),
        b -> b.associatedAcceptedDomains("contoso.com", "mail.contoso.com"),
        b -> b.cloudServicesMailEnabled(true),
        b -> b.otherProperty("ClientHostNames", "mail.contoso.com"));
  }

  static <C extends InboundConnector> InboundConnector.Builder<C> apply(
      InboundConnector.Builder<C> builder,
      List<UnaryOperator<InboundConnector.Builder<C>>> changes) {
    InboundConnector.Builder<C> changed = builder;
    for (UnaryOperator<InboundConnector.Builder<C>> change : changes) {
      changed = change.apply(changed);
    }
    return changed;
  }
}
