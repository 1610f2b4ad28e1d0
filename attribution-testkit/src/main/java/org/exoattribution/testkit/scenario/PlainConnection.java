package org.exoattribution.testkit.scenario;

import java.util.List;
import org.exoattribution.testkit.document.Documents;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The object in an ordinary line of a log: its values are texts, but for {@code tls} and for {@code
 * certificate}, an object without further ones. What is not so plain, or no JSON, is for the
 * general reader to judge.
 */
final class PlainConnection {
  private static final List<String> KEYS = ConnectionParser.KEYS;

  private final @Nullable String[] values = new String[KEYS.size()];
  private final String text;
  private final JsonParser parser;

  private PlainConnection(String text, JsonParser parser) {
    this.text = text;
    this.parser = parser;
  }

  static @Nullable PlainConnection parse(String line) {
    try (JsonParser parser = Documents.tokens(line)) {
      PlainConnection object = new PlainConnection(line, parser);
      return object.read() ? object : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  /** The text, the flag or the text of the object that stands under a key; null if none does. */
  @Nullable String get(String key) {
    return values[KEYS.indexOf(key)];
  }

  private boolean read() {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return false;
    }
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      int key = KEYS.indexOf(name);
      if (key < 0 || values[key] != null) {
        return false;
      }
      JsonToken token = parser.nextToken();
      values[key] =
          switch (name) {
            case "certificate" -> token == JsonToken.START_OBJECT ? object() : null;
            case "tls" -> token.isBoolean() ? parser.getString() : null;
            default -> token == JsonToken.VALUE_STRING ? parser.getString() : null;
          };
      if (values[key] == null) {
        return false;
      }
    }
    return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
  }

  /** The text of the object that begins here; null if there are objects or lists in it. */
  private @Nullable String object() {
    int start = (int) parser.currentTokenLocation().getCharOffset();
    for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; ) {
      if (token.isStructStart()) {
        return null;
      }
      token = parser.nextToken();
    }
    return text.substring(start, (int) parser.currentLocation().getCharOffset());
  }
}
