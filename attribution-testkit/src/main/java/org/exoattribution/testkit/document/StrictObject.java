package org.exoattribution.testkit.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
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
      String keys = String.join(", ", known.subList(0, Math.min(4, known.size())));
      throw new ScenarioException(
          node.location(),
          node.shown() + " is not " + what + ": expected an object with keys such as " + keys);
    }
    this.what = what;
    this.location = object.location();
    this.fields = new ArrayList<>(known.size());
    for (Field field : object.fields()) {
      if (!known.contains(field.key())) {
        String hint = Nearest.hint(field.key(), known);
        throw refused(field, "is not a key of " + what + ": " + hint);
      }
      Field earlier = find(field.key());
      if (earlier != null) {
        int first = earlier.location().line();
        throw refused(
            field, "is given twice in " + what + ", first in line " + first + ": expected it once");
      }
      fields.add(field);
    }
  }

  /** Known keys, given with a blank between them. */
  public static List<String> keys(String words) {
    return List.of(words.split(" ", -1));
  }

  private static ScenarioException refused(Field field, String problem) {
    return new ScenarioException(field.location(), Quoted.text(field.key()) + " " + problem);
  }

  private @Nullable Field find(String key) {
    for (Field field : fields) {
      if (field.key().equals(key)) {
        return field;
      }
    }
    return null;
  }

  public SourceLocation location() {
    return location;
  }

  public Optional<String> firstOf(List<String> keys) {
    return keys.stream().filter(key -> find(key) != null).findFirst();
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

  /** What a reader such as {@link Typed#instant} makes of the value and its key; empty as above. */
  public <T> Optional<T> read(String key, BiFunction<Node, String, T> reader) {
    Field field = find(key);
    return field == null || field.value().isNull()
        ? Optional.empty()
        : Optional.of(reader.apply(field.value(), key));
  }

  public <T> Optional<T> oneOf(String key, Map<String, T> values) {
    return read(key, (node, name) -> Typed.oneOf(node, name, values));
  }

  public <T> Optional<T> parse(String key, Function<String, T> parser) {
    return read(key, (node, name) -> Typed.parsed(node, name, parser));
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
    return read(key, Typed::text);
  }

  public boolean flag(String key, boolean absent) {
    return read(key, Typed::flag).orElse(absent);
  }
}
