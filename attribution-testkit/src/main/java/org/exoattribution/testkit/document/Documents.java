package org.exoattribution.testkit.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exoattribution.testkit.document.Node.Field;
import org.exoattribution.testkit.document.Node.Fields;
import org.exoattribution.testkit.document.Node.Items;
import org.exoattribution.testkit.document.Node.Scalar;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Turns the text of a YAML or JSON document into {@link Node}s. A text that begins like JSON is
 * read as JSON, which allows tabs where YAML does not; should that fail, it may still be YAML.
 */
public final class Documents {
  private static final int DEEPEST = 100;
  private static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build();
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

  public static Optional<Node> parse(String source, String text) {
    String start = text.stripLeading();
    if (!start.startsWith("{") && !start.startsWith("[")) {
      return parse(YAML, source, text, 1);
    }
    try {
      return parse(JSON, source, text, 1);
    } catch (ScenarioException notJson) {
      try {
        return parse(YAML, source, text, 1);
      } catch (ScenarioException notYaml) {
        throw source.endsWith(".yaml") || source.endsWith(".yml") ? notYaml : notJson;
      }
    }
  }

  /** The document in the content of a file, which must hold one. */
  public static Node require(String source, byte[] bytes, String expected) {
    Optional<Node> document = parse(source, SourceFiles.text(source, bytes));
    if (document.isEmpty()) {
      throw new ScenarioException(SourceLocation.ofWhole(source), "is empty: expected " + expected);
    }
    return document.get();
  }

  /** The tokens of a JSON text, for who can do without {@link Node}s and their locations. */
  public static JsonParser tokens(String json) {
    return JSON.createParser(ObjectReadContext.empty(), json);
  }

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

  private static int lineOf(JacksonException e) {
    if (e.getCause() instanceof MarkedYamlEngineException marked
        && marked.getProblemMark().isPresent()) {
      return marked.getProblemMark().get().getLine() + 1;
    }
    return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
  }

  private static String problem(JacksonException e) {
    if (e.getCause() instanceof MarkedYamlEngineException marked) {
      return marked.getProblem();
    }
    if (e instanceof StreamConstraintsException) {
      return "nested too deeply or too large: expected at most " + DEEPEST + " levels";
    }
    // Jackson goes on to say in brackets that it does not say where it is.
    String message = e.getOriginalMessage().lines().findFirst().orElse("");
    return message.replaceAll(" \\(start marker.*", "");
  }

  /** Builds {@link Node}s from the tokens of one document. Jackson limits the depth. */
  private static final class NodeReader {
    private final JsonParser parser;
    private final int lineOffset;
    private SourceLocation latest;

    NodeReader(JsonParser parser, String source, int firstLine) {
      this.parser = parser;
      this.lineOffset = firstLine - 1;
      this.latest = new SourceLocation(source, firstLine);
    }

    Optional<Node> document() {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return Optional.empty();
      }
      Node document = node(first);
      if (parser.nextToken() != null) {
        throw new ScenarioException(location(), "a second document begins here: expected one only");
      }
      return Optional.of(document);
    }

    private Node node(JsonToken token) {
      SourceLocation at = location();
      refuseAlias(at);
      return switch (token) {
        case START_OBJECT -> fields(at);
        case START_ARRAY -> items(at);
        case VALUE_STRING -> new Scalar(at, Scalar.Kind.TEXT, parser.getString());
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
            new Scalar(at, Scalar.Kind.NUMBER, parser.getString());
        case VALUE_TRUE -> new Scalar(at, Scalar.Kind.BOOLEAN, "true");
        case VALUE_FALSE -> new Scalar(at, Scalar.Kind.BOOLEAN, "false");
        case VALUE_NULL -> new Scalar(at, Scalar.Kind.NULL, "");
        default ->
            throw new ScenarioException(
                at, "a value with a YAML tag: expected a text, number, true, false, null");
      };
    }

    private Fields fields(SourceLocation at) {
      List<Field> fields = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        SourceLocation keyAt = location();
        refuseAlias(keyAt);
        String key = parser.currentName();
        fields.add(new Field(keyAt, key, node(parser.nextToken())));
      }
      return new Fields(at, fields);
    }

    private Items items(SourceLocation at) {
      List<Node> nodes = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        nodes.add(node(parser.currentToken()));
      }
      return new Items(at, nodes);
    }

    /** Jackson hands an alias on as the text of its name, which would be a silent mistake. */
    private void refuseAlias(SourceLocation at) {
      if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
        String alias = Quoted.text("*" + parser.getString());
        throw new ScenarioException(
            at, "the YAML alias " + alias + " is not supported: expected the value itself");
      }
    }

    private SourceLocation location() {
      int line = lineOffset + parser.currentTokenLocation().getLineNr();
      if (line != latest.line()) {
        latest = new SourceLocation(latest.file(), line);
      }
      return latest;
    }
  }
}
