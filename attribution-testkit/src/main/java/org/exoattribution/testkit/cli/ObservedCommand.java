package org.exoattribution.testkit.cli;

import static org.exoattribution.testkit.cli.Converters.named;

import com.google.common.io.CountingInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.exoattribution.analysis.observation.Judgement;
import org.exoattribution.analysis.observation.ObservationJudge;
import org.exoattribution.certificate.PemCertificates;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.exoattribution.testkit.document.SourceFiles;
import org.exoattribution.testkit.export.TenantsImport;
import org.exoattribution.testkit.observation.ObservationGroup;
import org.exoattribution.testkit.observation.ObservationGroups;
import org.exoattribution.testkit.observation.ObservationReader;
import org.exoattribution.testkit.observation.ObservationSink;
import org.exoattribution.testkit.observation.Sighting;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.finding.ObservationFindings;
import org.exoattribution.testkit.render.finding.ObservationText;
import org.exoattribution.testkit.render.finding.ObservationWitness;
import org.exoattribution.testkit.render.layout.Printable;
import org.exoattribution.testkit.scenario.ScenarioReader;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code observed}: compares what the service did with what the model says. */
@Command(name = "observed")
final class ObservedCommand extends AttributionCommand {
  private final InputFiles inputs;

  @Mixin private TenantsOption tenants = new TenantsOption();

  @Option(names = "--certificate", paramLabel = "HOST=FILE")
  private Map<String, String> certificates = new LinkedHashMap<>();

  @Option(names = "--anchors", paramLabel = "FILE")
  private String anchors = TrustOptions.JDK;

  @Option(names = "--tenant-id", paramLabel = "NAME=GUID")
  private Map<String, String> ids = new LinkedHashMap<>();

  @Option(names = "--to", paramLabel = "ADDRESS")
  private @Nullable String to;

  @Mixin private RulesOptions.ReadingsOption readings = new RulesOptions.ReadingsOption();

  @Option(names = "--at", paramLabel = "INSTANT")
  private @Nullable Instant at;

  @Option(names = "--full")
  private boolean full;

  @Option(names = "--scenario", paramLabel = "FILE")
  private @Nullable Path scenario;

  @Mixin private ForceOption force = new ForceOption();

  @Option(names = "--format", paramLabel = "FORMAT")
  private Formats.Judged format = Formats.Judged.TEXT;

  @Parameters(paramLabel = "FILE", descriptionKey = "FILE", arity = "1..*")
  private List<String> files = List.of();

  ObservedCommand(Terminal terminal) {
    super(terminal);
    this.inputs = new InputFiles(terminal.in());
  }

  @Override
  public Integer call() {
    force.checkWitnesses(scenario, tenants.path());
    TenantsImport imported = tenants.read(this);
    PartialNotice partial = PartialNotice.of(List.of(imported.report()));
    AttributionEngine engine =
        AttributionEngine.builder(withIds(imported.partialDirectory()))
            .readings(readings.readings())
            .trustAnchors(ScenarioReader.trustAnchors(TrustOptions.anchors(inputs, anchors)))
            .build();
    Sink sink = new Sink(ObservationGroups.of(ObservationJudge.of(engine)));
    ObservationReader reader = reader();
    for (String file : files) {
      read(file, reader, sink);
    }
    ObservationFindings findings =
        new ObservationFindings(sink.groups, full, sink.sentByMailbox, sink.unreadable, partial);
    if (format == Formats.Judged.JSON) {
      findings.lines().forEach(terminal.out()::print);
    } else {
      terminal.out().print(findings.text(terminal.palette()));
    }
    List<ObservationGroup> groups = sink.groups.groups();
    ObservationWitness witness = new ObservationWitness(engine, full);
    force.writeWitnesses(
        scenario,
        tenants.path(),
        partial,
        engine,
        groups.stream().flatMap(group -> witness.of(group).stream()).toList());
    if (groups.isEmpty() && sink.unreadable > 0) {
      return UNUSABLE_INPUT;
    }
    return sink.groups.count(Judgement.Kind.CONTRADICTS) > 0 ? FAILED : DONE;
  }

  private TenantDirectory withIds(TenantDirectory exported) {
    TenantDirectory directory = exported;
    for (Map.Entry<String, String> id : ids.entrySet()) {
      Tenant tenant =
          directory
              .tenant(id.getKey())
              .orElseThrow(
                  () ->
                      new InvalidValueException(
                          "--tenant-id: \""
                              + id.getKey()
                              + "\" is not a tenant: expected the name of one that was exported"));
      directory = directory.withTenant(tenant.toBuilder().tenantId(id.getValue()).build());
    }
    return directory;
  }

  private ObservationReader reader() {
    ObservationReader reader =
        ObservationReader.of(terminal.clock().instant().truncatedTo(ChronoUnit.SECONDS));
    if (at != null) {
      reader = reader.withInstant(at);
    }
    if (to != null) {
      String recipient = to;
      reader = reader.withRecipient(named("--to", () -> ForwardPath.parse(recipient)));
    }
    for (Map.Entry<String, String> each : certificates.entrySet()) {
      PresentedCertificate chain =
          PresentedCertificate.of(inputs.read(each.getValue(), PemCertificates::certificates));
      reader = reader.withCertificate(each.getKey(), chain);
    }
    return reader;
  }

  private void read(String file, ObservationReader reader, Sink sink) {
    String name = InputFiles.name(file);
    boolean standardInput = file.equals(InputFiles.STANDARD_INPUT);
    try (InputStream in =
        standardInput
            ? terminal.in()
            : SourceFiles.stream(InputFiles.existing(file, "a file or - for standard input"))) {
      CountingInputStream counted = new CountingInputStream(in);
      double size = standardInput ? 0 : Files.size(Path.of(file));
      try (Progress progress = progress(() -> size == 0 ? 0 : counted.getCount() / size)) {
        sink.progress = progress;
        reader.read(name, counted, Path.of(file).toAbsolutePath().resolveSibling(""), sink);
      }
    } catch (IOException e) {
      throw InputFiles.unusable(
          file, "cannot be read (" + SourceFiles.reason(e) + "): expected a readable file");
    }
  }

  private Progress progress(DoubleSupplier fraction) {
    return new Progress(new ProgressLine(terminal), fraction, System::nanoTime);
  }

  /** Counts, and says at once what cannot be read. */
  private final class Sink implements ObservationSink {
    private final ObservationGroups groups;
    private @Nullable Progress progress;
    private long sentByMailbox;
    private long unreadable;

    Sink(ObservationGroups groups) {
      this.groups = groups;
    }

    private void count() {
      if (progress != null) {
        progress.add(1);
      }
    }

    @Override
    public void observed(Sighting sighting) {
      count();
      groups.add(sighting);
    }

    @Override
    public void sentByMailbox(SourceLocation location) {
      count();
      sentByMailbox++;
    }

    @Override
    public void unreadable(ScenarioException problem) {
      unreadable++;
      terminal
          .err()
          .println(
              Printable.visible(
                  ObservationText.problem(String.valueOf(problem.getMessage()), full)));
    }
  }
}
