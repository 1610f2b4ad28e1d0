/** The JSON Schemas of what is read and printed here, for editors and for other programs. */
@NullMarked
package org.exoattribution.testkit.schema;

import org.jspecify.annotations.NullMarked;
