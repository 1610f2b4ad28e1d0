/**
 * The rules about whom a connector names: certificate names and addresses that are not the tenant's
 * own, or somebody else's as well. One class a rule; not exported.
 */
@NullMarked
package org.exoattribution.analysis.lint.identity;

import org.jspecify.annotations.NullMarked;
