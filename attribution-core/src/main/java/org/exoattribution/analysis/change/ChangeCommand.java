package org.exoattribution.analysis.change;

import java.util.Collection;
import java.util.stream.Collectors;

/** Writes one line of PowerShell. Values come from files of others, so that each is quoted. */
public final class ChangeCommand {
  private final StringBuilder line;

  private ChangeCommand(String cmdlet) {
    this.line = new StringBuilder(cmdlet);
  }

  public static ChangeCommand of(String cmdlet) {
    return new ChangeCommand(cmdlet);
  }

  public ChangeCommand with(String parameter, Object text) {
    return raw(parameter, quoted(text));
  }

  public ChangeCommand with(String parameter, boolean value) {
    return raw(parameter, value ? "$true" : "$false");
  }

  public ChangeCommand with(String parameter, Collection<?> values) {
    return raw(parameter, values.isEmpty() ? "$null" : list(values));
  }

  /** Values to add to a list property, which otherwise would be replaced. */
  ChangeCommand adding(String parameter, Collection<?> values) {
    return raw(parameter, "@{Add=" + list(values) + "}");
  }

  private static String list(Collection<?> values) {
    return values.stream().map(ChangeCommand::quoted).collect(Collectors.joining(","));
  }

  private ChangeCommand raw(String parameter, String value) {
    line.append(" -").append(parameter).append(' ').append(value);
    return this;
  }

  /**
   * In a double-quoted string the backtick escapes, a dollar sign expands, and the typographic
   * double quotes end it as the plain one does.
   */
  private static String quoted(Object text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toString().toCharArray()) {
      if (c == '`' || c == '$' || c == '"' || (c >= '\u201c' && c <= '\u201e')) {
        quoted.append('`');
      }
      quoted.append(c);
    }
    return quoted.append('"').toString();
  }

  @Override
  public String toString() {
    return line.toString();
  }
}
