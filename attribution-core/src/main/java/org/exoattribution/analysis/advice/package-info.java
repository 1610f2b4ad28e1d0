/**
 * What to change so that a connection is attributed as it should be. Every piece of advice was
 * tried on the engine before it is given.
 */
@NullMarked
package org.exoattribution.analysis.advice;

import org.jspecify.annotations.NullMarked;
