package org.exoattribution.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What names have in common. */
final class Names {
  private Names() {}

  /** Names are labels in results and messages of one line, so they are neither blank nor broken. */
  static String requireName(String kind, String name) {
    if (name.isBlank() || name.chars().anyMatch(c -> InvalidValueException.breaksLine((char) c))) {
      throw InvalidValueException.notA("the name of a " + kind, name, "a text on one line");
    }
    return name;
  }

  /** The form in which two names are one (DIR-1). */
  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The name of a constant as scenario files and output have it, such as {@code mail-from}. */
  static String kebab(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static <T> List<T> parseAll(String[] texts, Function<String, T> parse) {
    List<T> values = new ArrayList<>(texts.length);
    for (String text : texts) {
      values.add(parse.apply(text));
    }
    return values;
  }
}
