/** The pages about rules, readings, replies and findings, by their ids. */
@NullMarked
package org.exoattribution.analysis.rulebook;

import org.jspecify.annotations.NullMarked;
