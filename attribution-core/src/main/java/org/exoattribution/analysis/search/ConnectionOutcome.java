package org.exoattribution.analysis.search;

import java.util.Optional;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Attribution.Verdict;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.Stage;

/**
 * What an attribution comes to, without the connection and the findings: the connections of one
 * class have the same.
 *
 * @param verdict the verdict
 * @param tenant the tenant that the message is attributed to, or that refuses it
 * @param connector the connector that decided
 * @param stage the stage that decided
 * @param basis what made the tenant win, if Originating
 * @param reason why it is refused, if Rejected
 */
public record ConnectionOutcome(
    Verdict verdict,
    Optional<String> tenant,
    Optional<String> connector,
    Stage stage,
    Optional<AttributionBasis> basis,
    Optional<RejectionReason> reason) {

  /** What this attribution comes to. */
  public static ConnectionOutcome of(Attribution attribution) {
    return new ConnectionOutcome(
        attribution.verdict(),
        attribution.tenantName(),
        attribution.connectorName(),
        attribution.stage(),
        attribution.fold(o -> Optional.of(o.basis()), i -> Optional.empty(), r -> Optional.empty()),
        attribution.fold(
            o -> Optional.empty(), i -> Optional.empty(), r -> Optional.of(r.reason())));
  }

  boolean isRejected() {
    return verdict == Verdict.REJECTED;
  }

  boolean isOriginating() {
    return verdict == Verdict.ORIGINATING;
  }

  /** The outcome in a few words, such as {@code Incoming to fabrikam, anonymous}. */
  @Override
  public String toString() {
    String through = connector.map(name -> " through \"" + name + "\"").orElse("");
    return switch (verdict) {
      case ORIGINATING ->
          "Originating from "
              + tenant.orElse("")
              + through
              + " ("
              + stage.key()
              + ", "
              + basis.map(AttributionBasis::key).orElse("")
              + ")";
      case INCOMING ->
          "Incoming to " + tenant.orElse("") + (through.isEmpty() ? ", anonymous" : through);
      case REJECTED ->
          "Rejected "
              + reason.map(RejectionReason::name).orElse("")
              + tenant.map(name -> " by " + name).orElse("")
              + through;
    };
  }
}
