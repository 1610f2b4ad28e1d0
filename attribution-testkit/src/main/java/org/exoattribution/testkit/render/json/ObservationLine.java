package org.exoattribution.testkit.render.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exoattribution.analysis.observation.Cause;
import org.exoattribution.analysis.observation.Judgement;
import org.exoattribution.analysis.observation.Prediction;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.testkit.observation.ObservationGroup;

/** The line of observations that were judged alike. */
public record ObservationLine(
    String type,
    IpAddress source,
    Judgement.Kind verdict,
    long count,
    Observed observed,
    List<Predicted> predicted,
    List<CertificateNamePattern> ifCertificate,
    List<String> files,
    Optional<Boolean> ehloExplains,
    List<String> nearest) {

  /**
   * The line.
   *
   * @param envelope the envelope, as far as it may be told
   */
  public static ObservationLine of(ObservationGroup group, Envelope envelope) {
    Judgement judgement = group.judgement();
    SimulatedConnection connection = group.first().observation().connection();
    org.exoattribution.analysis.observation.Observed observed =
        group.first().observation().observed();
    return new ObservationLine(
        "observation",
        connection.sourceIp(),
        judgement.kind(),
        group.count(),
        new Observed(
            observed.verdict(),
            observed.tenant(),
            observed.connector(),
            connection.ehlo(),
            connection.tls(),
            envelope,
            group.first().besides(),
            group.first().notes()),
        judgement.predictions().stream().map(Predicted::of).toList(),
        judgement.certificates(),
        group.files(),
        judgement.fold(
            a -> Optional.empty(),
            a -> Optional.of(a.explainedByEhlo()),
            c -> Optional.empty(),
            u -> Optional.empty()),
        judgement.causes().stream().map(Cause::toString).toList());
  }

  /** What the service did, and of which connection. */
  public record Observed(
      Optional<Attribution.Verdict> verdict,
      Optional<String> tenant,
      Optional<String> connector,
      Optional<String> ehlo,
      boolean tls,
      @JsonUnwrapped Envelope envelope,
      Map<String, String> besides,
      List<String> notes) {}

  /** Sender and recipient. */
  public record Envelope(String mailFrom, String rcptTo) {}

  /** What the model says, with a certificate for the name or without one. */
  public record Predicted(
      Optional<CertificateNamePattern> certificate, @JsonUnwrapped AttributionOutcome outcome) {
    static Predicted of(Prediction prediction) {
      return new Predicted(
          prediction.certificate(), AttributionOutcome.of(prediction.attribution()));
    }
  }
}
