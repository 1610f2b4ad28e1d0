/**
 * The written rules of inbound attribution, transcribed plainly: slow, without an index, and apart
 * from the engine, so that random worlds can compare the two.
 */
@NullMarked
package org.exoattribution.testkit.reference;

import org.jspecify.annotations.NullMarked;
