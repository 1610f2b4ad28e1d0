package org.exoattribution.model;

import java.util.Locale;
import java.util.Optional;

/**
 * One entry of a Partner connector's SenderDomains: a domain, {@code *.domain} (the domain and all
 * its subdomains) or {@code *} (every sender, the null reverse-path too). Exports write it as an
 * address space, {@code smtp:contoso.com;1}; the cost after the semicolon means nothing here
 * (CON-3).
 */
public final class SenderDomainPattern {
  /** {@code *}: covers every sender. */
  public static final SenderDomainPattern ANY = new SenderDomainPattern(Optional.empty(), true);

  private static final String PREFIX = "*.";
  private static final String ADDRESS_SPACE_TYPE = "smtp:";

  private final Optional<DomainName> domain;
  private final boolean wildcard;

  private SenderDomainPattern(Optional<DomainName> domain, boolean wildcard) {
    this.domain = domain;
    this.wildcard = wildcard;
  }

  /**
   * Reads the value from its text form.
   *
   * @throws InvalidValueException if the text is not such an entry (CON-3)
   */
  public static SenderDomainPattern parse(String text) {
    String value = withoutAddressSpace(text);
    if (value.equals("*")) {
      return ANY;
    }
    boolean wildcard = value.startsWith(PREFIX);
    DomainName domain =
        DomainName.tryParse(wildcard ? value.substring(PREFIX.length()) : value)
            .orElseThrow(
                () ->
                    InvalidValueException.notA(
                        "a SenderDomains entry",
                        text,
                        "a domain, *.domain or *, such as contoso.com or smtp:*;1",
                        RuleId.CON_3));
    return new SenderDomainPattern(Optional.of(domain), wildcard);
  }

  private static String withoutAddressSpace(String text) {
    String value = text;
    if (value.toLowerCase(Locale.ROOT).startsWith(ADDRESS_SPACE_TYPE)) {
      value = value.substring(ADDRESS_SPACE_TYPE.length());
    }
    int semicolon = value.lastIndexOf(';');
    if (semicolon >= 0 && IpAddress.number(value.substring(semicolon + 1), 10, 9) >= 0) {
      value = value.substring(0, semicolon);
    }
    return value;
  }

  /**
   * Whether mail from this reverse-path is covered; only {@code *} covers a path without domain.
   */
  public boolean covers(ReversePath mailFrom) {
    if (domain.isEmpty()) {
      return true;
    }
    if (mailFrom.domain().isEmpty()) {
      return false;
    }
    DomainName sender = mailFrom.domain().get();
    return sender.equals(domain.get()) || (wildcard && sender.isBelow(domain.get()));
  }

  /** Whether every sender that the other entry covers is covered. */
  public boolean coversAllOf(SenderDomainPattern other) {
    if (domain.isEmpty() || other.domain.isEmpty()) {
      return domain.isEmpty();
    }
    return covers(ReversePath.of(other.domain.get())) && (wildcard || !other.wildcard);
  }

  /**
   * How specific the entry is, for IN-5: more labels first, a domain before {@code *.} of it,
   * {@code *} last. Larger is more specific.
   */
  public int specificity() {
    return domain.map(name -> 2 * name.labelCount() + (wildcard ? 0 : 1)).orElse(0);
  }

  /** The domain of the entry; empty for {@code *}. */
  public Optional<DomainName> domain() {
    return domain;
  }

  /** Whether the entry is {@code *} or {@code *.domain}. */
  public boolean isWildcard() {
    return wildcard;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SenderDomainPattern pattern
        && wildcard == pattern.wildcard
        && domain.equals(pattern.domain);
  }

  @Override
  public int hashCode() {
    return 31 * domain.hashCode() + Boolean.hashCode(wildcard);
  }

  /** The entry without the address space: {@code contoso.com}, {@code *.contoso.com}, {@code *}. */
  @Override
  public String toString() {
    return domain.map(name -> wildcard ? PREFIX + name : name.toString()).orElse("*");
  }
}
