/**
 * Searches all connections that a directory tells apart: for mail that is attributed to another
 * tenant than it should be, and for what a change of the configuration alters. Each answer comes
 * with a connection that shows it.
 */
@NullMarked
package org.exoattribution.analysis.search;

import org.jspecify.annotations.NullMarked;
