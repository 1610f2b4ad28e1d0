/**
 * What the commands print as JSON: a record for each kind of line, and the one mapper that writes
 * them. A component that may be absent is null in the line if it is Optional, and left out if it is
 * nullable; the schema of the command {@code schema} tells the same to others.
 */
@NullMarked
package org.exoattribution.testkit.render.json;

import org.jspecify.annotations.NullMarked;
