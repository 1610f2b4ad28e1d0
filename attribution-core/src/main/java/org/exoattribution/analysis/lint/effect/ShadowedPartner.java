package org.exoattribution.analysis.lint.effect;

import java.util.List;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.analysis.lint.world.SenderScopes;
import org.exoattribution.model.PartnerConnector;

/** Which restricting connector of a tenant is met, or rejects, before a Partner connector. */
final class ShadowedPartner {
  private ShadowedPartner() {}

  /** The first that does; at most one. */
  static List<PartnerConnector> shadowing(LintedTenant tenant, PartnerConnector connector) {
    return tenant.partners().stream()
        .filter(other -> !other.equals(connector) && SenderScopes.appliesWherever(other, connector))
        .filter(other -> restricts(other, connector))
        .limit(1)
        .toList();
  }

  /** IN-4: a restricting connector of the same senders is met alone, or rejects. */
  private static boolean restricts(PartnerConnector other, PartnerConnector connector) {
    return other.isRestricting()
        && !connector.isRestricting()
        && !connector.senderDomains().isEmpty()
        && SenderScopes.coverAll(other, connector);
  }
}
