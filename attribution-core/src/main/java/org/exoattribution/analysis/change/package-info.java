/**
 * Changes of a configuration or connection as values, with the cmdlet that makes them and what they
 * do to an attribution. Whether a change is wise is for others to say.
 */
@NullMarked
package org.exoattribution.analysis.change;

import org.jspecify.annotations.NullMarked;
