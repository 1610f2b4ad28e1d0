package org.exoattribution.model;

import java.util.Objects;

/**
 * An envelope recipient, the argument of RCPT TO (RFC 5321, section 4.1.1.3). Attribution looks at
 * its domain only.
 */
public final class ForwardPath {
  private final String text;
  private final DomainName domain;

  private ForwardPath(String text, DomainName domain) {
    this.text = Objects.requireNonNull(text, "text");
    this.domain = Objects.requireNonNull(domain, "domain");
  }

  /**
   * Reads an address, with or without angle brackets, or a domain alone.
   *
   * @throws InvalidValueException if it is neither; an address literal has no domain and is refused
   */
  public static ForwardPath parse(String text) {
    Mailbox mailbox = Mailbox.parse("a forward-path", text);
    return new ForwardPath(
        mailbox.text(),
        mailbox
            .domain()
            .orElseThrow(
                () ->
                    InvalidValueException.notA(
                        "a forward-path", text, "a domain, because an address literal has none")));
  }

  /** Any recipient of the domain. */
  public static ForwardPath of(DomainName domain) {
    return new ForwardPath(domain.value(), domain);
  }

  /** The RCPT TO domain. */
  public DomainName domain() {
    return domain;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ForwardPath path
        && text.equals(path.text)
        && domain.equals(path.domain);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The address or domain as given, without angle brackets. */
  @Override
  public String toString() {
    return text;
  }
}
