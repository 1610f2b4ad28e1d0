package org.exoattribution.model;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of a Partner connector's SenderDomains: a domain, {@code *.domain} (the domain and all
 * its subdomains) or {@code *} (every sender, the null reverse-path too). Exports write it as an
 * address space, {@code smtp:contoso.com;1}. The number is a cost, which is kept and shown and
 * decides nothing (CON-3): entries that differ in it alone are equal.
 */
public final class SenderDomainPattern {
  /** {@code *}: covers every sender. */
  public static final SenderDomainPattern ANY =
      new SenderDomainPattern(Optional.empty(), true, BigInteger.ONE);

  private static final String PREFIX = "*.";
  private static final String ADDRESS_SPACE_TYPE = "smtp:";
  private static final Pattern COST = Pattern.compile("(.*);([+-]?[0-9]+)");

  private final Optional<DomainName> domain;
  private final boolean wildcard;
  private final BigInteger cost;

  private SenderDomainPattern(Optional<DomainName> domain, boolean wildcard, BigInteger cost) {
    this.domain = Objects.requireNonNull(domain, "domain");
    this.wildcard = wildcard;
    this.cost = Objects.requireNonNull(cost, "cost");
  }

  /**
   * Reads the value from its text form.
   *
   * @throws InvalidValueException if the text is not such an entry (CON-3)
   */
  public static SenderDomainPattern parse(String text) {
    String value = text;
    if (value.toLowerCase(Locale.ROOT).startsWith(ADDRESS_SPACE_TYPE)) {
      value = value.substring(ADDRESS_SPACE_TYPE.length());
    }
    Matcher withCost = COST.matcher(value);
    BigInteger cost = BigInteger.ONE;
    if (withCost.matches()) {
      value = withCost.group(1);
      cost = new BigInteger(withCost.group(2));
    }
    if (value.equals("*")) {
      return new SenderDomainPattern(Optional.empty(), true, cost);
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
    return new SenderDomainPattern(Optional.of(domain), wildcard, cost);
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

  /** The cost of the address space; 1 if none was given. */
  public BigInteger cost() {
    return cost;
  }

  /** The entry as exports write it, such as {@code smtp:*.contoso.com;1}. */
  public String addressSpace() {
    return ADDRESS_SPACE_TYPE + plain() + ";" + cost;
  }

  private String plain() {
    return domain.map(name -> wildcard ? PREFIX + name : name.toString()).orElse("*");
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

  /** {@code contoso.com}, {@code *.contoso.com} or {@code *}; with a cost, the address space. */
  @Override
  public String toString() {
    return cost.equals(BigInteger.ONE) ? plain() : addressSpace();
  }
}
