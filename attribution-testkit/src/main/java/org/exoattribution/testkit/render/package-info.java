/** Attributions and explanations as text, JSON and diagrams: pure functions of the values. */
@NullMarked
package org.exoattribution.testkit.render;

import org.jspecify.annotations.NullMarked;
