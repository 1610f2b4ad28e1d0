package org.exoattribution.testkit.scenario;

import java.io.InputStream;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.exoattribution.certificate.TrustAnchors;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.Reading;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RuleSet;
import org.exoattribution.testkit.document.Documents;
import org.exoattribution.testkit.document.Node;
import org.exoattribution.testkit.document.Node.Scalar;
import org.exoattribution.testkit.document.SourceFiles;
import org.exoattribution.testkit.document.StrictObject;
import org.exoattribution.testkit.document.Typed;
import org.exoattribution.testkit.export.TenantsImport;
import org.exoattribution.testkit.export.TenantsReader;
import org.exoattribution.testkit.pki.SyntheticPki;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;

/**
 * Reads scenario files, in YAML or JSON, and logs of connections, in JSON Lines. Whatever is wrong
 * with a file is a {@link ScenarioException} that names file and line.
 */
public final class ScenarioReader {
  private static final List<String> KEYS =
      StrictObject.keys("tenants tenantsFrom at rules readings trustAnchors connections partial");
  private static final Instant TODAY = Instant.parse("2026-01-01T00:00:00Z");

  private final ScenarioOverrides overrides;

  /**
   * A reader that is the same for any number of files.
   *
   * @param overrides what to take instead of what a file says
   * @throws InvalidValueException if they name a reading or a value that there is not
   */
  public ScenarioReader(ScenarioOverrides overrides) {
    this.overrides = Objects.requireNonNull(overrides, "overrides");
    overridden(Readings.defaults(), overrides);
  }

  /**
   * Reads a scenario file; the paths in it are relative to it.
   *
   * @throws ScenarioException if the file cannot be used
   */
  public Scenario read(Path file) {
    Path parent = file.getParent();
    return read(file.toString(), SourceFiles.bytes(file), parent == null ? Path.of("") : parent);
  }

  /**
   * Reads a scenario from a stream, such as standard input, to its end.
   *
   * @param sourceName names the stream in messages
   * @param baseFolder what paths are relative to
   * @throws ScenarioException if the scenario cannot be used
   */
  public Scenario read(String sourceName, InputStream in, Path baseFolder) {
    return read(sourceName, SourceFiles.bytes(sourceName, in), baseFolder);
  }

  /**
   * Reads a file of JSON Lines, one connection a line, as they are asked for; the paths in it are
   * relative to it. The overrides must name the tenants.
   *
   * @throws ScenarioException if the tenants or the file cannot be used
   */
  public ConnectionLines readLines(Path file) {
    Scenario setting = settingOfLines(file.toString());
    return lines(setting, SourceFiles.stream(file), file.toAbsolutePath().resolveSibling(""));
  }

  /**
   * Reads JSON Lines from a stream, such as standard input, as they are asked for. The overrides
   * must name the tenants.
   *
   * @param sourceName names the stream in messages
   * @param in is closed with the result
   * @param baseFolder what the paths of certificates are relative to
   * @throws ScenarioException if the tenants cannot be used
   */
  public ConnectionLines readLines(String sourceName, InputStream in, Path baseFolder) {
    return lines(settingOfLines(sourceName), in, baseFolder);
  }

  private ConnectionLines lines(Scenario setting, InputStream in, Path baseFolder) {
    CertificateParser certificates = new CertificateParser(baseFolder);
    Instant guess = defaultInstant(setting.ruleSet());
    return new ConnectionLines(
        setting, in, new ConnectionParser(guess, true, overrides.at(), certificates));
  }

  private Scenario settingOfLines(String source) {
    if (overrides.tenants().isEmpty()) {
      throw new ScenarioException(
          SourceLocation.ofWhole(source),
          "has connections but no tenants: expected a file or folder of tenants besides"
              + " (--tenants)");
    }
    return new Scenario(
        source,
        checked(overrides.tenants().get(), overrides.partial()),
        overrides.ruleSet().orElse(RuleSet.CURRENT),
        overridden(Readings.defaults(), overrides),
        trustAnchors(TrustAnchors.jdkDefaults()),
        List.of());
  }

  private Scenario read(String source, byte[] bytes, Path baseFolder) {
    Node document = Documents.require(source, bytes, "a scenario");
    StrictObject scenario = new StrictObject(document, "a scenario", KEYS);
    Optional<RuleSet> given = overrides.ruleSet();
    RuleSet ruleSet =
        given.or(() -> scenario.parse("rules", RuleSet::parse)).orElse(RuleSet.CURRENT);
    Optional<Instant> at = scenario.read("at", ScenarioReader::instant);
    Readings readings = readings(scenario);
    TenantsImport tenants = tenants(scenario, bytes, baseFolder);
    CertificateParser certificates = new CertificateParser(baseFolder);
    Instant instant = at.orElse(defaultInstant(ruleSet));
    List<ScenarioConnection> connections =
        connections(
            scenario, new ConnectionParser(instant, at.isEmpty(), overrides.at(), certificates));
    TrustAnchors anchors = trustAnchors(scenario, baseFolder, certificates.usedFiles());
    return new Scenario(source, tenants, ruleSet, readings, anchors, connections);
  }

  /** An instant, or the word for this one. */
  private static Instant instant(Node node, String key) {
    return node instanceof Scalar scalar && scalar.text().equals("now")
        ? Instant.now().truncatedTo(ChronoUnit.SECONDS)
        : Typed.instant(node, key);
  }

  private static Instant defaultInstant(RuleSet ruleSet) {
    return ruleSet == RuleSet.CURRENT ? TODAY : ruleSet.firstInstant();
  }

  private TenantsImport tenants(StrictObject scenario, byte[] bytes, Path baseFolder) {
    Optional<Node> inline = scenario.get("tenants");
    Optional<Node> from = scenario.get("tenantsFrom");
    if (inline.isPresent() && from.isPresent()) {
      throw new ScenarioException(
          from.get().location(),
          "both \"tenants\" and \"tenantsFrom\" are given: expected one of them");
    }
    if (overrides.tenants().isPresent()) {
      return checked(overrides.tenants().get(), overrides.partial());
    }
    boolean partial = scenario.flag("partial", false) || overrides.partial();
    if (from.isPresent()) {
      Path path = Typed.path(from.get(), "tenantsFrom", baseFolder);
      return checked(TenantsReader.read(path), partial);
    }
    if (inline.isEmpty()) {
      throw new ScenarioException(
          scenario.location(),
          "\"tenants\" is missing in a scenario: expected \"tenants\" or \"tenantsFrom\"");
    }
    return checked(TenantsReader.readDocument(scenario.location().file(), bytes), partial);
  }

  /** Refuses tenants of which something is missing, unless that was asked for. */
  private static TenantsImport checked(TenantsImport tenants, boolean partial) {
    if (!partial) {
      tenants.directory();
    }
    return tenants;
  }

  private static List<ScenarioConnection> connections(
      StrictObject scenario, ConnectionParser parser) {
    String expected = "a list of at least one connection";
    Node list = scenario.require("connections", expected);
    List<ScenarioConnection> connections = new ArrayList<>();
    for (Node connection : Typed.list(list, "connections", expected)) {
      connections.add(parser.parse(connection, connections.size() + 1));
    }
    if (connections.isEmpty()) {
      throw Typed.wrong(list, "connections", expected);
    }
    return connections;
  }

  private Readings readings(StrictObject scenario) {
    Readings readings = Readings.defaults();
    Optional<Node> node = scenario.get("readings");
    if (node.isPresent()) {
      List<String> keys = Arrays.stream(Reading.values()).map(Reading::key).toList();
      StrictObject given = new StrictObject(node.get(), "readings", keys);
      for (Reading reading : Reading.values()) {
        List<String> known = Readings.valuesOf(reading);
        Optional<String> value =
            given.read(reading.key(), (text, key) -> Typed.name(text, key, known));
        if (value.isPresent()) {
          readings = readings.with(reading.key(), value.get());
        }
      }
    }
    return overridden(readings, overrides);
  }

  private static Readings overridden(Readings fromFile, ScenarioOverrides overrides) {
    Readings readings = fromFile;
    for (Map.Entry<String, String> reading : overrides.readings().entrySet()) {
      readings = readings.with(reading.getKey(), reading.getValue());
    }
    return readings;
  }

  private static TrustAnchors trustAnchors(
      StrictObject scenario, Path baseFolder, boolean usedFiles) {
    Optional<String> given = scenario.text("trustAnchors").filter(text -> !text.equals("jdk"));
    if (given.isPresent()) {
      Node file = scenario.get("trustAnchors").orElseThrow();
      Path path = Typed.path(file, "trustAnchors", baseFolder);
      return trustAnchors(TrustAnchors.of(CertificateParser.certificates(path)));
    }
    boolean asked = usedFiles || scenario.get("trustAnchors").isPresent();
    return trustAnchors(asked ? TrustAnchors.jdkDefaults() : TrustAnchors.none());
  }

  /** These anchors, and the root of the synthetic certificates, which every scenario trusts. */
  public static TrustAnchors trustAnchors(TrustAnchors others) {
    List<X509Certificate> anchors = new ArrayList<>(SyntheticPki.shared().trustAnchors());
    anchors.addAll(others.certificates());
    return TrustAnchors.of(anchors);
  }
}
