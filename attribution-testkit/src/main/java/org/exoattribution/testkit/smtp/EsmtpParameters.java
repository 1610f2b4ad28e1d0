package org.exoattribution.testkit.smtp;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The parameters of MAIL FROM and RCPT TO that the front door said in EHLO: SIZE (RFC 1870), BODY
 * (RFC 6152), SMTPUTF8 (RFC 6531), and those of DSN: RET, ENVID, NOTIFY and ORCPT (RFC 3461). They
 * are checked and play no part.
 */
final class EsmtpParameters {
  private static final Pattern XTEXT = Pattern.compile("(?:[!-*,-<>-~]|\\+[0-9A-F]{2})+");

  /** An address type and xtext, or with SMTPUTF8 the address itself (RFC 6533). */
  private static final Pattern ORIGINAL_RECIPIENT =
      Pattern.compile("[A-Za-z0-9-]+;[^\\p{Cntrl} =]+");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}");
  private static final Set<String> NOTICES = Set.of("SUCCESS", "FAILURE", "DELAY");
  private static final int LONGEST_ENVID = 100;
  private static final int LONGEST_ORCPT = 500;

  private EsmtpParameters() {}

  /** Refuses parameters of MAIL FROM of which one is none, or wrong. */
  static void checkMail(Map<String, String> parameters, long messageBytes) throws RefusedException {
    for (Map.Entry<String, String> each : parameters.entrySet()) {
      String value = each.getValue();
      boolean valid =
          switch (each.getKey()) {
            case "SIZE" -> NUMBER.matcher(value).matches();
            case "BODY" -> isOneOf(value, "7BIT", "8BITMIME");
            case "SMTPUTF8" -> value.isEmpty();
            case "RET" -> isOneOf(value, "FULL", "HDRS");
            case "ENVID" -> value.length() <= LONGEST_ENVID && XTEXT.matcher(value).matches();
            default -> throw new RefusedException(Reply.UNKNOWN_PARAMETER);
          };
      RefusedException.unless(valid, Reply.BAD_ARGUMENTS);
      boolean fits =
          !each.getKey().equals("SIZE")
              || (value.length() < 19 && Long.parseLong(value) <= messageBytes);
      RefusedException.unless(fits, Reply.TOO_LARGE);
    }
  }

  /** The same of RCPT TO. */
  static void checkRcpt(Map<String, String> parameters) throws RefusedException {
    for (Map.Entry<String, String> each : parameters.entrySet()) {
      String value = each.getValue();
      boolean valid =
          switch (each.getKey()) {
            case "NOTIFY" -> isOneOf(value, "NEVER") || isListOfNotices(value);
            case "ORCPT" ->
                value.length() <= LONGEST_ORCPT && ORIGINAL_RECIPIENT.matcher(value).matches();
            default -> throw new RefusedException(Reply.UNKNOWN_PARAMETER);
          };
      RefusedException.unless(valid, Reply.BAD_ARGUMENTS);
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
