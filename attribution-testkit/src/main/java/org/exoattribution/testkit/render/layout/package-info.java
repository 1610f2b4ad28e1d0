/** Text as a terminal shows it: in 80 columns, and without what a terminal would obey. */
@NullMarked
package org.exoattribution.testkit.render.layout;

import org.jspecify.annotations.NullMarked;
