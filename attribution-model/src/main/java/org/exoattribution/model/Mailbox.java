package org.exoattribution.model;

import java.util.Optional;

/**
 * An address of the envelope or of a header, taken apart: the text without angle brackets and its
 * domain. A domain alone stands for any address in it; an address literal ({@code [192.0.2.1]}) has
 * no domain.
 */
record Mailbox(String text, Optional<DomainName> domain) {
  private static final String EXPECTED =
      "an address or a domain, such as someone@contoso.com or contoso.com";

  static Mailbox parse(String kind, String text) {
    if (breaksLine(text)) {
      throw InvalidValueException.notA(kind, text, EXPECTED);
    }
    String bare = withoutBrackets(text);
    int at = endOfLocalPart(bare);
    if (at == 0 || (at < 0 && bare.indexOf('@') >= 0)) {
      throw InvalidValueException.notA(kind, text, EXPECTED);
    }
    String domain = bare.substring(at < 0 ? 0 : at + 1);
    if (at > 0 && isAddressLiteral(domain)) {
      return new Mailbox(bare, Optional.empty());
    }
    return new Mailbox(
        bare,
        Optional.of(
            DomainName.tryParse(domain)
                .orElseThrow(() -> InvalidValueException.notA(kind, text, EXPECTED))));
  }

  private static boolean breaksLine(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (InvalidValueException.breaksLine(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static String withoutBrackets(String text) {
    boolean bracketed = text.length() > 2 && text.startsWith("<") && text.endsWith(">");
    return bracketed ? text.substring(1, text.length() - 1) : text;
  }

  /**
   * The index of the at sign, 0 if the local part is malformed, -1 if there is none. A quoted local
   * part may hold anything, an at sign too (RFC 5321, section 4.1.2).
   */
  private static int endOfLocalPart(String address) {
    if (address.startsWith("\"")) {
      int i = 1;
      while (i < address.length() && address.charAt(i) != '"') {
        i += address.charAt(i) == '\\' ? 2 : 1;
      }
      return i + 1 < address.length() && address.charAt(i + 1) == '@' ? i + 1 : 0;
    }
    int at = address.indexOf('@');
    for (int i = 0; i < at; i++) {
      char c = address.charAt(i);
      if (!Character.isLetterOrDigit(c)
          && (c <= ' ' || c == 0x7f || "<>()[],;:\\\"".indexOf(c) >= 0)) {
        return 0;
      }
    }
    return at;
  }

  private static boolean isAddressLiteral(String domain) {
    if (!domain.startsWith("[") || !domain.endsWith("]")) {
      return false;
    }
    String literal = domain.substring(1, domain.length() - 1);
    String tag = "IPv6:";
    boolean tagged = literal.regionMatches(true, 0, tag, 0, tag.length());
    try {
      IpAddress.parse(tagged ? literal.substring(tag.length()) : literal);
      return true;
    } catch (InvalidValueException e) {
      return false;
    }
  }
}
