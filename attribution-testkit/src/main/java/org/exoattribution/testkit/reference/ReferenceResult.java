package org.exoattribution.testkit.reference;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.Finding;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.SmtpReply;
import org.exoattribution.model.Stage;
import org.exoattribution.model.Tenant;

/**
 * What the rules say about one recipient, in the terms in which the reference and the engine can be
 * compared: equal results mean that both decided alike.
 *
 * @param verdict which of the three outcomes
 * @param tenant the name of the tenant, as {@link Attribution#tenantName()}
 * @param connector the name of the connector, as {@link Attribution#connectorName()}
 * @param stage the stage that decided
 * @param basis what made the tenant win; empty unless Originating
 * @param reason why it was refused; empty unless Rejected
 * @param reply what the server would send; empty unless Rejected
 * @param findings the ids of section 9 of the rules, in their order
 */
public record ReferenceResult(
    Attribution.Verdict verdict,
    Optional<String> tenant,
    Optional<String> connector,
    Stage stage,
    Optional<AttributionBasis> basis,
    Optional<RejectionReason> reason,
    Optional<SmtpReply> reply,
    Set<Finding.Id> findings) {

  /** Copies the findings. */
  public ReferenceResult {
    Set<Finding.Id> sorted = EnumSet.noneOf(Finding.Id.class);
    sorted.addAll(findings);
    findings = Collections.unmodifiableSet(sorted);
  }

  /** The engine's answer in the reference's terms. */
  public static ReferenceResult of(Attribution attribution) {
    Set<Finding.Id> findings = EnumSet.noneOf(Finding.Id.class);
    attribution.findings().forEach(finding -> findings.add(finding.id()));
    AttributionOutcome outcome = AttributionOutcome.of(attribution);
    return new ReferenceResult(
        outcome.verdict(),
        outcome.tenant(),
        outcome.connector(),
        outcome.stage(),
        outcome.basis(),
        outcome.reason(),
        attribution.fold(o -> Optional.empty(), i -> Optional.empty(), r -> Optional.of(r.reply())),
        findings);
  }

  static ReferenceResult originating(Choice through, Stage stage, AttributionBasis basis) {
    return new ReferenceResult(
        Attribution.Verdict.ORIGINATING,
        Optional.of(through.tenant().name()),
        Optional.of(through.connector().name()),
        stage,
        Optional.of(basis),
        Optional.empty(),
        Optional.empty(),
        through.findings());
  }

  static ReferenceResult incoming(Tenant tenant, Optional<Choice> through) {
    return new ReferenceResult(
        Attribution.Verdict.INCOMING,
        Optional.of(tenant.name()),
        through.map(choice -> choice.connector().name()),
        Stage.INCOMING,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        through.map(Choice::findings).orElse(Set.of()));
  }

  /** A rejection by the receiving tenant, or of nobody's mail. */
  static ReferenceResult rejected(
      RejectionReason reason,
      Stage stage,
      SmtpReply reply,
      Optional<Tenant> tenant,
      Optional<Choice> through) {
    return new ReferenceResult(
        Attribution.Verdict.REJECTED,
        tenant.map(Tenant::name),
        through.map(choice -> choice.connector().name()),
        stage,
        Optional.empty(),
        Optional.of(reason),
        Optional.of(reply),
        through.map(Choice::findings).orElse(Set.of()));
  }

  boolean isOriginating() {
    return verdict == Attribution.Verdict.ORIGINATING;
  }

  ReferenceResult withFindings(Set<Finding.Id> all) {
    return new ReferenceResult(verdict, tenant, connector, stage, basis, reason, reply, all);
  }

  ReferenceResult andFindings(Set<Finding.Id> further) {
    Set<Finding.Id> all = EnumSet.noneOf(Finding.Id.class);
    all.addAll(findings);
    all.addAll(further);
    return withFindings(all);
  }
}
