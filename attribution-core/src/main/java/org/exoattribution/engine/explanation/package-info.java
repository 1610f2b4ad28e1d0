/**
 * What the stages found, put into a tree of words. It decides nothing and asks no rule: it sees
 * results and the model, never an index, an ownership or a condition. Not exported.
 */
@NullMarked
package org.exoattribution.engine.explanation;

import org.jspecify.annotations.NullMarked;
