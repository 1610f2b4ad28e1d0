/**
 * A page about a directory: what its connectors match and share, what lint and the search for
 * misroutes found. Internal to this module; the command {@code report} writes the page.
 */
@NullMarked
package org.exoattribution.testkit.report;

import org.jspecify.annotations.NullMarked;
