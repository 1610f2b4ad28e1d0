package org.exoattribution.testkit.smtp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.exoattribution.testkit.smtp.Reply.Refusal;

/**
 * The argument of MAIL FROM or RCPT TO, taken apart: {@code <someone@contoso.com> BODY=8BITMIME}.
 * Spaces after the colon and an address without angle brackets are taken, as the service does; a
 * source route is passed over (RFC 5321, appendix C).
 *
 * @param path the address without angle brackets; empty for {@code <>}
 * @param parameters the ESMTP parameters, names in upper case; empty values for those without
 */
record PathArgument(String path, Map<String, String> parameters) {
  private static final Pattern XTEXT = Pattern.compile("(?:[!-*,-<>-~]|\\+[0-9A-F]{2})+");

  /** An address type and xtext, or with SMTPUTF8 the address itself (RFC 6533). */
  private static final Pattern ORIGINAL_RECIPIENT =
      Pattern.compile("[A-Za-z0-9-]+;[^\\p{Cntrl} =]+");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}");
  private static final Set<String> NOTICES = Set.of("SUCCESS", "FAILURE", "DELAY");
  private static final int LONGEST_ENVID = 100;
  private static final int LONGEST_ORCPT = 500;

  /** Takes apart what has this form behind FROM: or TO: and names no parameter twice. */
  static PathArgument parse(String prefix, String argument) throws Refusal {
    Reply.BAD_ARGUMENTS.unless(argument.regionMatches(true, 0, prefix, 0, prefix.length()));
    String rest = argument.substring(prefix.length()).strip();
    int end = endOfPath(rest);
    Reply.BAD_ARGUMENTS.unless(end > 0 && (end == rest.length() || rest.charAt(end) == ' '));
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

  private static Map<String, String> parameters(String text) throws Refusal {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String parameter : text.split(" +", -1)) {
      if (!parameter.isEmpty()) {
        int equals = parameter.indexOf('=');
        String name = equals < 0 ? parameter : parameter.substring(0, equals);
        String value = equals < 0 ? "" : parameter.substring(equals + 1);
        Reply.BAD_ARGUMENTS.unless(parameters.put(name.toUpperCase(Locale.ROOT), value) == null);
      }
    }
    return parameters;
  }

  /**
   * Refuses parameters of MAIL FROM of which one is none, or wrong: SIZE (RFC 1870), BODY (RFC
   * 6152), SMTPUTF8 (RFC 6531), RET and ENVID (RFC 3461). They play no part.
   */
  void checkMail(long messageBytes) throws Refusal {
    for (Map.Entry<String, String> each : parameters.entrySet()) {
      String value = each.getValue();
      boolean valid =
          switch (each.getKey()) {
            case "SIZE" -> NUMBER.matcher(value).matches();
            case "BODY" -> isOneOf(value, "7BIT", "8BITMIME");
            case "SMTPUTF8" -> value.isEmpty();
            case "RET" -> isOneOf(value, "FULL", "HDRS");
            case "ENVID" -> value.length() <= LONGEST_ENVID && XTEXT.matcher(value).matches();
            default -> throw new Refusal(Reply.UNKNOWN_PARAMETER);
          };
      Reply.BAD_ARGUMENTS.unless(valid);
      boolean fits =
          !each.getKey().equals("SIZE")
              || (value.length() < 19 && Long.parseLong(value) <= messageBytes);
      Reply.TOO_LARGE.unless(fits);
    }
  }

  /** The same of RCPT TO: NOTIFY and ORCPT (RFC 3461). */
  void checkRcpt() throws Refusal {
    for (Map.Entry<String, String> each : parameters.entrySet()) {
      String value = each.getValue();
      boolean valid =
          switch (each.getKey()) {
            case "NOTIFY" -> isOneOf(value, "NEVER") || isListOfNotices(value);
            case "ORCPT" ->
                value.length() <= LONGEST_ORCPT && ORIGINAL_RECIPIENT.matcher(value).matches();
            default -> throw new Refusal(Reply.UNKNOWN_PARAMETER);
          };
      Reply.BAD_ARGUMENTS.unless(valid);
    }
  }

  private static boolean isOneOf(String value, String... allowed) {
    return List.of(allowed).contains(value.toUpperCase(Locale.ROOT));
  }

  private static boolean isListOfNotices(String value) {
    List<String> notices = List.of(value.toUpperCase(Locale.ROOT).split(",", -1));
    return NOTICES.containsAll(notices) && Set.copyOf(notices).size() == notices.size();
  }
}
