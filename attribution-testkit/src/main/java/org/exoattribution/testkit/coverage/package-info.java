/** Which connectors, rules and conditions of a design the tests have touched, and which never. */
@NullMarked
package org.exoattribution.testkit.coverage;

import org.jspecify.annotations.NullMarked;
