package org.exoattribution.testkit.laws;

import java.util.List;
import java.util.Optional;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.Finding;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.SmtpReply;
import org.exoattribution.model.Stage;

/**
 * An attribution by names: what can be compared between directories that differ in what does not
 * matter.
 */
record Result(
    Attribution.Verdict verdict,
    Optional<String> tenant,
    Optional<String> connector,
    Stage stage,
    Optional<AttributionBasis> basis,
    Optional<RejectionReason> reason,
    Optional<SmtpReply> reply) {

  /** Whether the two come out alike, whatever their grounds. */
  static boolean same(Attribution one, Attribution other) {
    return of(one).equals(of(other));
  }

  static Result of(Attribution attribution) {
    return new Result(
        attribution.verdict(),
        attribution.tenantName(),
        attribution.connectorName(),
        attribution.stage(),
        attribution.fold(o -> Optional.of(o.basis()), i -> Optional.empty(), r -> Optional.empty()),
        attribution.fold(
            o -> Optional.empty(), i -> Optional.empty(), r -> Optional.of(r.reason())),
        attribution.fold(
            o -> Optional.empty(), i -> Optional.empty(), r -> Optional.of(r.reply())));
  }

  static List<Finding.Id> findings(Attribution attribution) {
    return attribution.findings().stream().map(Finding::id).toList();
  }

  /** In a few words, such as {@code Originating contoso through gateway A by mail-from}. */
  static String words(Attribution attribution) {
    return attribution.fold(
        originating ->
            "Originating "
                + through(attribution)
                + " by "
                + originating.basis().key()
                + " in the "
                + originating.stage().key()
                + " stage",
        incoming -> "Incoming " + through(attribution),
        rejected -> "Rejected " + rejected.reason() + " " + through(attribution));
  }

  private static String through(Attribution attribution) {
    return attribution.tenantName().orElse("by nobody")
        + attribution.connectorName().map(name -> " through " + name).orElse("");
  }
}
