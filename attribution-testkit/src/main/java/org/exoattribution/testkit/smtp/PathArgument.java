package org.exoattribution.testkit.smtp;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
   * Takes the argument apart; empty if it has no such form, or names a parameter twice.
   *
   * @param prefix {@code FROM:} or {@code TO:}
   */
  static Optional<PathArgument> parse(String prefix, String argument) {
    if (!argument.regionMatches(true, 0, prefix, 0, prefix.length())) {
      return Optional.empty();
    }
    String rest = argument.substring(prefix.length()).strip();
    int end = endOfPath(rest);
    if (end <= 0 || (end < rest.length() && rest.charAt(end) != ' ')) {
      return Optional.empty();
    }
    String path = rest.substring(0, end);
    String bare = path.startsWith("<") ? path.substring(1, end - 1) : path;
    return parameters(rest.substring(end).strip())
        .map(parameters -> new PathArgument(withoutRoute(bare), parameters));
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

  private static Optional<Map<String, String>> parameters(String text) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String parameter : text.split(" +", -1)) {
      if (!parameter.isEmpty()) {
        int equals = parameter.indexOf('=');
        String name = equals < 0 ? parameter : parameter.substring(0, equals);
        String value = equals < 0 ? "" : parameter.substring(equals + 1);
        if (parameters.put(name.toUpperCase(Locale.ROOT), value) != null) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(parameters);
  }
}
