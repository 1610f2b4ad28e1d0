/** Directories and connections written as scenario files: the inverse of reading one. */
@NullMarked
package org.exoattribution.testkit.render.yaml;

import org.jspecify.annotations.NullMarked;
