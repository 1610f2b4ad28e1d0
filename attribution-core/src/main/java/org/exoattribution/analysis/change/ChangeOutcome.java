package org.exoattribution.analysis.change;

import java.util.Optional;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.RejectionReason;

/**
 * What an attribution comes to, without its grounds: two attributions with equal outcomes differ in
 * nothing that a mail server or a tenant notices.
 *
 * @param verdict the verdict
 * @param tenant the tenant
 * @param connector the connector
 * @param basis the basis, if Originating
 * @param reason the reason, if Rejected
 */
public record ChangeOutcome(
    Attribution.Verdict verdict,
    Optional<String> tenant,
    Optional<String> connector,
    Optional<AttributionBasis> basis,
    Optional<RejectionReason> reason) {

  /** The outcome of an attribution. */
  public static ChangeOutcome of(Attribution attribution) {
    return new ChangeOutcome(
        attribution.verdict(),
        attribution.tenantName(),
        attribution.connectorName(),
        attribution.fold(o -> Optional.of(o.basis()), i -> Optional.empty(), r -> Optional.empty()),
        attribution.fold(
            o -> Optional.empty(), i -> Optional.empty(), r -> Optional.of(r.reason())));
  }

  /** The same without connector and basis: who gets the mail, or why nobody does. */
  public ChangeOutcome destination() {
    return new ChangeOutcome(verdict, tenant, Optional.empty(), Optional.empty(), reason);
  }

  /** The outcome in a few words. */
  @Override
  public String toString() {
    String name = tenant.orElse("");
    String through = connector.map(c -> " through \"" + c + '"').orElse("");
    return switch (verdict) {
      case ORIGINATING ->
          "Originating from " + name + through + basis.map(b -> ", basis " + b.key()).orElse("");
      case INCOMING -> "Incoming to " + name + through;
      case REJECTED ->
          "Rejected" + tenant.map(t -> " by " + t).orElse("") + ", " + reason.orElseThrow();
    };
  }
}
