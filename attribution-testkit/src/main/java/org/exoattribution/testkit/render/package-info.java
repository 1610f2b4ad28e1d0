/**
 * Attributions and explanations as a person reads them: text, and a flowchart to paste. Pure
 * functions of the values; JSON and scenario files have rooms of their own beside this one.
 */
@NullMarked
package org.exoattribution.testkit.render;

import org.jspecify.annotations.NullMarked;
