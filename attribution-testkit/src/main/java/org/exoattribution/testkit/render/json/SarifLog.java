package org.exoattribution.testkit.render.json;

import static org.exoattribution.testkit.render.json.Json.object;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.exoattribution.testkit.source.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * A log in SARIF 2.1.0 (OASIS Static Analysis Results Interchange Format). Files are named as the
 * user named them, so whoever uploads the log calls the command from the root of the repository.
 * Each result has a fingerprint without line, by which a service knows it again in another version
 * of the file.
 */
public final class SarifLog {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

  private SarifLog() {}

  /** How much a result matters, in the words of the format. */
  public enum Level {
    /** A fault. */
    ERROR,
    /** What may become one. */
    WARNING,
    /** A remark. */
    NOTE;

    /** The level of a severity that is named alike, or else of a remark. */
    public static Level of(Enum<?> severity) {
      return severity.name().equals("INFO") ? NOTE : valueOf(severity.name());
    }

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
  public record Kind(String id, String summary, String help, Level level) {}

  /**
   * Something that was found.
   *
   * @param kind the id of its kind
   * @param identity what tells it from the others of its kind, and stays the same for as long as
   *     the fault is there
   * @param accepted why it is suppressed; empty if it is not
   */
  public record Found(
      String kind,
      Level level,
      String message,
      Optional<SourceLocation> location,
      String identity,
      Optional<String> accepted) {}

  /**
   * The log on one line.
   *
   * @param tool the name of what found the results
   * @param kinds all that may be found
   * @param found what was found
   * @param properties what else is to be known about the run
   */
  public static String text(
      String tool, List<Kind> kinds, List<Found> found, Map<String, String> properties) {
    Map<String, Integer> indexes = new HashMap<>();
    kinds.forEach(kind -> indexes.put(kind.id(), indexes.size()));
    Map<String, Integer> seen = new HashMap<>();
    List<Object> results = new ArrayList<>();
    for (Found each : found) {
      String identity = each.kind() + " " + each.identity();
      int times = seen.merge(identity, 1, Integer::sum);
      results.add(
          object(
              "ruleId", each.kind(),
              "ruleIndex", indexes.getOrDefault(each.kind(), -1),
              "level", each.level().key(),
              "message", object("text", each.message()),
              "locations", each.location().map(at -> List.of(location(at))).orElse(null),
              // Only what somebody wrote down twice is the same twice, such as a suppression.
              "partialFingerprints",
                  object("identity/v1", times == 1 ? identity : identity + " #" + times),
              "suppressions", each.accepted().map(SarifLog::suppressions).orElse(null)));
    }
    Object driver = object("name", tool, "rules", kinds.stream().map(SarifLog::rule).toList());
    Object run =
        object(
            "tool",
            object("driver", driver),
            "results",
            results,
            "properties",
            properties.isEmpty() ? null : properties);
    return Json.text(object("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run))) + "\n";
  }

  private static Object rule(Kind kind) {
    return object(
        "id", kind.id(),
        "shortDescription", object("text", kind.summary()),
        "help", object("text", kind.help()),
        "defaultConfiguration", object("level", kind.level().key()));
  }

  private static List<Object> suppressions(String why) {
    return List.of(object("kind", "external", "justification", why));
  }

  private static Object location(SourceLocation location) {
    @Nullable Object region = location.line() > 0 ? object("startLine", location.line()) : null;
    Object file = object("uri", uri(location.file()));
    return object("physicalLocation", object("artifactLocation", file, "region", region));
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
