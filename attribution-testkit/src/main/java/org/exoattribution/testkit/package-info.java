/** Fixtures for attribution tests; among them a certificate authority that errs on purpose. */
@NullMarked
package org.exoattribution.testkit;

import org.jspecify.annotations.NullMarked;
