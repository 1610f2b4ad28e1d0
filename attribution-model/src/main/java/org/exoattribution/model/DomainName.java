package org.exoattribution.model;

import java.net.IDN;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A domain name as mail uses it: labels of letters, digits and hyphens (RFC 5321, section 4.1.2),
 * compared without regard to case. Internationalised names are kept as A-labels ({@code xn--...});
 * a trailing dot is dropped (DOM-1).
 */
public final class DomainName implements Comparable<DomainName> {
  private static final int LONGEST_NAME = 253;
  private static final int LONGEST_LABEL = 63;
  private static final String EXPECTED =
      "labels of letters, digits and hyphens separated by dots, such as contoso.com";

  /**
   * Characters that IDNA 2003 maps to other names and IDNA 2008 does not: the text is ambiguous.
   */
  private static final String DEVIATIONS = "\u00df\u1e9e\u03c2\u200c\u200d";

  /** The dots between labels, as people's keyboards have them (RFC 3490, section 3.1). */
  private static final String SEPARATORS = ".\u3002\uff0e\uff61";

  private final String value;

  private DomainName(String value) {
    this.value = Objects.requireNonNull(value, "value");
  }

  /**
   * Reads a domain name. U-labels are turned into A-labels by IDNA 2003 ({@link IDN}); a name with
   * one of the four characters on which IDNA 2003 and 2008 differ must be given as A-labels.
   *
   * @throws InvalidValueException if the text is not a domain name (DOM-1)
   */
  public static DomainName parse(String text) {
    String name = isAscii(text) ? text : toALabels(text);
    if (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
    name = name.toLowerCase(Locale.ROOT);
    if (!isValid(name)) {
      throw InvalidValueException.notA("a domain name", text, EXPECTED, RuleId.DOM_1);
    }
    return new DomainName(name);
  }

  /** The name as {@link #parse} would read it, or empty if it is not a domain name. */
  public static Optional<DomainName> tryParse(String text) {
    try {
      return Optional.of(parse(text));
    } catch (InvalidValueException e) {
      return Optional.empty();
    }
  }

  private static String toALabels(String text) {
    for (int i = 0; i < DEVIATIONS.length(); i++) {
      if (text.indexOf(DEVIATIONS.charAt(i)) >= 0) {
        throw InvalidValueException.notA(
            "an unambiguous domain name",
            text,
            "its A-labels (xn--...), because IDNA 2003 and IDNA 2008 read it differently",
            RuleId.DOM_1);
      }
    }
    try {
      String aLabels = IDN.toASCII(text, IDN.ALLOW_UNASSIGNED);
      if (count(aLabels, ".") == count(text, SEPARATORS)) {
        return aLabels;
      }
      // The mapping made a dot of something that separates no labels (RFC 3490, section 3.1).
      throw InvalidValueException.notA("a domain name", text, EXPECTED, RuleId.DOM_1);
    } catch (InvalidValueException e) {
      throw e;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw InvalidValueException.notA("a domain name", text, EXPECTED, RuleId.DOM_1);
    }
  }

  private static long count(String text, String characters) {
    return text.chars().filter(c -> characters.indexOf(c) >= 0).count();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static boolean isValid(String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return false;
    }
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i == name.length() || name.charAt(i) == '.') {
        if (!isLabel(name, start, i)) {
          return false;
        }
        if (i == name.length()) {
          return !isNumeric(name, start, i);
        }
        start = i + 1;
      }
    }
    return false;
  }

  private static boolean isLabel(String name, int start, int end) {
    if (start == end || end - start > LONGEST_LABEL) {
      return false;
    }
    if (name.charAt(start) == '-' || name.charAt(end - 1) == '-') {
      return false;
    }
    for (int i = start; i < end; i++) {
      char c = name.charAt(i);
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
        return false;
      }
    }
    return true;
  }

  /** A numeric last label makes the text an IPv4 address or a typing error (RFC 1123, 2.1). */
  private static boolean isNumeric(String name, int start, int end) {
    for (int i = start; i < end; i++) {
      if (name.charAt(i) < '0' || name.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** The name in lower-case A-labels, without a trailing dot. */
  public String value() {
    return value;
  }

  /**
   * The name with its A-labels shown as people write them; with its A-labels if what people write
   * would not be read as this name.
   */
  public String toUnicode() {
    String text = IDN.toUnicode(value, IDN.ALLOW_UNASSIGNED);
    return tryParse(text).filter(this::equals).isPresent() ? text : value;
  }

  /** How many labels the name has: 2 for {@code contoso.com}. */
  public int labelCount() {
    int labels = 1;
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) == '.') {
        labels++;
      }
    }
    return labels;
  }

  /** The name without its first label; empty for a single label. */
  public Optional<DomainName> parent() {
    int dot = value.indexOf('.');
    return dot < 0 ? Optional.empty() : Optional.of(new DomainName(value.substring(dot + 1)));
  }

  /**
   * The name with one label in front.
   *
   * @throws InvalidValueException if the result is not a domain name
   */
  public DomainName child(String label) {
    if (label.indexOf('.') >= 0) {
      throw InvalidValueException.notA("a label", label, "letters, digits and hyphens");
    }
    return parse(label + "." + value);
  }

  /** Whether this name is a subdomain of the other, at any depth; no name is below itself. */
  public boolean isBelow(DomainName ancestor) {
    int start = value.length() - ancestor.value.length();
    return start > 1 && value.charAt(start - 1) == '.' && value.endsWith(ancestor.value);
  }

  /** Whether this name is the other with one label in front. */
  public boolean isChildOf(DomainName parent) {
    return isBelow(parent) && value.indexOf('.') == value.length() - parent.value.length() - 1;
  }

  @Override
  public int compareTo(DomainName other) {
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DomainName name && value.equals(name.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
