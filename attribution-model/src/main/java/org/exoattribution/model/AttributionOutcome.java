package org.exoattribution.model;

import java.util.Optional;
import org.exoattribution.model.Attribution.Verdict;

/**
 * What an attribution comes to, without the connection, its grounds and findings: two attributions
 * with equal outcomes differ in nothing that a mail server or a tenant notices.
 *
 * @param verdict the verdict
 * @param tenant the tenant that the message is attributed to, or that refuses it
 * @param connector the connector that decided
 * @param stage the stage that decided
 * @param basis what made the tenant win, if Originating
 * @param reason why it is refused, if Rejected
 */
public record AttributionOutcome(
    Verdict verdict,
    Optional<String> tenant,
    Optional<String> connector,
    Stage stage,
    Optional<AttributionBasis> basis,
    Optional<RejectionReason> reason) {

  /** What this attribution comes to. */
  public static AttributionOutcome of(Attribution attribution) {
    return new AttributionOutcome(
        attribution.verdict(),
        attribution.tenantName(),
        attribution.connectorName(),
        attribution.stage(),
        attribution.fold(o -> Optional.of(o.basis()), i -> Optional.empty(), r -> Optional.empty()),
        attribution.fold(
            o -> Optional.empty(), i -> Optional.empty(), r -> Optional.of(r.reason())));
  }

  /** Whether the message is refused. */
  public boolean isRejected() {
    return verdict == Verdict.REJECTED;
  }

  /** Whether the message is attributed to the tenant that sends it. */
  public boolean isOriginating() {
    return verdict == Verdict.ORIGINATING;
  }

  /** Who gets the message, or why nobody does, in a few words. */
  public String destination() {
    return switch (verdict) {
      case ORIGINATING -> "Originating from " + tenant.orElse("");
      case INCOMING -> "Incoming to " + tenant.orElse("");
      case REJECTED ->
          "Rejected "
              + reason.map(RejectionReason::name).orElse("")
              + tenant.map(name -> " by " + name).orElse("");
    };
  }

  /** The outcome in a few words, such as {@code Incoming to fabrikam, anonymous}. */
  @Override
  public String toString() {
    String through = connector.map(name -> " through \"" + name + "\"").orElse("");
    return switch (verdict) {
      case ORIGINATING ->
          destination()
              + through
              + " ("
              + stage.key()
              + ", "
              + basis.map(AttributionBasis::key).orElse("")
              + ")";
      case INCOMING -> destination() + (through.isEmpty() ? ", anonymous" : through);
      case REJECTED -> destination() + through;
    };
  }
}
