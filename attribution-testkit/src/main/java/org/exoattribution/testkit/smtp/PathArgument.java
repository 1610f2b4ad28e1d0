package org.exoattribution.testkit.smtp;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The argument of MAIL FROM or RCPT TO, taken apart: {@code <someone@contoso.com> BODY=8BITMIME}.
 * Spaces after the colon and an address without angle brackets are taken, as the service does; a
 * source route is passed over (RFC 5321, appendix C).
 *
 * @param path the address without angle brackets; empty for {@code <>}
 * @param parameters the ESMTP parameters, names in upper case; empty values for those without
 */
record PathArgument(String path, Map<String, String> parameters) {

  /**
   * Takes the argument apart, and refuses one that has no such form or names a parameter twice.
   *
   * @param prefix {@code FROM:} or {@code TO:}
   */
  static PathArgument parse(String prefix, String argument) throws RefusedException {
    RefusedException.unless(
        argument.regionMatches(true, 0, prefix, 0, prefix.length()), Reply.BAD_ARGUMENTS);
    String rest = argument.substring(prefix.length()).strip();
    int end = endOfPath(rest);
    RefusedException.unless(
        end > 0 && (end == rest.length() || rest.charAt(end) == ' '), Reply.BAD_ARGUMENTS);
    String path = rest.substring(0, end);
    String bare = path.startsWith("<") ? path.substring(1, end - 1) : path;
    return new PathArgument(withoutRoute(bare), parameters(rest.substring(end).strip()));
  }

  /** Where the path ends; -1 if a bracket or quote is not closed. */
  private static int endOfPath(String text) {
    boolean bracketed = text.startsWith("<");
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && bracketed && c == '>') {
        return i + 1;
      } else if (!quoted && !bracketed && c == ' ') {
        return i;
      }
    }
    return bracketed || quoted ? -1 : text.length();
  }

  private static String withoutRoute(String path) {
    int colon = path.indexOf(':');
    return path.startsWith("@") && colon > 0 ? path.substring(colon + 1) : path;
  }

  private static Map<String, String> parameters(String text) throws RefusedException {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String parameter : text.split(" +", -1)) {
      if (!parameter.isEmpty()) {
        int equals = parameter.indexOf('=');
        String name = equals < 0 ? parameter : parameter.substring(0, equals);
        String value = equals < 0 ? "" : parameter.substring(equals + 1);
        boolean first = parameters.put(name.toUpperCase(Locale.ROOT), value) == null;
        RefusedException.unless(first, Reply.BAD_ARGUMENTS);
      }
    }
    return parameters;
  }
}
