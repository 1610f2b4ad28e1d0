package org.exoattribution.testkit.smtp;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

  /** The reply to the first of MAIL FROM's parameters that is none, or wrong; empty if all do. */
  static Optional<Reply> refusedOfMail(Map<String, String> parameters, long messageBytes) {
    return parameters.entrySet().stream()
        .flatMap(each -> mail(each.getKey(), each.getValue(), messageBytes).stream())
        .findFirst();
  }

  /** The same for RCPT TO. */
  static Optional<Reply> refusedOfRcpt(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .flatMap(each -> rcpt(each.getKey(), each.getValue()).stream())
        .findFirst();
  }

  private static Optional<Reply> mail(String name, String value, long messageBytes) {
    return switch (name) {
      case "SIZE" -> size(value, messageBytes);
      case "BODY" -> valid(isOneOf(value, "7BIT", "8BITMIME"));
      case "SMTPUTF8" -> valid(value.isEmpty());
      case "RET" -> valid(isOneOf(value, "FULL", "HDRS"));
      case "ENVID" -> valid(value.length() <= LONGEST_ENVID && XTEXT.matcher(value).matches());
      default -> Optional.of(Reply.UNKNOWN_PARAMETER);
    };
  }

  private static Optional<Reply> rcpt(String name, String value) {
    return switch (name) {
      case "NOTIFY" -> valid(isOneOf(value, "NEVER") || isListOfNotices(value));
      case "ORCPT" ->
          valid(value.length() <= LONGEST_ORCPT && ORIGINAL_RECIPIENT.matcher(value).matches());
      default -> Optional.of(Reply.UNKNOWN_PARAMETER);
    };
  }

  private static Optional<Reply> size(String value, long messageBytes) {
    if (!NUMBER.matcher(value).matches()) {
      return Optional.of(Reply.BAD_ARGUMENTS);
    }
    boolean fits = value.length() < 19 && Long.parseLong(value) <= messageBytes;
    return fits ? Optional.empty() : Optional.of(Reply.TOO_LARGE);
  }

  private static boolean isOneOf(String value, String... allowed) {
    return List.of(allowed).contains(value.toUpperCase(Locale.ROOT));
  }

  private static boolean isListOfNotices(String value) {
    List<String> notices = List.of(value.toUpperCase(Locale.ROOT).split(",", -1));
    return NOTICES.containsAll(notices) && Set.copyOf(notices).size() == notices.size();
  }

  private static Optional<Reply> valid(boolean isValid) {
    return isValid ? Optional.empty() : Optional.of(Reply.BAD_ARGUMENTS);
  }
}
