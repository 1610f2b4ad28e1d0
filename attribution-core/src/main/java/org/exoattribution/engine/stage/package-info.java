/**
 * The three stages, what each of them finds about a case, and what follows for the recipients of a
 * transaction and the findings on a result. Not exported: public is what the engine runs and what
 * explanations read.
 */
@NullMarked
package org.exoattribution.engine.stage;

import org.jspecify.annotations.NullMarked;
