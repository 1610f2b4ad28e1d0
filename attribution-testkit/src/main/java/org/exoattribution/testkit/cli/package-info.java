/** The command line. */
@NullMarked
package org.exoattribution.testkit.cli;

import org.jspecify.annotations.NullMarked;
