/**
 * What the rules of the linter look at and are made of: a directory sorted for comparisons across
 * tenants, one tenant under their eyes, and the faults that they report. Not exported.
 */
@NullMarked
package org.exoattribution.analysis.lint.world;

import org.jspecify.annotations.NullMarked;
