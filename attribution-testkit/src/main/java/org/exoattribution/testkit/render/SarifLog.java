package org.exoattribution.testkit.render;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.exoattribution.testkit.source.SourceLocation;
import tools.jackson.core.JsonGenerator;

/**
 * A log in SARIF 2.1.0 (OASIS Static Analysis Results Interchange Format). Files are named as the
 * user named them, so whoever uploads the log calls the command from the root of the repository.
 * Each result has a fingerprint without line, by which a service knows it again in another version
 * of the file.
 *
 * @param tool the name of what found the results
 * @param rules all that may be found
 * @param results what was found
 * @param properties what else is to be known about the run
 */
public record SarifLog(
    String tool, List<Rule> rules, List<Result> results, Map<String, String> properties) {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

  /** How much a result matters, in the words of the format. */
  public enum Level {
    ERROR,
    WARNING,
    NOTE;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Something that may be found.
   *
   * @param summary what it is, in one clause
   * @param help what it means and what to do
   */
  public record Rule(String id, String summary, String help, Level level) {}

  /**
   * Something that was found.
   *
   * @param rule the id of its rule
   * @param identity what tells it from the other results of its rule, and stays the same for as
   *     long as the fault is there
   * @param accepted why it is suppressed; empty if it is not
   */
  public record Result(
      String rule,
      Level level,
      String message,
      Optional<SourceLocation> location,
      String identity,
      Optional<String> accepted) {}

  /** The log on one line. */
  public String text() {
    return Json.text(this::write) + "\n";
  }

  private void write(JsonGenerator generator) {
    generator.writeStartObject();
    generator.writeStringProperty("$schema", SCHEMA);
    generator.writeStringProperty("version", "2.1.0");
    generator.writeArrayPropertyStart("runs");
    generator.writeStartObject();
    generator.writeObjectPropertyStart("tool");
    generator.writeObjectPropertyStart("driver");
    generator.writeStringProperty("name", tool);
    generator.writeArrayPropertyStart("rules");
    rules.forEach(rule -> write(generator, rule));
    generator.writeEndArray();
    generator.writeEndObject();
    generator.writeEndObject();
    generator.writeArrayPropertyStart("results");
    writeResults(generator);
    generator.writeEndArray();
    if (!properties.isEmpty()) {
      generator.writeObjectPropertyStart("properties");
      properties.forEach(generator::writeStringProperty);
      generator.writeEndObject();
    }
    generator.writeEndObject();
    generator.writeEndArray();
    generator.writeEndObject();
  }

  private static void write(JsonGenerator generator, Rule rule) {
    generator.writeStartObject();
    generator.writeStringProperty("id", rule.id());
    writeText(generator, "shortDescription", rule.summary());
    writeText(generator, "help", rule.help());
    generator.writeObjectPropertyStart("defaultConfiguration");
    generator.writeStringProperty("level", rule.level().key());
    generator.writeEndObject();
    generator.writeEndObject();
  }

  private void writeResults(JsonGenerator generator) {
    Map<String, Integer> indexes = new HashMap<>();
    rules.forEach(rule -> indexes.put(rule.id(), indexes.size()));
    Map<String, Integer> seen = new HashMap<>();
    for (Result result : results) {
      String identity = result.rule() + " " + result.identity();
      int times = seen.merge(identity, 1, Integer::sum);
      // Only what somebody wrote down twice is the same twice, such as a suppression.
      String fingerprint = times == 1 ? identity : identity + " #" + times;
      write(generator, result, indexes.getOrDefault(result.rule(), -1), fingerprint);
    }
  }

  private static void write(
      JsonGenerator generator, Result result, int ruleIndex, String fingerprint) {
    generator.writeStartObject();
    generator.writeStringProperty("ruleId", result.rule());
    generator.writeNumberProperty("ruleIndex", ruleIndex);
    generator.writeStringProperty("level", result.level().key());
    writeText(generator, "message", result.message());
    result.location().ifPresent(location -> write(generator, location));
    generator.writeObjectPropertyStart("partialFingerprints");
    generator.writeStringProperty("identity/v1", fingerprint);
    generator.writeEndObject();
    if (result.accepted().isPresent()) {
      generator.writeArrayPropertyStart("suppressions");
      generator.writeStartObject();
      generator.writeStringProperty("kind", "external");
      generator.writeStringProperty("justification", result.accepted().get());
      generator.writeEndObject();
      generator.writeEndArray();
    }
    generator.writeEndObject();
  }

  private static void write(JsonGenerator generator, SourceLocation location) {
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

  private static void writeText(JsonGenerator generator, String key, String text) {
    generator.writeObjectPropertyStart(key);
    generator.writeStringProperty("text", text);
    generator.writeEndObject();
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
