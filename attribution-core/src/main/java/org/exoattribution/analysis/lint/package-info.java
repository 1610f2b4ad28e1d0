/** The rules of the linter, one class a rule, and the look-ups that they share. */
@NullMarked
package org.exoattribution.analysis.lint;

import org.jspecify.annotations.NullMarked;
