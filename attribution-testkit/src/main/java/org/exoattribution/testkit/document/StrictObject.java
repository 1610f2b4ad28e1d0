package org.exoattribution.testkit.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exoattribution.testkit.document.Node.Field;
import org.exoattribution.testkit.document.Node.Fields;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * An object of a scenario file: its keys are exactly the known ones, each at most once. A key whose
 * value is null counts as left out, unless the caller asks for it.
 */
public final class StrictObject {
  private final String what;
  private final SourceLocation location;

  /** A list, because there are a handful and a log has an object in every line. */
  private final List<Field> fields;

  /**
   * @param what names the object in messages, such as {@code a connection}
   */
  public StrictObject(Node node, String what, List<String> known) {
    if (!(node instanceof Fields object)) {
      throw new ScenarioException(
          node.location(),
          node.shown() + " is not " + what + ": expected an object with " + commaSeparated(known));
    }
    this.what = what;
    this.location = object.location();
    this.fields = new ArrayList<>(known.size());
    for (Field field : object.fields()) {
      if (!known.contains(field.key())) {
        throw new ScenarioException(
            field.location(),
            Quoted.text(field.key())
                + " is not a key of "
                + what
                + ": "
                + Nearest.hint(field.key(), known));
      }
      Field earlier = find(field.key());
      if (earlier != null) {
        throw new ScenarioException(
            field.location(),
            Quoted.text(field.key())
                + " is given twice in "
                + what
                + ", first in line "
                + earlier.location().line()
                + ": expected it once");
      }
      fields.add(field);
    }
  }

  private @Nullable Field find(String key) {
    for (Field field : fields) {
      if (field.key().equals(key)) {
        return field;
      }
    }
    return null;
  }

  private static String commaSeparated(List<String> known) {
    return "keys such as " + String.join(", ", known.subList(0, Math.min(4, known.size())));
  }

  public SourceLocation location() {
    return location;
  }

  /** The first of these keys that is there. */
  public Optional<String> firstOf(List<String> keys) {
    for (String key : keys) {
      if (find(key) != null) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  /** The value, which may be null in the document; empty if the key is missing. */
  public Optional<Node> field(String key) {
    return Optional.ofNullable(find(key)).map(Field::value);
  }

  /** The value; empty if it is missing or null. */
  public Optional<Node> get(String key) {
    Field field = find(key);
    return field == null || field.value().isNull() ? Optional.empty() : Optional.of(field.value());
  }

  public Node require(String key, String expected) {
    Field field = find(key);
    if (field == null) {
      throw new ScenarioException(
          location, Quoted.text(key) + " is missing in " + what + ": expected " + expected);
    }
    if (field.value().isNull()) {
      throw Typed.wrong(field.value(), key, expected);
    }
    return field.value();
  }

  public Optional<String> text(String key) {
    return get(key).map(node -> Typed.text(node, key));
  }

  public boolean flag(String key, boolean absent) {
    return get(key).map(node -> Typed.flag(node, key)).orElse(absent);
  }
}
