package org.exoattribution.testkit.render.finding;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Collectors;
import org.exoattribution.testkit.render.ExplanationText;
import org.exoattribution.testkit.render.Palette;
import org.exoattribution.testkit.render.layout.Paragraph;
import org.exoattribution.testkit.render.layout.Printable;

/** Writes certificate reports for people. */
final class CertificateText {
  private static final int LABEL = 14;

  private CertificateText() {}

  static String block(CertificateReport report, Palette palette) {
    StringBuilder out = new StringBuilder(1024);
    out.append(palette.strong(Printable.visible(report.source()))).append('\n');
    boolean accepted = report.verdict().accepted();
    String verdict = accepted ? "Accepted" : "Refused";
    out.append("  ").append(accepted ? palette.good(verdict) : palette.bad(verdict));
    Paragraph.append(out, 2 + verdict.length(), 2, sentence(report));
    Paragraph.labelled(out, LABEL, "Names", names(report));
    presented(out, report);
    Paragraph.labelled(
        out,
        LABEL,
        "Valid",
        "from "
            + report.leaf().getNotBefore().toInstant()
            + " to "
            + report.leaf().getNotAfter().toInstant());
    Paragraph.labelled(
        out, LABEL, "Path", report.path().isEmpty() ? "none" : String.join(" > ", report.path()));
    Paragraph.labelled(out, LABEL, "Revocation", report.revocation());
    if (!report.verdict().contestedReadings().isEmpty()) {
      Paragraph.labelled(out, LABEL, "Contested", contested(report));
    }
    ExplanationText tests = new ExplanationText(palette);
    out.append("  Tests: ").append(ExplanationText.MARKS).append('\n');
    report.verdict().tests().forEach(test -> tests.append(out, test, 2));
    return out.toString();
  }

  private static String sentence(CertificateReport report) {
    String at = " at " + report.at();
    return report
        .verdict()
        .firstFailure()
        .map(test -> at + " by " + test.rule().id() + ": " + test.actual() + ".")
        .orElse(at + ".");
  }

  private static String names(CertificateReport report) {
    List<String> names = report.names();
    return names.isEmpty()
        ? "none: neither the subject CN nor a SAN dNSName is a domain name (PKI-7)"
        : String.join(", ", names);
  }

  private static void presented(StringBuilder out, CertificateReport report) {
    for (X509Certificate certificate : report.certificate().chain()) {
      Paragraph.labelled(
          out,
          LABEL,
          "Presented",
          CertificateReport.name(certificate.getSubjectX500Principal())
              + ", issued by "
              + CertificateReport.name(certificate.getIssuerX500Principal()));
    }
  }

  private static String contested(CertificateReport report) {
    return "under another value of reading "
        + report.verdict().contestedReadings().stream()
            .sorted()
            .map(reading -> reading.key())
            .collect(Collectors.joining(" or "))
        + " the verdict may differ";
  }
}
