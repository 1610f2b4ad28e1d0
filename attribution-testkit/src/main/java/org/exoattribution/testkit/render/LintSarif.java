package org.exoattribution.testkit.render;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.exoattribution.analysis.LintFinding;
import org.exoattribution.analysis.LintRule;
import org.exoattribution.analysis.LintRule.Severity;
import org.exoattribution.testkit.render.LintReport.Entry;
import org.exoattribution.testkit.scenario.SourceLocation;
import tools.jackson.core.JsonGenerator;

/**
 * Findings of the linter as a log in SARIF 2.1.0 (OASIS Static Analysis Results Interchange
 * Format). Files are named as the user named them, so whoever uploads the log calls the command
 * from the root of the repository. Each finding has a fingerprint without line, by which a service
 * knows it again in another version of the file.
 */
final class LintSarif {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

  private final JsonGenerator generator;
  private final List<LintRule> rules;

  private LintSarif(JsonGenerator generator, List<LintRule> rules) {
    this.generator = generator;
    this.rules = rules;
  }

  static String log(LintReport report) {
    return Json.text(generator -> new LintSarif(generator, report.rules()).write(report)) + "\n";
  }

  private void write(LintReport report) {
    generator.writeStartObject();
    generator.writeStringProperty("$schema", SCHEMA);
    generator.writeStringProperty("version", "2.1.0");
    generator.writeArrayPropertyStart("runs");
    generator.writeStartObject();
    generator.writeObjectPropertyStart("tool");
    generator.writeObjectPropertyStart("driver");
    generator.writeStringProperty("name", "attribution lint");
    generator.writeArrayPropertyStart("rules");
    rules.forEach(this::writeRule);
    generator.writeEndArray();
    generator.writeEndObject();
    generator.writeEndObject();
    generator.writeArrayPropertyStart("results");
    report.entries().forEach(this::writeResult);
    generator.writeEndArray();
    generator.writeEndObject();
    generator.writeEndArray();
    generator.writeEndObject();
  }

  private void writeRule(LintRule rule) {
    generator.writeStartObject();
    generator.writeStringProperty("id", rule.id());
    writeText("shortDescription", rule.summary());
    writeText("help", "Rests on " + rule.source() + ".");
    generator.writeObjectPropertyStart("defaultConfiguration");
    generator.writeStringProperty("level", level(rule.severity()));
    generator.writeEndObject();
    generator.writeEndObject();
  }

  private void writeResult(Entry entry) {
    LintFinding finding = entry.finding();
    generator.writeStartObject();
    generator.writeStringProperty("ruleId", finding.id());
    generator.writeNumberProperty("ruleIndex", rules.indexOf(finding.rule()));
    generator.writeStringProperty("level", level(finding.severity()));
    writeText("message", finding.place() + ": " + finding.message() + " " + finding.action());
    entry.location().ifPresent(this::writeLocation);
    generator.writeObjectPropertyStart("partialFingerprints");
    generator.writeStringProperty("place/v1", finding.id() + " " + finding.place());
    generator.writeEndObject();
    if (entry.accepted().isPresent()) {
      generator.writeArrayPropertyStart("suppressions");
      generator.writeStartObject();
      generator.writeStringProperty("kind", "external");
      generator.writeStringProperty("justification", entry.accepted().get());
      generator.writeEndObject();
      generator.writeEndArray();
    }
    generator.writeEndObject();
  }

  private void writeLocation(SourceLocation location) {
    generator.writeArrayPropertyStart("locations");
    generator.writeStartObject();
    generator.writeObjectPropertyStart("physicalLocation");
    generator.writeObjectPropertyStart("artifactLocation");
    generator.writeStringProperty("uri", uri(location.file()));
    generator.writeEndObject();
    if (location.line() > 0) {
      generator.writeObjectPropertyStart("region");
      generator.writeNumberProperty("startLine", location.line());
      generator.writeEndObject();
    }
    generator.writeEndObject();
    generator.writeEndObject();
    generator.writeEndArray();
  }

  private void writeText(String key, String text) {
    generator.writeObjectPropertyStart(key);
    generator.writeStringProperty("text", text);
    generator.writeEndObject();
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }

  /** A relative reference for a relative path; the dot keeps a colon from ending a scheme. */
  private static String uri(String file) {
    Path path = Path.of(file).normalize();
    if (path.isAbsolute()) {
      return path.toUri().toString();
    }
    String slashed = path.toString().replace(path.getFileSystem().getSeparator(), "/");
    try {
      String reference = new URI(null, null, "/" + slashed, null).toASCIIString().substring(1);
      return reference.contains(":") ? "./" + reference : reference;
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a path is always a reference: " + file, e);
    }
  }
}
