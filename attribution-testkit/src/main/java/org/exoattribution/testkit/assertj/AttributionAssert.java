package org.exoattribution.testkit.assertj;

import java.util.List;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Explanation;
import org.exoattribution.testkit.render.MismatchText;
import org.jspecify.annotations.Nullable;

/** Assertions about an attribution. */
public class AttributionAssert extends AbstractAttributionAssert<AttributionAssert, Attribution> {
  private @Nullable Explanation explanation;
  private String whyNoMisses =
      "not known: an attribution does not carry them. Begin with assertThat(engine, connection), or"
          + " add .explainedBy(engine) before the first assertion.";

  /** About this attribution. */
  public AttributionAssert(Attribution actual) {
    super(actual, AttributionAssert.class);
  }

  /**
   * Lets failures from here on show the nearest misses, as this engine explains them: the one that
   * made the attribution.
   */
  public AttributionAssert explainedBy(AttributionEngine engine) {
    isNotNull();
    return explainedBy(engine.explain(actual.connection()));
  }

  AttributionAssert explainedBy(Explanation reasons) {
    if (reasons.attribution().equals(actual)) {
      explanation = reasons;
    } else {
      whyNoMisses =
          "not known: alone and by the engine given to explainedBy, this connection is attributed"
              + " otherwise.";
    }
    return this;
  }

  @Override
  Attribution attribution() {
    return actual;
  }

  @Override
  String mismatch(String expected) {
    return explanation != null
        ? MismatchText.of(explanation, List.of(expected))
        : MismatchText.of(actual, List.of(expected), whyNoMisses);
  }
}
