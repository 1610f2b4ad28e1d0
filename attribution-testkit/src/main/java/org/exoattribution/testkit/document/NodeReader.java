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
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Builds {@link Node}s from the tokens of one document. Jackson limits the depth. */
final class NodeReader {
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
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      nodes.add(node(token));
    }
    return new Items(at, nodes);
  }

  /** Jackson hands an alias on as the text of its name, which would be a silent mistake. */
  private void refuseAlias(SourceLocation at) {
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      throw new ScenarioException(
          at,
          "the YAML alias "
              + Quoted.text("*" + parser.getString())
              + " is not supported: expected the value itself");
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
