package org.exoattribution.testkit.document;

import java.util.List;
import java.util.Optional;
import org.exoattribution.testkit.source.SourceLocation;

/**
 * A value of a YAML or JSON document that knows where it stands. Jackson's own trees forget the
 * lines, and keep only the last of two equal keys.
 */
public sealed interface Node {
  SourceLocation location();

  String shown();

  default boolean isNull() {
    return false;
  }

  record Scalar(SourceLocation location, Kind kind, String text) implements Node {
    public enum Kind {
      TEXT,
      NUMBER,
      BOOLEAN,
      NULL
    }

    @Override
    public boolean isNull() {
      return kind == Kind.NULL;
    }

    @Override
    public String shown() {
      return isNull() ? "null" : Quoted.text(text);
    }
  }

  record Items(SourceLocation location, List<Node> nodes) implements Node {
    @Override
    public String shown() {
      return nodes.isEmpty() ? "an empty list" : "a list";
    }
  }

  /** An object, with all its entries in their order, equal keys too. */
  record Fields(SourceLocation location, List<Field> fields) implements Node {
    /** The value of the first key that is this one, whatever its letter case. */
    public Optional<Node> first(String key) {
      return fields.stream()
          .filter(field -> field.key().equalsIgnoreCase(key))
          .map(Field::value)
          .findFirst();
    }

    @Override
    public String shown() {
      return "an object";
    }
  }

  record Field(SourceLocation location, String key, Node value) {}
}
