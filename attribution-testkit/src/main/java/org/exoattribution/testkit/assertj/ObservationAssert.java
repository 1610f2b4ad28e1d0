package org.exoattribution.testkit.assertj;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractAssert;
import org.exoattribution.analysis.observation.Judgement;
import org.exoattribution.analysis.observation.Observation;
import org.exoattribution.analysis.observation.ObservationJudge;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.testkit.observation.ObservationGroup;
import org.exoattribution.testkit.observation.Sighting;
import org.exoattribution.testkit.render.Palette;
import org.exoattribution.testkit.render.finding.ObservationText;
import org.exoattribution.testkit.source.SourceLocation;

/** Assertions about what the service did, against what an engine says of it. */
public class ObservationAssert extends AbstractAssert<ObservationAssert, Observation> {
  private final AttributionEngine engine;

  /** About this observation, by this engine. */
  public ObservationAssert(AttributionEngine engine, Observation actual) {
    super(actual, ObservationAssert.class);
    this.engine = engine;
  }

  /** The model says what the service did: with the certificate given, or none. */
  public ObservationAssert agrees() {
    return check(judged().kind() == Judgement.Kind.AGREES, "AGREES");
  }

  /**
   * The model says what the service did if the server presented a certificate that matches this
   * TlsSenderCertificateName, and does not say it without.
   */
  public ObservationAssert agreesIfCertificateMatches(String connectorName) {
    return check(
        judged().certificates().stream()
            .anyMatch(name -> name.toString().equalsIgnoreCase(connectorName)),
        "AGREES_IF with a certificate for " + connectorName);
  }

  /** Nothing explains what the service did. */
  public ObservationAssert contradicts() {
    return check(judged().kind() == Judgement.Kind.CONTRADICTS, "CONTRADICTS");
  }

  private Judgement judged() {
    isNotNull();
    return ObservationJudge.of(engine).judge(actual);
  }

  private ObservationAssert check(boolean holds, String expected) {
    if (!holds) {
      throw failure("%nexpected:%n  %s%nbut was:%n%s", expected, block());
    }
    return this;
  }

  private String block() {
    Sighting sighting =
        new Sighting(actual, new SourceLocation("this observation", 0), Map.of(), List.of());
    return new ObservationText(Palette.NONE, true)
        .block(new ObservationGroup(judged(), sighting, 1, List.of()));
  }
}
