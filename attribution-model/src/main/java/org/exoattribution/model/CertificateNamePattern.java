package org.exoattribution.model;

import java.util.Objects;

/**
 * A TlsSenderCertificateName: a host name, or {@code *.} and a domain, which means the domain and
 * all its subdomains (CON-2). Which names of a certificate it matches is rule NAME-1.
 *
 * @param domain the value without {@code *.}
 * @param wildcard whether the value begins with {@code *.}
 */
public record CertificateNamePattern(DomainName domain, boolean wildcard) {
  private static final String PREFIX = "*.";

  /** Refuses null. */
  public CertificateNamePattern {
    Objects.requireNonNull(domain, "domain");
  }

  /**
   * Reads the value from its text form.
   *
   * @throws InvalidValueException if the text is neither a domain nor {@code *.} and a domain; a
   *     lone or embedded star is refused (CON-2)
   */
  public static CertificateNamePattern parse(String text) {
    boolean wildcard = text.startsWith(PREFIX);
    DomainName domain =
        DomainName.tryParse(wildcard ? text.substring(PREFIX.length()) : text)
            .orElseThrow(
                () ->
                    InvalidValueException.notA(
                        "a TlsSenderCertificateName",
                        text,
                        "a domain or *. and a domain, such as mail.contoso.com or *.contoso.com",
                        RuleId.CON_2));
    return new CertificateNamePattern(domain, wildcard);
  }

  /** Whether it matches a name of the certificate under these readings (NAME-1). */
  public boolean matches(PresentedName name, Readings readings) {
    return matchesUnderEveryReading(name) || (isContestedBy(name) && isLiberal(readings));
  }

  /** Whether it matches the name under one value of {@link #contestedReading} alone. */
  public boolean isContestedBy(PresentedName name) {
    if (wildcard) {
      return name.domain().isBelow(domain) && !matchesUnderEveryReading(name);
    }
    return name.wildcard() && domain.isChildOf(name.domain());
  }

  /** The reading that decides about contested names. */
  public Reading contestedReading() {
    return wildcard ? Reading.WILDCARD_DEPTH : Reading.WILDCARD_CERTIFICATE;
  }

  private boolean matchesUnderEveryReading(PresentedName name) {
    if (wildcard) {
      return name.domain().equals(domain) || (!name.wildcard() && name.domain().isChildOf(domain));
    }
    return !name.wildcard() && name.domain().equals(domain);
  }

  private boolean isLiberal(Readings readings) {
    return wildcard
        ? readings.wildcardDepth() == Readings.WildcardDepth.ALL_SUBDOMAINS
        : readings.wildcardCertificate() == Readings.WildcardCertificate.COVERS_HOST;
  }

  /** The value as the cmdlets write it. */
  @Override
  public String toString() {
    return wildcard ? PREFIX + domain : domain.toString();
  }
}
