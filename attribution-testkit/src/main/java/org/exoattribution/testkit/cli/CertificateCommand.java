package org.exoattribution.testkit.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.exoattribution.certificate.CertificateEvaluator;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.testkit.render.finding.CertificateReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code certificate}: prints what the service makes of a presented chain. */
@Command(name = "certificate")
final class CertificateCommand extends AttributionCommand {
  @Option(names = "--at", paramLabel = "INSTANT")
  private @Nullable Instant at;

  @Mixin private TrustOptions trust = new TrustOptions();

  @Mixin private RulesOptions.ReadingsOption readings = new RulesOptions.ReadingsOption();

  @Option(names = "--format", paramLabel = "FORMAT")
  private Formats.Judged format = Formats.Judged.TEXT;

  @Parameters(paramLabel = "FILE", descriptionKey = "FILE", arity = "1..*")
  private List<String> files = List.of();

  CertificateCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    InputFiles inputs = new InputFiles(terminal.in());
    CertificateEvaluator evaluator =
        new CertificateEvaluator(trust.anchors(inputs), readings.readings());
    Instant instant = at == null ? terminal.clock().instant().truncatedTo(ChronoUnit.SECONDS) : at;
    List<CertificateReport> reports = new ArrayList<>();
    for (String file : files) {
      PresentedCertificate chain = PresentedCertificate.of(TrustOptions.certificates(inputs, file));
      PresentedCertificate certificate =
          trust.revocation(inputs).map(chain::withRevocationStatus).orElse(chain);
      reports.add(
          new CertificateReport(
              InputFiles.name(file),
              certificate,
              instant,
              evaluator.evaluate(certificate, instant)));
    }
    for (CertificateReport report : reports) {
      terminal
          .out()
          .print(format == Formats.Judged.JSON ? report.json() : report.text(terminal.palette()));
      terminal.out().print('\n');
    }
    return reports.stream().allMatch(report -> report.verdict().accepted()) ? DONE : FAILED;
  }
}
