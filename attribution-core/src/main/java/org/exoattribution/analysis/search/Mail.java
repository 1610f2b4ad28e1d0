package org.exoattribution.analysis.search;

import java.util.List;
import org.exoattribution.model.DomainName;

/**
 * A domain of senders or recipients.
 *
 * @param owners the number of its owner in each directory
 */
record Mail(DomainName domain, List<Integer> owners) {}
