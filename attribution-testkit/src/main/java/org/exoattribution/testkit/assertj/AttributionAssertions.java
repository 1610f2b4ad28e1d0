package org.exoattribution.testkit.assertj;

import java.util.List;
import org.exoattribution.analysis.observation.Observation;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.model.TenantDirectory;
import org.exoattribution.testkit.coverage.DesignCoverage;
import org.exoattribution.testkit.design.Design;

/**
 * Where assertions about attribution begin: import {@code assertThat} from here, beside AssertJ's
 * own. Give it the engine and the connection, and a failure explains the misroute; a bare
 * attribution does not know what nearly happened.
 */
public final class AttributionAssertions {
  private AttributionAssertions() {}

  /** Resolves the connection and explains it. */
  public static ExplanationAssert assertThat(
      AttributionEngine engine, SimulatedConnection connection) {
    return assertThat(engine.explain(connection));
  }

  /** Resolves the connection with the engine of a coverage, records it there and explains it. */
  public static ExplanationAssert assertThat(
      DesignCoverage coverage, SimulatedConnection connection) {
    return assertThat(coverage.explain(connection));
  }

  /** Resolves the transaction and explains what came for each recipient. */
  public static AttributionsAssert assertThat(
      AttributionEngine engine, SimulatedTransaction transaction) {
    List<Explanation> explanations = engine.explain(transaction);
    return new AttributionsAssert(
        explanations.stream().map(Explanation::attribution).toList(), explanations);
  }

  /** Judges what the service did by what the engine says of it. */
  public static ObservationAssert assertThat(AttributionEngine engine, Observation observation) {
    return new ObservationAssert(engine, observation);
  }

  /** About an attribution and its reasons. */
  public static ExplanationAssert assertThat(Explanation actual) {
    return new ExplanationAssert(actual);
  }

  /** About an attribution; see {@link AttributionAssert#explainedBy} for better messages. */
  public static AttributionAssert assertThat(Attribution actual) {
    return new AttributionAssert(actual);
  }

  /** About the attributions of one transaction. */
  public static AttributionsAssert assertThat(List<? extends Attribution> actual) {
    return new AttributionsAssert(actual, List.of());
  }

  /** About the tenants of a directory. */
  public static TenantDirectoryAssert assertThat(TenantDirectory actual) {
    return new TenantDirectoryAssert(actual);
  }

  /** About a design as a whole. */
  public static DesignAssert assertThat(Design actual) {
    return new DesignAssert(actual);
  }

  /** About what the change from one design to another does to mail. */
  public static ChangeAssert assertThatChange(Design before, Design after) {
    return new ChangeAssert(before, after);
  }
}
