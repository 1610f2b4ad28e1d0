package org.exoattribution.testkit.render.finding;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Reading;
import org.exoattribution.model.RuleId;
import org.exoattribution.testkit.render.ExplanationText;
import org.exoattribution.testkit.render.Palette;
import org.exoattribution.testkit.render.json.Json;
import org.exoattribution.testkit.render.layout.Paragraph;
import org.exoattribution.testkit.render.layout.Printable;

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
  private static final int LABEL = 14;

  /** The report as one JSON object on one line, its tests in the order of PKI-2 to PKI-6. */
  public String json() {
    X509Certificate leaf = certificate.leaf();
    return Json.text(
        Json.object(
            "certificate", source,
            "at", at,
            "accepted", verdict.accepted(),
            "failedRule", verdict.firstFailure().map(ConditionExplanation::rule),
            "failure", verdict.firstFailure().map(ConditionExplanation::actual),
            "names", verdict.names(),
            "subject", name(leaf.getSubjectX500Principal()),
            "issuer", name(leaf.getIssuerX500Principal()),
            "notBefore", leaf.getNotBefore().toInstant(),
            "notAfter", leaf.getNotAfter().toInstant(),
            "path", path(),
            "revocation", revocation(),
            "tests", verdict.tests(),
            "contestedReadings", verdict.contestedReadings().stream().sorted().toList()));
  }

  /** The report for people, in 80 columns, ending in a line end. */
  public String text(Palette palette) {
    StringBuilder out = new StringBuilder(1024);
    out.append(palette.strong(Printable.visible(source))).append('\n');
    String judged = verdict.accepted() ? "Accepted" : "Refused";
    out.append("  ").append(verdict.accepted() ? palette.good(judged) : palette.bad(judged));
    String why =
        verdict.firstFailure().map(t -> " by " + t.rule().id() + ": " + t.actual()).orElse("");
    Paragraph.append(out, 2 + judged.length(), 2, " at " + at + why + ".");
    String names =
        verdict.names().stream().map(PresentedName::toString).collect(Collectors.joining(", "));
    String noName = "none: neither the subject CN nor a SAN dNSName is a domain name (PKI-7)";
    line(out, "Names", names.isEmpty() ? noName : names);
    for (X509Certificate each : certificate.chain()) {
      String issuer = name(each.getIssuerX500Principal());
      line(out, "Presented", name(each.getSubjectX500Principal()) + ", issued by " + issuer);
    }
    Instant from = certificate.leaf().getNotBefore().toInstant();
    line(out, "Valid", "from " + from + " to " + certificate.leaf().getNotAfter().toInstant());
    line(out, "Path", path().isEmpty() ? "none" : String.join(" > ", path()));
    line(out, "Revocation", revocation());
    if (!verdict.contestedReadings().isEmpty()) {
      String readings =
          verdict.contestedReadings().stream()
              .sorted()
              .map(Reading::key)
              .collect(Collectors.joining(" or "));
      line(
          out,
          "Contested",
          "under another value of reading " + readings + " the verdict may differ");
    }
    ExplanationText tests = new ExplanationText(palette);
    out.append("  Tests: ").append(ExplanationText.MARKS).append('\n');
    verdict.tests().forEach(test -> tests.append(out, test, 2));
    return out.toString();
  }

  private static void line(StringBuilder out, String label, String text) {
    Paragraph.labelled(out, LABEL, label, text);
  }

  /** The subjects from the leaf to the trust anchor; empty if there is no path. */
  private List<String> path() {
    return verdict.path().stream().map(each -> name(each.getSubjectX500Principal())).toList();
  }

  private String revocation() {
    return verdict.tests().stream()
        .filter(test -> test.rule() == RuleId.PKI_5)
        .map(ConditionExplanation::actual)
        .findFirst()
        .or(verdict::revocationUnchecked)
        .orElse("not checked");
  }

  private static String name(X500Principal principal) {
    String name = principal.toString();
    return name.isEmpty() ? "(empty name)" : name;
  }
}
