/** JUnit 5 support: scenario files as tests, and the coverage of a design by its tests. */
@NullMarked
package org.exoattribution.testkit.junit;

import org.jspecify.annotations.NullMarked;
