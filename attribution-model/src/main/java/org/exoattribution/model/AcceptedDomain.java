package org.exoattribution.model;

import java.util.Objects;

/**
 * An SMTP domain that a tenant accepts. Accepting a domain makes the tenant its owner; with
 * MatchSubDomains it owns the subdomains too, unless another tenant accepts one of them (DOM-2).
 *
 * @param domainName the domain
 * @param domainType DomainType; kept and shown, it plays no part in attribution
 * @param matchSubDomains MatchSubDomains; counts for MAIL FROM and RCPT TO, not for certificate
 *     domains (CERT-3)
 */
public record AcceptedDomain(
    DomainName domainName, DomainType domainType, boolean matchSubDomains) {

  /** Refuses null. */
  public AcceptedDomain {
    Objects.requireNonNull(domainName, "domainName");
    Objects.requireNonNull(domainType, "domainType");
  }

  /** What the service does with recipients that it does not know. */
  public enum DomainType {
    AUTHORITATIVE("Authoritative"),
    INTERNAL_RELAY("InternalRelay"),
    EXTERNAL_RELAY("ExternalRelay");

    private final String property;

    DomainType(String property) {
      this.property = property;
    }

    /** The value as the cmdlets write it. */
    public String property() {
      return property;
    }

    /**
     * Reads the value from its text form.
     *
     * @throws InvalidValueException if it is none of the three values, ignoring case
     */
    public static DomainType parse(String text) {
      for (DomainType type : values()) {
        if (type.property.equalsIgnoreCase(text)) {
          return type;
        }
      }
      throw InvalidValueException.notA(
          "a DomainType", text, "Authoritative, InternalRelay or ExternalRelay");
    }
  }

  /** An authoritative domain without its subdomains, which is the service's default. */
  public static AcceptedDomain of(DomainName domainName) {
    return new AcceptedDomain(domainName, DomainType.AUTHORITATIVE, false);
  }

  /**
   * An authoritative domain without its subdomains.
   *
   * @throws InvalidValueException if the text is not a domain name (DOM-1)
   */
  public static AcceptedDomain parse(String domainName) {
    return of(DomainName.parse(domainName));
  }

  /**
   * Whether accepting this domain makes the tenant own the TlsSenderCertificateName (CERT-3): it is
   * exactly the name's domain or, if the name is a wildcard, below it. A host name is not owned by
   * accepting its parent, and MatchSubDomains does not count.
   */
  public boolean owns(CertificateNamePattern certificateName) {
    return domainName.equals(certificateName.domain())
        || (certificateName.wildcard() && domainName.isBelow(certificateName.domain()));
  }

  /** The same domain with MatchSubDomains as given. */
  public AcceptedDomain withMatchSubDomains(boolean value) {
    return new AcceptedDomain(domainName, domainType, value);
  }

  /** The same domain with DomainType as given. */
  public AcceptedDomain withDomainType(DomainType value) {
    return new AcceptedDomain(domainName, value, matchSubDomains);
  }
}
