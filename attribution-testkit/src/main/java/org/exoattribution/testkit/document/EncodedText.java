package org.exoattribution.testkit.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Text of unknown encoding. PowerShell writes UTF-8, with or without a byte order mark, or UTF-16;
 * a UTF-16 text without one is told by its first character, which is ASCII in every document.
 */
public final class EncodedText {
  /** How many bytes {@link #detect} wants to see. */
  static final int HEAD = 3;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private EncodedText() {}

  /** The encoding of a text that begins with these bytes. */
  public static Charset detect(byte[] head, int length) {
    int first = length > 0 ? head[0] & 0xFF : -1;
    int second = length > 1 ? head[1] & 0xFF : -1;
    if ((first == 0xFE && second == 0xFF) || (first == 0 && second > 0)) {
      return StandardCharsets.UTF_16BE;
    }
    if ((first == 0xFF && second == 0xFE) || (first > 0 && second == 0)) {
      return StandardCharsets.UTF_16LE;
    }
    return StandardCharsets.UTF_8;
  }

  /** The text in the encoding that the bytes begin with. */
  public static String decode(byte[] bytes) throws CharacterCodingException {
    Charset charset = detect(bytes, bytes.length);
    return withoutMark(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
  }

  public static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }
}
