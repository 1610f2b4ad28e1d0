package org.exoattribution.analysis.lint;

import java.util.Locale;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.SenderDomainPattern;

/** Which of two scopes holds the other. */
final class SenderScopes {
  private SenderScopes() {}

  /** Whether SenderDomains of the connector cover mail from the domain. */
  static boolean cover(InboundConnector connector, DomainName domain) {
    return connector.senderDomains().stream().anyMatch(entry -> covers(entry, domain));
  }

  private static boolean covers(SenderDomainPattern entry, DomainName domain) {
    return entry
        .domain()
        .map(own -> own.equals(domain) || (entry.isWildcard() && domain.isBelow(own)))
        .orElse(true);
  }

  /** Whether every sender that one connector's SenderDomains cover is covered by the other's. */
  static boolean coverAll(InboundConnector outer, InboundConnector inner) {
    return inner.senderDomains().stream()
        .allMatch(entry -> outer.senderDomains().stream().anyMatch(e -> covers(e, entry)));
  }

  private static boolean covers(SenderDomainPattern outer, SenderDomainPattern inner) {
    if (outer.domain().isEmpty() || inner.domain().isEmpty()) {
      return outer.domain().isEmpty();
    }
    return covers(outer, inner.domain().get()) && (outer.isWildcard() || !inner.isWildcard());
  }

  /**
   * Whether one connector applies wherever the other does, by AssociatedAcceptedDomains (CON-9).
   */
  static boolean appliesWherever(InboundConnector one, InboundConnector other) {
    return one.associatedAcceptedDomains().isEmpty()
        || (!other.associatedAcceptedDomains().isEmpty()
            && one.associatedAcceptedDomains().containsAll(other.associatedAcceptedDomains()));
  }

  /** Whether the name makes one connector win over the other when nothing else does (SEL-1). */
  static boolean isFirstByName(InboundConnector one, InboundConnector other) {
    return one.name().toLowerCase(Locale.ROOT).compareTo(other.name().toLowerCase(Locale.ROOT)) < 0;
  }
}
