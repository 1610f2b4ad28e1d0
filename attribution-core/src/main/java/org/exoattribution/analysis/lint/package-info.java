/**
 * What is fragile, without effect or harmful in a configuration, whatever mail comes. One class a
 * rule, and the look-ups that they share.
 */
@NullMarked
package org.exoattribution.analysis.lint;

import org.jspecify.annotations.NullMarked;
