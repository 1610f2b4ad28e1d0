package org.exoattribution.testkit.reference;

import static org.exoattribution.model.RejectionReason.CERTIFICATE_REFUSED;
import static org.exoattribution.model.RejectionReason.DOMAIN_NOT_ACCEPTED;
import static org.exoattribution.model.RejectionReason.RECIPIENT_DOMAIN_DIFFERS;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.Finding;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.Stage;

/** One recipient in the order of section 5, and several in one transaction (section 7). */
final class Transactions {
  /** JP3: from then on relay needed an accepted domain. */
  private static final Instant WHOLE_REFUSAL_FROM = Instant.parse("2017-07-05T00:00:00Z");

  /** MULTI-2; the end date is ASSUMED. */
  private static final Instant WHOLE_REFUSAL_UNTIL = Instant.parse("2018-01-01T00:00:00Z");

  private Transactions() {}

  /** The results of the recipients in their order; they differ in RCPT TO alone. */
  static List<ReferenceResult> resolve(List<ReferenceCase> recipients) {
    ReferenceCase first = recipients.get(0);
    ReferenceResult result = resolve(first); // MULTI-1
    if (result.isOriginating() && !result.basis().equals(Optional.of(AttributionBasis.RCPT_TO))) {
      return recipients.stream().map(each -> multi1(result, each)).toList();
    }
    // A refused certificate refuses every recipient alike.
    boolean refused = result.reason().equals(Optional.of(CERTIFICATE_REFUSED));
    if (!refused && new OnPremisesStages(first).matched()) {
      return multi2(result, recipients);
    }
    return recipients.stream().map(Transactions::resolve).toList(); // MULTI-3
  }

  /** MULTI-1: the first recipient's result, with what depends on this recipient's domain. */
  private static ReferenceResult multi1(ReferenceResult first, ReferenceCase recipient) {
    Set<Finding.Id> shared = EnumSet.noneOf(Finding.Id.class);
    shared.addAll(first.findings());
    shared.remove(Finding.Id.FOREIGN_RECIPIENT);
    shared.remove(Finding.Id.WILDCARD_CAPTURE);
    shared.remove(Finding.Id.CERTIFICATE_UNMATCHED);
    return first.withFindings(shared).andFindings(Findings.ofRecipient(recipient, first));
  }

  /** MULTI-2: recipients of another domain than the first are deferred, or all are refused. */
  private static List<ReferenceResult> multi2(
      ReferenceResult result, List<ReferenceCase> recipients) {
    ReferenceCase first = recipients.get(0);
    boolean someDiffer = recipients.stream().anyMatch(each -> domainDiffers(each, first));
    if (someDiffer && refusesWholeTransaction(first)) {
      return recipients.stream().map(each -> refused(DOMAIN_NOT_ACCEPTED, first, each)).toList();
    }
    return recipients.stream()
        .map(
            each ->
                domainDiffers(each, first)
                    ? refused(RECIPIENT_DOMAIN_DIFFERS, first, each)
                    : result)
        .toList();
  }

  private static boolean refusesWholeTransaction(ReferenceCase first) {
    Instant at = first.connection().at();
    return first.rules() == RuleSet.V2017
        && !at.isBefore(WHOLE_REFUSAL_FROM)
        && at.isBefore(WHOLE_REFUSAL_UNTIL);
  }

  private static boolean domainDiffers(ReferenceCase recipient, ReferenceCase first) {
    return !recipient.connection().rcptTo().domain().equals(first.connection().rcptTo().domain());
  }

  /** The stage is the one in which an OnPremises connector matched the first recipient. */
  private static ReferenceResult refused(
      RejectionReason reason, ReferenceCase first, ReferenceCase recipient) {
    Stage stage = new OnPremisesStages(first).matchedByCertificate() ? Stage.CERTIFICATE : Stage.IP;
    ReferenceResult bare =
        ReferenceResult.rejected(
            reason,
            stage,
            Replies.to(reason, first.readings()),
            Optional.empty(),
            Optional.empty());
    return bare.andFindings(Findings.ofSession(recipient, bare));
  }

  /** One recipient alone: certificate stage, IP stage, incoming; with all findings. */
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
    return ReferenceResult.rejected(
        CERTIFICATE_REFUSED,
        Stage.CERTIFICATE,
        expired
            ? Replies.toCertificateExpired()
            : Replies.to(CERTIFICATE_REFUSED, given.readings()),
        Optional.empty(),
        Optional.empty());
  }
}
