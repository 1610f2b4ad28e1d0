package org.exoattribution.engine.stage;

import java.util.List;
import org.exoattribution.engine.index.Candidate;
import org.exoattribution.engine.index.DirectoryIndex;
import org.exoattribution.engine.index.Lists;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.OnPremisesConnector;
import org.jspecify.annotations.Nullable;

/**
 * Which of several candidate tenants owns the sender or the recipient domain (CERT-5, IP-2, IP-3):
 * MAIL FROM first; under rules before 2023-11-01 the header-from domain next; RCPT TO last.
 */
final class Ownership {
  private Ownership() {}

  /** The first domain of the envelope that the tenant of a candidate owns; null if none does. */
  static @Nullable AttributionBasis among(
      Case given, List<Candidate<OnPremisesConnector>> candidates) {
    if (has(candidates, given.senderOwner())) {
      return AttributionBasis.MAIL_FROM;
    }
    if (has(candidates, given.headerFromOwner())) {
      return AttributionBasis.HEADER_FROM;
    }
    return has(candidates, given.recipientOwner()) ? AttributionBasis.RCPT_TO : null;
  }

  /** The first domain of the envelope that the tenant owns; null if it owns none. */
  static @Nullable AttributionBasis of(Case given, int tenantId) {
    if (tenantId == given.senderOwner()) {
      return AttributionBasis.MAIL_FROM;
    }
    if (tenantId == given.headerFromOwner()) {
      return AttributionBasis.HEADER_FROM;
    }
    return tenantId == given.recipientOwner() ? AttributionBasis.RCPT_TO : null;
  }

  private static boolean has(List<Candidate<OnPremisesConnector>> candidates, int tenant) {
    if (tenant != DirectoryIndex.NONE) {
      for (int i = 0; i < candidates.size(); i++) {
        if (candidates.get(i).tenantId() == tenant) {
          return true;
        }
      }
    }
    return false;
  }

  /** The candidates of the domain's owner. */
  static List<Candidate<OnPremisesConnector>> connectors(
      Case given, AttributionBasis owned, List<Candidate<OnPremisesConnector>> candidates) {
    int owner =
        switch (owned) {
          case MAIL_FROM -> given.senderOwner();
          case HEADER_FROM -> given.headerFromOwner();
          default -> given.recipientOwner();
        };
    return Candidate.ofOneTenant(candidates)
        ? candidates
        : Lists.filter(candidates, c -> c.tenantId() == owner);
  }
}
