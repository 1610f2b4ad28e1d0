package org.exoattribution.testkit.render.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays out a line of PowerShell in 80 columns so that it can still be pasted: it is broken between
 * parameters, with the backtick that continues a line.
 */
public final class CommandLines {
  private static final String CONTINUED = " `";

  private CommandLines() {}

  /** Appends the command and a line end, its first line indented and the further ones more so. */
  public static void append(StringBuilder out, int indent, String command) {
    List<String> parts = parts(Printable.visible(command));
    int at = indent;
    out.append(" ".repeat(indent));
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      int reserved = i + 1 < parts.size() ? CONTINUED.length() : 0;
      if (i > 0 && at + 1 + part.length() + reserved > Paragraph.COLUMNS) {
        out.append(CONTINUED).append('\n').append(" ".repeat(indent + 2)).append(part);
        at = indent + 2 + part.length();
      } else {
        out.append(i > 0 ? " " : "").append(part);
        at += (i > 0 ? 1 : 0) + part.length();
      }
    }
    out.append('\n');
  }

  /** The cmdlet, and each parameter with its value; a string may hold what looks like one. */
  private static List<String> parts(String command) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      if (c == '`') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && command.startsWith(" -", i)) {
        parts.add(command.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(command.substring(start));
    return parts;
  }
}
