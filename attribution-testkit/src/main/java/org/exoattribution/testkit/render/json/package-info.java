/**
 * What the commands print as JSON: objects of keys in their order, and the one mapper that writes
 * them. What may be absent is null in the line if it is Optional, and left out if it is null; the
 * schema of the command {@code schema} tells the same to others.
 */
@NullMarked
package org.exoattribution.testkit.render.json;

import org.jspecify.annotations.NullMarked;
