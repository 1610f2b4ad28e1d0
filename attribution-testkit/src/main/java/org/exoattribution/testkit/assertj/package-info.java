/** AssertJ assertions about attributions, explanations and directories. Needs AssertJ. */
@NullMarked
package org.exoattribution.testkit.assertj;

import org.jspecify.annotations.NullMarked;
