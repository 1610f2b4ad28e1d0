package org.exoattribution.engine;

import java.util.List;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.OnPremisesConnector;
import org.jspecify.annotations.Nullable;

/**
 * Which of several candidate tenants owns the sender or the recipient domain (CERT-5, IP-2, IP-3):
 * MAIL FROM first; under rules before 2023-11-01 the header-from domain next; RCPT TO last.
 *
 * @param tenantId the owner
 * @param basis the domain that it owns
 */
record Ownership(int tenantId, AttributionBasis basis) {

  static @Nullable Ownership among(Resolution r, List<Candidate<OnPremisesConnector>> candidates) {
    if (has(candidates, r.senderOwner)) {
      return new Ownership(r.senderOwner, AttributionBasis.MAIL_FROM);
    }
    if (has(candidates, r.headerFromOwner)) {
      return new Ownership(r.headerFromOwner, AttributionBasis.HEADER_FROM);
    }
    if (has(candidates, r.recipientOwner)) {
      return new Ownership(r.recipientOwner, AttributionBasis.RCPT_TO);
    }
    return null;
  }

  private static boolean has(List<Candidate<OnPremisesConnector>> candidates, int tenant) {
    if (tenant != DirectoryIndex.NONE) {
      for (Candidate<OnPremisesConnector> candidate : candidates) {
        if (candidate.tenantId() == tenant) {
          return true;
        }
      }
    }
    return false;
  }

  List<Candidate<OnPremisesConnector>> connectorsAmong(
      List<Candidate<OnPremisesConnector>> candidates) {
    return Lists.filter(candidates, c -> c.tenantId() == tenantId);
  }
}
