package org.exoattribution.testkit.assertj;

import org.assertj.core.api.AbstractSoftAssertions;

/**
 * Collects the failures of several assertions and reports them together in {@code assertAll()}.
 * AssertJ's {@code SoftAssertionsExtension} injects it into JUnit tests. It works on the class path
 * alone, where tests usually run: AssertJ cannot collect failures in a named module.
 */
public class AttributionSoftAssertions extends AbstractSoftAssertions
    implements AttributionSoftAssertionsProvider {

  /** One that has collected nothing yet. */
  public AttributionSoftAssertions() {}
}
