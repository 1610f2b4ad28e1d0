/**
 * How firm an attribution stands: what flips it, by one change of the connection, the configuration
 * or a reading.
 */
@NullMarked
package org.exoattribution.analysis.sensitivity;

import org.jspecify.annotations.NullMarked;
