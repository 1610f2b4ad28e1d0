package org.exoattribution.engine.stage;

import java.util.List;
import java.util.Optional;
import org.exoattribution.engine.index.Candidate;
import org.exoattribution.engine.index.DirectoryIndex;
import org.exoattribution.engine.index.Lists;
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
public record Ownership(int tenantId, AttributionBasis basis) {

  static @Nullable Ownership among(Case given, List<Candidate<OnPremisesConnector>> candidates) {
    if (has(candidates, given.senderOwner())) {
      return new Ownership(given.senderOwner(), AttributionBasis.MAIL_FROM);
    }
    if (has(candidates, given.headerFromOwner())) {
      return new Ownership(given.headerFromOwner(), AttributionBasis.HEADER_FROM);
    }
    if (has(candidates, given.recipientOwner())) {
      return new Ownership(given.recipientOwner(), AttributionBasis.RCPT_TO);
    }
    return null;
  }

  /** The domain of the envelope that the tenant owns, the first of several. */
  static Optional<AttributionBasis> basisOf(Case given, int tenantId) {
    if (tenantId == given.senderOwner()) {
      return Optional.of(AttributionBasis.MAIL_FROM);
    }
    if (tenantId == given.headerFromOwner()) {
      return Optional.of(AttributionBasis.HEADER_FROM);
    }
    return tenantId == given.recipientOwner()
        ? Optional.of(AttributionBasis.RCPT_TO)
        : Optional.empty();
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
