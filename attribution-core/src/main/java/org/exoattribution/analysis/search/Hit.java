package org.exoattribution.analysis.search;

import java.util.Optional;
import org.exoattribution.model.Forest;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;

/**
 * An enabled connector that a name or an address matches.
 *
 * @param tenant the number of its tenant
 * @param forest where its tenant is, as far as that is known (FOR-1)
 * @param rank how closely: the third key of CERT-4, or the length of the prefix (SEL-1)
 * @param owned whether its tenant owns its certificate name (CERT-3)
 */
record Hit(
    int tenant, Optional<Forest> forest, InboundConnector connector, int rank, boolean owned) {

  boolean isOnPremises() {
    return connector instanceof OnPremisesConnector;
  }

  /** Whether AssociatedAcceptedDomains limit it (CON-9). */
  boolean isListing() {
    return !connector.associatedAcceptedDomains().isEmpty();
  }
}
