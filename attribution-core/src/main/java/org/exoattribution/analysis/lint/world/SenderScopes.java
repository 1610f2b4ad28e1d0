package org.exoattribution.analysis.lint.world;

import org.exoattribution.model.InboundConnector;

/** Which of two scopes holds the other. */
public final class SenderScopes {
  private SenderScopes() {}

  /** Whether every sender that one connector's SenderDomains cover is covered by the other's. */
  public static boolean coverAll(InboundConnector outer, InboundConnector inner) {
    return inner.senderDomains().stream()
        .allMatch(entry -> outer.senderDomains().stream().anyMatch(e -> e.coversAllOf(entry)));
  }

  /**
   * Whether one connector applies wherever the other does, by AssociatedAcceptedDomains (CON-9).
   */
  public static boolean appliesWherever(InboundConnector one, InboundConnector other) {
    return one.associatedAcceptedDomains().isEmpty()
        || (!other.associatedAcceptedDomains().isEmpty()
            && one.associatedAcceptedDomains().containsAll(other.associatedAcceptedDomains()));
  }

  /** Whether the name makes one connector win over the other when nothing else does (SEL-1). */
  public static boolean isFirstByName(InboundConnector one, InboundConnector other) {
    return InboundConnector.BY_NAME.compare(one, other) < 0;
  }
}
