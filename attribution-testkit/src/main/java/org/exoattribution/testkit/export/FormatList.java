package org.exoattribution.testkit.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exoattribution.testkit.document.Node;
import org.exoattribution.testkit.source.SourceLocation;

/**
 * Turns what Format-List prints into {@link Node}s: a property a line, a list in braces, what does
 * not fit into a line continued below. A record ends where one of its properties comes again.
 */
final class FormatList {
  /** The entry that stands for those that PowerShell leaves out of a list. */
  static final String CUT_OFF = "...";

  private static final Pattern PROPERTY = Pattern.compile("([\\p{L}_][^\\s:\"]*) +:(?: (.*))?");

  /** What a transcript has around the output. */
  private static final Pattern PROMPT = Pattern.compile("(PS |>>).*");

  private final String source;
  private final List<SourceLocation> odd = new ArrayList<>();
  private final List<Node> records = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private List<Node.Field> record = new ArrayList<>();

  /** The property whose value may go on in the next line; none if it has no name. */
  private String key = "";

  private final StringBuilder value = new StringBuilder();
  private int line;
  private int lineLength;

  private FormatList(String source) {
    this.source = source;
  }

  /** The records, as a list, and the lines among the properties that are none. */
  record Output(Node records, List<SourceLocation> odd) {}

  static boolean isFormatList(String text) {
    return text.lines().anyMatch(line -> PROPERTY.matcher(line).matches());
  }

  static Output parse(String source, String text) {
    return new FormatList(source).read(text.lines().toList());
  }

  private Output read(List<String> lines) {
    int width =
        lines.stream()
            .filter(line -> line.startsWith(" ") || PROPERTY.matcher(line).matches())
            .mapToInt(String::length)
            .max()
            .orElse(0);
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i);
      Matcher property = PROPERTY.matcher(text);
      if (property.matches()) {
        endProperty();
        key = property.group(1);
        value.append(property.group(2) == null ? "" : property.group(2));
        line = i + 1;
        lineLength = text.length();
      } else if (!key.isEmpty() && !text.isBlank()) {
        if (Character.isWhitespace(text.charAt(0))) {
          goOn(text, width);
        } else if (!PROMPT.matcher(text).matches()) {
          odd.add(new SourceLocation(source, i + 1));
        }
      }
    }
    endProperty();
    endRecord();
    return new Output(new Node.Items(new SourceLocation(source, 1), records), odd);
  }

  /** A line is broken after a blank, which trimming may have cost it; or within a long word. */
  private void goOn(String text, int width) {
    char last = value.length() == 0 ? ' ' : value.charAt(value.length() - 1);
    if (!Character.isWhitespace(last) && (last == ',' || lineLength < width)) {
      value.append(' ');
    }
    value.append(text.stripLeading());
    lineLength = text.length();
  }

  private void endProperty() {
    if (key.isEmpty()) {
      return;
    }
    String folded = key.toLowerCase(Locale.ROOT);
    if (keys.contains(folded)) {
      endRecord();
    }
    keys.add(folded);
    SourceLocation at = new SourceLocation(source, line);
    record.add(new Node.Field(at, key, value(at, value.toString().strip())));
    key = "";
    value.setLength(0);
  }

  private void endRecord() {
    if (!record.isEmpty()) {
      records.add(new Node.Fields(record.get(0).location(), record));
      record = new ArrayList<>();
      keys.clear();
    }
  }

  private static Node value(SourceLocation at, String text) {
    if (text.isEmpty()) {
      return new Node.Scalar(at, Node.Scalar.Kind.NULL, "");
    }
    if (!text.startsWith("{") || !text.endsWith("}")) {
      return text(at, text);
    }
    String entries = text.substring(1, text.length() - 1).replace("\u2026", CUT_OFF).strip();
    boolean cutOff = entries.endsWith(CUT_OFF);
    if (cutOff) {
      entries = entries.substring(0, entries.length() - CUT_OFF.length());
    }
    List<Node> nodes = new ArrayList<>();
    for (String entry : entries.split(", *", -1)) {
      if (!entry.isBlank()) {
        nodes.add(text(at, entry.strip()));
      }
    }
    if (cutOff) {
      nodes.add(text(at, CUT_OFF));
    }
    return new Node.Items(at, nodes);
  }

  private static Node text(SourceLocation at, String text) {
    return new Node.Scalar(at, Node.Scalar.Kind.TEXT, text);
  }
}
