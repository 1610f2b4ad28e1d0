/**
 * The rules about what a connector does: settings without effect, restrictions that refuse more
 * than they are meant to, connectors that never win. One class a rule; not exported.
 */
@NullMarked
package org.exoattribution.analysis.lint.effect;

import org.jspecify.annotations.NullMarked;
