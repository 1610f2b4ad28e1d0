/**
 * YAML and JSON read as trees whose parts know their file and line, and the strict reading of them.
 */
@NullMarked
package org.exoattribution.testkit.document;

import org.jspecify.annotations.NullMarked;
