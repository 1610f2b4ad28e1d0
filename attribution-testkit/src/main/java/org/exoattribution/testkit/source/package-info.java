/** Where in an input something stands, and what is said about it if it cannot be used. */
@NullMarked
package org.exoattribution.testkit.source;

import org.jspecify.annotations.NullMarked;
