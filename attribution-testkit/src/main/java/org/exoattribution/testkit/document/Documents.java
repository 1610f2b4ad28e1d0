package org.exoattribution.testkit.document;

import java.util.Optional;
import org.exoattribution.testkit.document.Node.Scalar;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * Turns the text of a YAML or JSON document into {@link Node}s. A text that begins like JSON is
 * read as JSON, which allows tabs where YAML does not; should that fail, it may still be YAML.
 */
public final class Documents {
  private static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder().maxNestingDepth(100).build();
  private static final TokenStreamFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(CONSTRAINTS)
          // A log makes a parser for each line, on several threads that would share the default.
          .recyclerPool(JsonRecyclerPools.threadLocalPool())
          .build();

  /**
   * Core schema: {@code ~} and {@code True} are what they seem. Files of any size. Equal keys are
   * for the reader of the object to judge.
   */
  private static final TokenStreamFactory YAML =
      YAMLFactory.builder()
          .streamReadConstraints(CONSTRAINTS)
          .loadSettings(
              LoadSettings.builder()
                  .setSchema(new CoreSchema())
                  .setCodePointLimit(Integer.MAX_VALUE)
                  // The time for a line grows with its length in buffers.
                  .setBufferSize(1 << 18)
                  .setAllowDuplicateKeys(true)
                  .build())
          .build();

  private Documents() {}

  /** The document, or empty if the text holds none. */
  public static Optional<Node> parse(String source, String text) {
    String start = text.stripLeading();
    boolean json = start.startsWith("{") || start.startsWith("[");
    if (!json) {
      return parse(YAML, source, text, 1);
    }
    try {
      return parse(JSON, source, text, 1);
    } catch (ScenarioException notJson) {
      try {
        return parse(YAML, source, text, 1);
      } catch (ScenarioException notYaml) {
        throw isYamlByName(source) ? notYaml : notJson;
      }
    }
  }

  /** One line of a JSON Lines file. */
  public static Node parseJsonLine(SourceLocation location, String line) {
    return parse(JSON, location.file(), line, location.line())
        .orElseGet(() -> new Scalar(location, Scalar.Kind.NULL, ""));
  }

  private static Optional<Node> parse(
      TokenStreamFactory format, String source, String text, int firstLine) {
    try (JsonParser parser = format.createParser(ObjectReadContext.empty(), text)) {
      return new NodeReader(parser, source, firstLine).document();
    } catch (JacksonException e) {
      throw new ScenarioException(
          new SourceLocation(source, firstLine + lineOf(e) - 1), "not readable: " + problem(e), e);
    }
  }

  private static boolean isYamlByName(String source) {
    return source.endsWith(".yaml") || source.endsWith(".yml");
  }

  private static int lineOf(JacksonException e) {
    Optional<Mark> mark =
        e.getCause() instanceof MarkedYamlEngineException marked
            ? marked.getProblemMark()
            : Optional.empty();
    if (mark.isPresent()) {
      return mark.get().getLine() + 1;
    }
    return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
  }

  private static String problem(JacksonException e) {
    if (e.getCause() instanceof MarkedYamlEngineException marked) {
      return marked.getProblem();
    }
    if (e instanceof StreamConstraintsException) {
      return "nested too deeply or too large: expected at most "
          + CONSTRAINTS.getMaxNestingDepth()
          + " levels";
    }
    // Jackson goes on to say in brackets that it does not say where it is.
    return e.getOriginalMessage()
        .lines()
        .findFirst()
        .orElse("")
        .replaceAll(" \\(start marker.*", "");
  }
}
