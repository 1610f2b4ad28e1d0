package org.exoattribution.model;

import java.util.Optional;

/**
 * The envelope sender, the argument of MAIL FROM (RFC 5321, section 4.1.1.2), also known as P1.
 * Attribution looks at its domain only. The null reverse-path {@code <>} of bounces has none and
 * owns nothing (NULL-1).
 */
public final class ReversePath {
  /** {@code <>}. */
  public static final ReversePath NULL = new ReversePath("<>", Optional.empty());

  private final String text;

  /** An object of its own, so that asking for it makes none. */
  private final Optional<DomainName> domain;

  private ReversePath(String text, Optional<DomainName> domain) {
    this.text = text;
    this.domain = domain;
  }

  /**
   * Reads an address, with or without angle brackets, a domain alone, or {@code <>}. An address
   * literal such as {@code root@[192.0.2.1]} is an address without a domain.
   *
   * @throws InvalidValueException if it is none of these
   */
  public static ReversePath parse(String text) {
    if (text.equals("<>")) {
      return NULL;
    }
    Mailbox mailbox = Mailbox.parse("a reverse-path", text);
    return new ReversePath(mailbox.text(), mailbox.domain());
  }

  /** Any sender of the domain. */
  public static ReversePath of(DomainName domain) {
    return new ReversePath(domain.value(), Optional.of(domain));
  }

  /** The MAIL FROM domain; empty for the null reverse-path and for address literals. */
  public Optional<DomainName> domain() {
    return domain;
  }

  /** Whether it is {@code <>}. */
  public boolean isNull() {
    return equals(NULL);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReversePath path
        && text.equals(path.text)
        && domain.equals(path.domain);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The address or domain as given, without angle brackets; {@code <>} if null. */
  @Override
  public String toString() {
    return text;
  }
}
