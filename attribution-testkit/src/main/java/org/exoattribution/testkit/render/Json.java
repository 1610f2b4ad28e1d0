package org.exoattribution.testkit.render;

import java.io.StringWriter;
import java.io.Writer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/** JSON as this package writes it: compact, and safe to print on a terminal. */
public final class Json {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .rootValueSeparator((String) null)
          .characterEscapes(new TerminalEscapes())
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private Json() {}

  /** A generator that puts nothing between values, and leaves the writer open. */
  static JsonGenerator generator(Writer out) {
    return FACTORY.createGenerator(ObjectWriteContext.empty(), out);
  }

  /** What the action writes. */
  public static String text(Consumer<JsonGenerator> action) {
    StringWriter out = new StringWriter();
    try (JsonGenerator generator = generator(out)) {
      action.accept(generator);
    }
    return out.toString();
  }

  public static void writeNullable(JsonGenerator generator, String key, @Nullable String value) {
    write(generator, new SerializedString(key), value);
  }

  /** A property whose absent value is null. */
  static void write(JsonGenerator generator, SerializableString key, @Nullable String value) {
    generator.writeName(key);
    if (value == null) {
      generator.writeNull();
    } else {
      generator.writeString(value);
    }
  }

  /** Escapes also those controls that JSON allows in the raw. */
  private static final class TerminalEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      codes[0x7f] = ESCAPE_STANDARD;
      return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
      return !Character.isSurrogate((char) c) && Printable.isUnsafe(c)
          ? new SerializedString(Printable.escape(c))
          : null;
    }
  }
}
