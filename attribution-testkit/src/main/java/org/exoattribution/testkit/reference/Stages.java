package org.exoattribution.testkit.reference;

import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.Stage;

/** One recipient alone, in the order of section 5: certificate stage, IP stage, incoming. */
final class Stages {
  private Stages() {}

  /** The decision with all its findings. */
  static ReferenceResult resolve(ReferenceCase given) {
    ReferenceResult decision = decide(given);
    return decision.andFindings(Findings.of(given, decision));
  }

  /** The decision; of the findings it has AMBIGUOUS_CONNECTOR alone. */
  static ReferenceResult decide(ReferenceCase given) {
    if (given.certificateRefused()) {
      return certificateRefused(given);
    }
    OnPremisesStages onPremises = new OnPremisesStages(given);
    return onPremises
        .certificateStage()
        .or(onPremises::ipStage)
        .orElseGet(() -> new IncomingStage(given, onPremises.matched()).incoming());
  }

  /** PKI-8 under reading badCertificate REFUSE. */
  private static ReferenceResult certificateRefused(ReferenceCase given) {
    boolean expired =
        given
            .tlsCertificate()
            .flatMap(CertificateVerdict::firstFailure)
            .map(ConditionExplanation::rule)
            .filter(RuleId.PKI_2::equals)
            .isPresent();
    RejectionReason reason = RejectionReason.CERTIFICATE_REFUSED;
    return ReferenceResult.rejected(
        reason,
        Stage.CERTIFICATE,
        expired ? Replies.toCertificateExpired() : Replies.to(reason, given.readings()));
  }
}
