package org.exoattribution.testkit.cli;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.exoattribution.certificate.CertificateEvaluator;
import org.exoattribution.certificate.PemCertificates;
import org.exoattribution.certificate.TrustAnchors;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.RevocationStatus;
import org.exoattribution.testkit.render.CertificateReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code certificate}: prints what the service makes of a presented chain. */
@Command(
    name = "certificate",
    description = "Prints what the service would make of a presented certificate chain.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {
      "",
      "Text around the PEM blocks is passed over, so that the output of"
          + " 'openssl s_client -starttls smtp -showcerts' can be given as it is. Nothing is"
          + " fetched: without --crl and --ocsp revocation is not checked. Exit status: 0 every"
          + " chain is accepted; 1 one is refused; 2 the input could not be used."
    })
final class CertificateCommand implements Callable<Integer> {
  static final String JDK = "jdk";

  private final Terminal terminal;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "Judges the chain at this instant instead of now.")
  private @Nullable Instant at;

  @Option(
      names = "--anchors",
      paramLabel = "FILE",
      description = "Trusts the certificates of this PEM file, or jdk for the roots of Java.")
  private String anchors = JDK;

  @Option(
      names = "--crl",
      paramLabel = "FILE",
      description = "Checks revocation with this CRL in PEM or DER; may be given several times.")
  private List<String> crls = List.of();

  @Option(
      names = "--ocsp",
      paramLabel = "FILE",
      description = "Checks revocation with this OCSP response in DER; may be given several times.")
  private List<String> ocspResponses = List.of();

  @Mixin private ReadingsOption readings = new ReadingsOption();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "Prints text for people (the default), or json, which is one object a file.")
  private Format format = Format.TEXT;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "PEM files with a chain each, leaf first, or - for standard input.")
  private List<String> files = List.of();

  CertificateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    InputFiles inputs = new InputFiles(terminal.in());
    CertificateEvaluator evaluator =
        new CertificateEvaluator(trustAnchors(inputs, anchors), readings.readings());
    Instant instant = at == null ? terminal.clock().instant().truncatedTo(ChronoUnit.SECONDS) : at;
    List<CertificateReport> reports = new ArrayList<>();
    for (String file : files) {
      PresentedCertificate certificate =
          withRevocation(inputs, PresentedCertificate.of(certificates(inputs, file)));
      reports.add(
          new CertificateReport(
              InputFiles.name(file),
              certificate,
              instant,
              evaluator.evaluate(certificate, instant)));
    }
    for (CertificateReport report : reports) {
      terminal.out().print(format == Format.JSON ? report.json() : report.text(terminal.palette()));
      terminal.out().print('\n');
    }
    return reports.stream().allMatch(report -> report.verdict().accepted())
        ? ExitCodes.DONE
        : ExitCodes.FAILED;
  }

  static TrustAnchors trustAnchors(InputFiles inputs, String anchors) {
    return anchors.equals(JDK)
        ? TrustAnchors.jdkDefaults()
        : TrustAnchors.of(certificates(inputs, anchors));
  }

  private static List<X509Certificate> certificates(InputFiles inputs, String file) {
    return inputs.read(file, bytes -> PemCertificates.certificates(bytes));
  }

  private PresentedCertificate withRevocation(InputFiles inputs, PresentedCertificate certificate) {
    if (crls.isEmpty() && ocspResponses.isEmpty()) {
      return certificate;
    }
    RevocationStatus status = RevocationStatus.UNAVAILABLE;
    for (String file : crls) {
      status = status.and(RevocationStatus.ofCrls(inputs.read(file, PemCertificates::crls)));
    }
    for (String file : ocspResponses) {
      status =
          status.and(
              new RevocationStatus(
                  List.of(), List.of(inputs.read(file, PemCertificates::ocspResponse))));
    }
    return certificate.withRevocationStatus(status);
  }
}
