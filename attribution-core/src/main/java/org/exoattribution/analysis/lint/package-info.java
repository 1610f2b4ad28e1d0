/**
 * What is fragile, without effect or harmful in a configuration, whatever mail comes. LintChecks
 * lists the rules, one method each; what their findings say is on the pages of the rule book.
 */
@NullMarked
package org.exoattribution.analysis.lint;

import org.jspecify.annotations.NullMarked;
