package org.exoattribution.testkit.scenario;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exoattribution.testkit.scenario.Node.Field;
import org.exoattribution.testkit.scenario.Node.Fields;

/**
 * An object of a scenario file: its keys are exactly the known ones, each at most once. A key whose
 * value is null counts as left out, unless the caller asks for it.
 */
final class StrictObject {
  private final String what;
  private final SourceLocation location;
  private final Map<String, Field> fields = new HashMap<>();

  /**
   * @param what names the object in messages, such as {@code a connection}
   */
  StrictObject(Node node, String what, List<String> known) {
    if (!(node instanceof Fields object)) {
      throw new ScenarioException(
          node.location(),
          node.shown() + " is not " + what + ": expected an object with " + commaSeparated(known));
    }
    this.what = what;
    this.location = object.location();
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
      Field earlier = fields.putIfAbsent(field.key(), field);
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
    }
  }

  private static String commaSeparated(List<String> known) {
    return "keys such as " + String.join(", ", known.subList(0, Math.min(4, known.size())));
  }

  SourceLocation location() {
    return location;
  }

  boolean hasKey(String key) {
    return fields.containsKey(key);
  }

  /** The value, which may be null in the document; empty if the key is missing. */
  Optional<Node> field(String key) {
    return Optional.ofNullable(fields.get(key)).map(Field::value);
  }

  /** The value; empty if it is missing or null. */
  Optional<Node> get(String key) {
    Field field = fields.get(key);
    return field == null || field.value().isNull() ? Optional.empty() : Optional.of(field.value());
  }

  Node require(String key, String expected) {
    Field field = fields.get(key);
    if (field == null) {
      throw new ScenarioException(
          location, Quoted.text(key) + " is missing in " + what + ": expected " + expected);
    }
    if (field.value().isNull()) {
      throw Typed.wrong(field.value(), key, expected);
    }
    return field.value();
  }

  Optional<String> text(String key) {
    return get(key).map(node -> Typed.text(node, key));
  }

  boolean flag(String key, boolean absent) {
    return get(key).map(node -> Typed.flag(node, key)).orElse(absent);
  }
}
