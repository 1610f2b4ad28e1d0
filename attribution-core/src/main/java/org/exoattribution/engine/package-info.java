/** The attribution engine. */
@NullMarked
package org.exoattribution.engine;

import org.jspecify.annotations.NullMarked;
