/** Scenario files, tenant exports and connection logs: reading them, and comparing results. */
@NullMarked
package org.exoattribution.testkit.scenario;

import org.jspecify.annotations.NullMarked;
