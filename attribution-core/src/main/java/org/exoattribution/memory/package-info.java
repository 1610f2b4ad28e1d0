/** What is remembered between resolutions: bounded, and without locks where many read. */
@NullMarked
package org.exoattribution.memory;

import org.jspecify.annotations.NullMarked;
