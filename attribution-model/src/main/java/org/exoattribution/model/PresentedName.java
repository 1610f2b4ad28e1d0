package org.exoattribution.model;

import java.util.Objects;
import java.util.Optional;

/**
 * A name that a certificate carries in its subject CN or as a SAN dNSName (PKI-7): a host name, or
 * {@code *.} and a domain.
 *
 * @param domain the name without {@code *.}
 * @param wildcard whether the name begins with {@code *.}
 */
public record PresentedName(DomainName domain, boolean wildcard) {
  private static final String PREFIX = "*.";

  /** Refuses null. */
  public PresentedName {
    Objects.requireNonNull(domain, "domain");
  }

  /** The name, or empty if the text is not a domain name: such a CN is no name (PKI-7). */
  public static Optional<PresentedName> tryParse(String text) {
    boolean wildcard = text.startsWith(PREFIX);
    return DomainName.tryParse(wildcard ? text.substring(PREFIX.length()) : text)
        .map(domain -> new PresentedName(domain, wildcard));
  }

  @Override
  public String toString() {
    return wildcard ? PREFIX + domain : domain.toString();
  }
}
