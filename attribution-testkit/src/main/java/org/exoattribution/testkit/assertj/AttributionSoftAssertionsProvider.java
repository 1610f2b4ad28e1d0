package org.exoattribution.testkit.assertj;

import org.assertj.core.api.SoftAssertionsProvider;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.TenantDirectory;
import org.exoattribution.testkit.coverage.DesignCoverage;

/** The assertions of {@link AttributionAssertions} for classes that collect failures. */
public interface AttributionSoftAssertionsProvider extends SoftAssertionsProvider {

  /** Resolves the connection and explains it. */
  default ExplanationAssert assertThat(AttributionEngine engine, SimulatedConnection connection) {
    return assertThat(engine.explain(connection));
  }

  /** Resolves the connection with the engine of a coverage, records it there and explains it. */
  default ExplanationAssert assertThat(DesignCoverage coverage, SimulatedConnection connection) {
    return assertThat(coverage.explain(connection));
  }

  /** About an attribution and its reasons. */
  default ExplanationAssert assertThat(Explanation actual) {
    return proxy(ExplanationAssert.class, Explanation.class, actual);
  }

  /** About an attribution; see {@link AttributionAssert#explainedBy} for better messages. */
  default AttributionAssert assertThat(Attribution actual) {
    return proxy(AttributionAssert.class, Attribution.class, actual);
  }

  /** About the tenants of a directory. */
  default TenantDirectoryAssert assertThat(TenantDirectory actual) {
    return proxy(TenantDirectoryAssert.class, TenantDirectory.class, actual);
  }
}
