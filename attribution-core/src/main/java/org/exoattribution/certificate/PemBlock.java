package org.exoattribution.certificate;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exoattribution.model.InvalidValueException;

/**
 * A block of PEM text (RFC 7468).
 *
 * @param label what its first line says that it holds, such as {@code CERTIFICATE}
 * @param content what stands between its first and last line, without white space
 * @param number which block of the text it is, from 1
 * @param line the line on which it begins, from 1
 */
record PemBlock(String label, String content, int number, int line) {
  private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([^-]+)-----");
  private static final Pattern END = Pattern.compile("-----END ([^-]+)-----");

  /** The blocks of a text; what stands between them is passed over. */
  static List<PemBlock> read(String text) {
    List<PemBlock> blocks = new ArrayList<>();
    StringBuilder content = new StringBuilder();
    String label = "";
    int begin = 0;
    int line = 0;
    for (String each : text.lines().map(String::strip).toList()) {
      line++;
      Matcher beginning = BEGIN.matcher(each);
      Matcher ending = END.matcher(each);
      if (beginning.matches()) {
        requireClosed(label, blocks.size() + 1, begin);
        label = beginning.group(1);
        begin = line;
        content.setLength(0);
      } else if (ending.matches() && ending.group(1).equals(label)) {
        blocks.add(new PemBlock(label, content.toString(), blocks.size() + 1, begin));
        label = "";
      } else if (!label.isEmpty()) {
        content.append(each);
      }
    }
    requireClosed(label, blocks.size() + 1, begin);
    return blocks;
  }

  private static void requireClosed(String label, int number, int line) {
    if (!label.isEmpty()) {
      throw new InvalidValueException(
          place(number, line) + " has no end: expected -----END " + label + "-----");
    }
  }

  /** The decoded content. */
  byte[] der() {
    try {
      return Base64.getDecoder().decode(content);
    } catch (IllegalArgumentException e) {
      throw new InvalidValueException(place() + " is not base64: " + CertificateTexts.message(e));
    }
  }

  /** Where the block stands, for messages. */
  String place() {
    return place(number, line);
  }

  private static String place(int number, int line) {
    return "PEM block " + number + " (line " + line + ")";
  }
}
