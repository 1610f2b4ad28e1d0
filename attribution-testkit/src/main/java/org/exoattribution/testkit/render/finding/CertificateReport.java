package org.exoattribution.testkit.render.finding;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.RuleId;
import org.exoattribution.testkit.render.Palette;
import org.exoattribution.testkit.render.json.CertificateLine;
import org.exoattribution.testkit.render.json.Json;

/**
 * A judged chain of certificates, as text or as JSON.
 *
 * @param source where the chain came from, as the user knows it
 * @param certificate the chain
 * @param at the instant for which it was judged
 * @param verdict what the service makes of it
 */
public record CertificateReport(
    String source, PresentedCertificate certificate, Instant at, CertificateVerdict verdict) {

  /** The report for people, in 80 columns, ending in a line end. */
  public String text(Palette palette) {
    return CertificateText.block(this, palette);
  }

  /** The report as one JSON object, on one line without a line end. */
  public String json() {
    Optional<ConditionExplanation> failure = verdict.firstFailure();
    return Json.text(
        new CertificateLine(
            source,
            at,
            verdict.accepted(),
            failure.map(ConditionExplanation::rule),
            failure.map(ConditionExplanation::actual),
            verdict.names(),
            name(leaf().getSubjectX500Principal()),
            name(leaf().getIssuerX500Principal()),
            leaf().getNotBefore().toInstant(),
            leaf().getNotAfter().toInstant(),
            path(),
            revocation(),
            verdict.tests(),
            verdict.contestedReadings().stream().sorted().toList()));
  }

  X509Certificate leaf() {
    return certificate.leaf();
  }

  List<String> names() {
    return verdict.names().stream().map(PresentedName::toString).toList();
  }

  /** The subjects from the leaf to the trust anchor; empty if there is no path. */
  List<String> path() {
    return verdict.path().stream()
        .map(X509Certificate::getSubjectX500Principal)
        .map(CertificateReport::name)
        .toList();
  }

  String revocation() {
    return test(RuleId.PKI_5)
        .map(ConditionExplanation::actual)
        .or(verdict::revocationUnchecked)
        .orElse("not checked");
  }

  private Optional<ConditionExplanation> test(RuleId rule) {
    return verdict.tests().stream().filter(test -> test.rule() == rule).findFirst();
  }

  static String name(X500Principal principal) {
    String name = principal.toString();
    return name.isEmpty() ? "(empty name)" : name;
  }
}
