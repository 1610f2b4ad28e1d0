/** The published cases of misrouted mail as designs, with the connections that show them. */
@NullMarked
package org.exoattribution.testkit.cases;

import org.jspecify.annotations.NullMarked;
