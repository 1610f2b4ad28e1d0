package org.exoattribution.testkit.document;

import static java.util.Objects.requireNonNull;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.testkit.document.Node.Items;
import org.exoattribution.testkit.document.Node.Scalar;
import org.exoattribution.testkit.source.ScenarioException;

/** Values of scenario keys, exactly typed; what is not as expected is an error with its line. */
public final class Typed {
  /** The years that certificates can name, with room for what lies around an instant. */
  private static final Instant EARLIEST = Instant.parse("1951-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9998-01-01T00:00:00Z");

  public static final String PATH =
      "a path of characters that this system has in file names (it may need LC_ALL=C.UTF-8)";

  private Typed() {}

  /** A text; a number stands for what was written. */
  public static String text(Node node, String key) {
    if (node instanceof Scalar scalar
        && (scalar.kind() == Scalar.Kind.TEXT || scalar.kind() == Scalar.Kind.NUMBER)
        && isWhole(scalar.text())) {
      return scalar.text();
    }
    throw wrong(node, key, "a text");
  }

  /** Whether no half of a character is in it, which no encoding can hold. */
  private static boolean isWhole(String text) {
    return text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }

  public static boolean flag(Node node, String key) {
    if (node instanceof Scalar scalar && scalar.kind() == Scalar.Kind.BOOLEAN) {
      return Boolean.parseBoolean(scalar.text());
    }
    throw wrong(node, key, "true or false");
  }

  /** The values of a list; a single value is a list of one. */
  public static List<Node> oneOrMore(Node node) {
    return node instanceof Items items ? items.nodes() : List.of(node);
  }

  /** The texts of a list; a single text is a list of one. */
  public static List<String> texts(Node node, String key) {
    return each(node, key, Function.identity());
  }

  /** What the model makes of each text of a list, or of a single one. */
  public static <T> List<T> each(Node node, String key, Function<String, T> parse) {
    List<T> values = new ArrayList<>();
    for (Node item : oneOrMore(node)) {
      values.add(parsed(item, key, parse));
    }
    return values;
  }

  public static List<Node> list(Node node, String key, String expected) {
    if (node instanceof Items items) {
      return items.nodes();
    }
    throw wrong(node, key, expected);
  }

  public static Instant instant(Node node, String key) {
    String given = text(node, key);
    try {
      Instant instant = instant(given);
      if (!instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
        return instant;
      }
    } catch (DateTimeParseException e) {
      // Falls through to the message.
    }
    throw wrong(node, key, "an instant of the years 1951 to 9997, such as 2026-11-01T00:00:00Z");
  }

  /**
   * The instant that the text says, and no other: {@link Instant#parse} takes hour 24 and leap
   * seconds for instants near them.
   *
   * @throws DateTimeParseException if it says none
   */
  public static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  public static Path path(Node node, String key, Path folder) {
    try {
      return folder.resolve(text(node, key));
    } catch (InvalidPathException e) {
      throw wrong(node, key, PATH);
    }
  }

  public static <T> T oneOf(Node node, String key, Map<String, T> values) {
    return requireNonNull(values.get(name(node, key, values.keySet())));
  }

  public static String name(Node node, String key, Collection<String> known) {
    String given = text(node, key);
    if (!known.contains(given)) {
      throw new ScenarioException(
          node.location(),
          key + " cannot be " + Quoted.text(given) + ": " + Nearest.hint(given, known));
    }
    return given;
  }

  /** What the model makes of a text, its refusals with their line. */
  public static <T> T parsed(Node node, String key, Function<String, T> parse) {
    String given = text(node, key);
    try {
      return parse.apply(given);
    } catch (InvalidValueException e) {
      throw new ScenarioException(node.location(), key + ": " + ScenarioException.problem(e), e);
    }
  }

  public static ScenarioException wrong(Node node, String key, String expected) {
    return new ScenarioException(
        node.location(), key + " is " + node.shown() + ": expected " + expected);
  }
}
