package org.exoattribution.testkit.cli;

import static org.exoattribution.testkit.cli.Converters.named;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exoattribution.analysis.lint.LintFinding;
import org.exoattribution.analysis.lint.LintRule;
import org.exoattribution.analysis.lint.LintRule.Severity;
import org.exoattribution.analysis.lint.Linter;
import org.exoattribution.certificate.PemCertificates;
import org.exoattribution.model.DomainName;
import org.exoattribution.testkit.export.TenantsImport;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.finding.LintReport;
import org.exoattribution.testkit.render.finding.LintReport.Entry;
import org.exoattribution.testkit.scenario.LintSuppressions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lint}: prints what is wrong or fragile in the configuration of tenants. */
@Command(name = "lint")
final class LintCommand extends AttributionCommand {
  @Mixin private TenantsOption tenants = new TenantsOption();

  @Option(names = "--format", paramLabel = "FORMAT")
  private Formats.Found format = Formats.Found.TEXT;

  @Mixin private RulesOptions.ReadingsOption readings = new RulesOptions.ReadingsOption();

  @Option(names = "--gateway", paramLabel = "DOMAIN")
  private List<String> gateways = new ArrayList<>();

  @Option(names = "--certificate", paramLabel = "FILE")
  private List<String> certificates = new ArrayList<>();

  @Option(names = "--at", paramLabel = "INSTANT")
  private @Nullable Instant at;

  @Option(names = "--suppressions", paramLabel = "FILE")
  private @Nullable Path suppressionFile;

  LintCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    Linter linter =
        Linter.standard()
            .withReadings(readings.readings())
            .withGateways(
                gateways.stream().map(g -> named("--gateway", () -> DomainName.parse(g))).toList())
            .withCertificates(leaves(), at == null ? terminal.clock().instant() : at);
    TenantsImport read = tenants.read(this);
    LintSuppressions suppressions =
        suppressionFile == null
            ? LintSuppressions.beside(tenants.path())
            : LintSuppressions.read(suppressionFile);
    LintReport report = report(linter, read, suppressions);
    format.print(report, terminal);
    return report.count(Severity.ERROR) > 0 ? FAILED : DONE;
  }

  private List<X509Certificate> leaves() {
    InputFiles inputs = new InputFiles(terminal.in());
    return certificates.stream()
        .map(file -> inputs.read(file, bytes -> PemCertificates.certificates(bytes)).get(0))
        .toList();
  }

  static LintReport report(Linter linter, TenantsImport read, LintSuppressions suppressions) {
    List<Entry> entries = new ArrayList<>();
    for (LintFinding found :
        (Iterable<LintFinding>) linter.findings(read.partialDirectory())::iterator) {
      entries.add(new Entry(found, read.locations().of(found), suppressions.reasonFor(found)));
    }
    for (LintSuppressions.Suppression unused : suppressions.unused()) {
      entries.add(
          new Entry(unusedFinding(unused), Optional.of(unused.location()), Optional.empty()));
    }
    List<LintRule> rules = new ArrayList<>(Linter.rules());
    rules.add(LintRule.UNUSED_SUPPRESSION);
    return new LintReport(rules, entries, PartialNotice.of(List.of(read.report())));
  }

  private static LintFinding unusedFinding(LintSuppressions.Suppression unused) {
    return new LintFinding(
        LintRule.UNUSED_SUPPRESSION,
        unused.tenant(),
        unused.connector(),
        Optional.of(unused.rule()),
        "The suppression of " + unused.rule() + " covers no finding.",
        "Remove it, or correct its rule, tenant or connector.");
  }
}
