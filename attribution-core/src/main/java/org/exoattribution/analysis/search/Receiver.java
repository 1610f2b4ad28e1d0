package org.exoattribution.analysis.search;

import java.util.List;

/**
 * A tenant that may receive, or nobody.
 *
 * @param tenant its number
 * @param recipients its domains, one of each kind
 */
record Receiver(int tenant, List<Mail> recipients) {}
