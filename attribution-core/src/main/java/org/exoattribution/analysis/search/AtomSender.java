package org.exoattribution.analysis.search;

import java.util.Optional;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.ReversePath;

/**
 * A sender as attribution sees it.
 *
 * @param mailFrom the envelope sender
 * @param headerFrom the header-from domain; only under the rules that look at it
 */
record AtomSender(ReversePath mailFrom, Optional<DomainName> headerFrom) {}
