package org.exoattribution.model;

/**
 * A TlsSenderCertificateName: a host name, or {@code *.} and a domain, which means the domain and
 * all its subdomains (CON-2). How it matches the names of a certificate is rule NAME-1.
 *
 * @param domain the value without {@code *.}
 * @param wildcard whether the value begins with {@code *.}
 */
public record CertificateNamePattern(DomainName domain, boolean wildcard) {
  private static final String PREFIX = "*.";

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

  /** The value as the cmdlets write it. */
  @Override
  public String toString() {
    return wildcard ? PREFIX + domain : domain.toString();
  }
}
