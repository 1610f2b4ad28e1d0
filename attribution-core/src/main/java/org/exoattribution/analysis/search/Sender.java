package org.exoattribution.analysis.search;

import java.util.List;
import java.util.Optional;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.ReversePath;

/**
 * A sender as attribution sees it.
 *
 * @param mailFrom the envelope sender
 * @param headerFrom the header-from domain; only under the rules that look at it
 * @param owners the number of the owner of the envelope sender's domain in each directory
 */
record Sender(ReversePath mailFrom, Optional<DomainName> headerFrom, List<Integer> owners) {}
