package org.exoattribution.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the engine answers the questions on which the sources disagree. The first value of each
 * enumeration is the default.
 *
 * @param wildcardDepth how deep {@code *.contoso.com} reaches (NAME-1)
 * @param wildcardCertificate whether a wildcard certificate matches a host name (NAME-1)
 * @param badCertificate what happens to a certificate that is not accepted (PKI-8)
 * @param revocation what must be known about revocation (PKI-5)
 * @param certificateTrust who may have issued the certificate (PKI-3, PKI-4)
 * @param keyUsage which extended key usage is accepted (PKI-6)
 * @param recipientOnlyIpMatch what IP-3 yields
 * @param associatedDomains to which domain AssociatedAcceptedDomains apply (CON-9)
 */
public record Readings(
    WildcardDepth wildcardDepth,
    WildcardCertificate wildcardCertificate,
    BadCertificate badCertificate,
    Revocation revocation,
    CertificateTrust certificateTrust,
    KeyUsage keyUsage,
    RecipientOnlyIpMatch recipientOnlyIpMatch,
    AssociatedDomains associatedDomains) {

  /** How deep a wildcard TlsSenderCertificateName reaches. */
  public enum WildcardDepth {
    /** The domain and all its subdomains, as the cmdlet reference says. */
    ALL_SUBDOMAINS,
    /** The domain, its wildcard and names one label below. */
    SINGLE_LABEL
  }

  /** Whether a presented wildcard name matches a host name in the connector. */
  public enum WildcardCertificate {
    /** It matches the hosts that it is valid for (RFC 9525). */
    COVERS_HOST,
    /** It matches only a connector that has the wildcard itself. */
    LITERAL
  }

  /** What happens when the presented certificate is not accepted. */
  public enum BadCertificate {
    /** As if none had been presented. */
    IGNORE,
    /** The session is refused with 454 4.7.0. */
    REFUSE
  }

  /** What must be known about revocation. */
  public enum Revocation {
    /** Known not to be revoked. */
    REQUIRE_STATUS,
    /** Not known to be revoked. */
    REJECT_REVOKED,
    /** Nothing. */
    NOT_CHECKED
  }

  /** Who may have issued the certificate. */
  public enum CertificateTrust {
    /** A path to a trust anchor is needed. */
    CA_SIGNED,
    /** Anybody; self-signed ones are matched by name too. */
    ANY
  }

  /** Which extended key usage is accepted. */
  public enum KeyUsage {
    /** None, anyExtendedKeyUsage, serverAuth or clientAuth. */
    TLS,
    /** None, anyExtendedKeyUsage or serverAuth. */
    SERVER_AUTH,
    /** Every one. */
    ANY
  }

  /** What a match by address and recipient alone yields. */
  public enum RecipientOnlyIpMatch {
    /** Originating, basis RCPT_TO. */
    ORIGINATING,
    /** Incoming to the same tenant, as if no OnPremises connector matched. */
    INCOMING
  }

  /** Which domain must be one of AssociatedAcceptedDomains. */
  public enum AssociatedDomains {
    /** That of MAIL FROM. */
    SENDER,
    /** That of RCPT TO. */
    RECIPIENT,
    /** One of both. */
    EITHER
  }

  private static final Readings DEFAULTS =
      new Readings(
          WildcardDepth.ALL_SUBDOMAINS,
          WildcardCertificate.COVERS_HOST,
          BadCertificate.IGNORE,
          Revocation.REQUIRE_STATUS,
          CertificateTrust.CA_SIGNED,
          KeyUsage.TLS,
          RecipientOnlyIpMatch.ORIGINATING,
          AssociatedDomains.SENDER);

  /** The default of every reading. */
  public static Readings defaults() {
    return DEFAULTS;
  }

  /** The values that a reading can have, the default first. */
  public static List<String> valuesOf(Reading reading) {
    return Arrays.stream(DEFAULTS.get(reading).getDeclaringClass().getEnumConstants())
        .map(value -> ((Enum<?>) value).name())
        .toList();
  }

  /** The value of a reading. */
  public Enum<?> get(Reading reading) {
    return switch (reading) {
      case WILDCARD_DEPTH -> wildcardDepth;
      case WILDCARD_CERTIFICATE -> wildcardCertificate;
      case BAD_CERTIFICATE -> badCertificate;
      case REVOCATION -> revocation;
      case CERTIFICATE_TRUST -> certificateTrust;
      case KEY_USAGE -> keyUsage;
      case RECIPIENT_ONLY_IP_MATCH -> recipientOnlyIpMatch;
      case ASSOCIATED_DOMAINS -> associatedDomains;
    };
  }

  /**
   * A copy with another value of one reading.
   *
   * @throws InvalidValueException if it is a value of another reading
   */
  public Readings with(Reading reading, Enum<?> value) {
    if (value.getDeclaringClass() != get(reading).getDeclaringClass()) {
      throw InvalidValueException.notA(
          "a value of reading " + reading.key(),
          value.name(),
          String.join(", ", valuesOf(reading)));
    }
    return new Readings(
        reading == Reading.WILDCARD_DEPTH ? (WildcardDepth) value : wildcardDepth,
        reading == Reading.WILDCARD_CERTIFICATE ? (WildcardCertificate) value : wildcardCertificate,
        reading == Reading.BAD_CERTIFICATE ? (BadCertificate) value : badCertificate,
        reading == Reading.REVOCATION ? (Revocation) value : revocation,
        reading == Reading.CERTIFICATE_TRUST ? (CertificateTrust) value : certificateTrust,
        reading == Reading.KEY_USAGE ? (KeyUsage) value : keyUsage,
        reading == Reading.RECIPIENT_ONLY_IP_MATCH
            ? (RecipientOnlyIpMatch) value
            : recipientOnlyIpMatch,
        reading == Reading.ASSOCIATED_DOMAINS ? (AssociatedDomains) value : associatedDomains);
  }

  /**
   * A copy with another value of one reading, given by their names, such as {@code wildcardDepth}
   * and {@code SINGLE_LABEL}, ignoring case.
   *
   * @throws InvalidValueException if there is no such reading or value
   */
  public Readings with(String key, String value) {
    for (Reading reading : Reading.values()) {
      if (reading.key().equalsIgnoreCase(key)) {
        for (Enum<?> candidate : DEFAULTS.get(reading).getDeclaringClass().getEnumConstants()) {
          if (candidate.name().equalsIgnoreCase(value)) {
            return with(reading, candidate);
          }
        }
        throw InvalidValueException.notA(
            "a value of reading " + reading.key(), value, String.join(", ", valuesOf(reading)));
      }
    }
    throw InvalidValueException.notA(
        "a reading",
        key,
        String.join(", ", Arrays.stream(Reading.values()).map(Reading::key).toList()));
  }

  /** Whether PKI-2 to PKI-7 come out alike under both, whatever the certificate. */
  public boolean judgeCertificatesAs(Readings other) {
    return revocation == other.revocation
        && certificateTrust == other.certificateTrust
        && keyUsage == other.keyUsage;
  }

  /** The same readings with each other value of the one given. */
  public List<Readings> alternatives(Reading reading) {
    List<Readings> alternatives = new ArrayList<>();
    for (Enum<?> value : get(reading).getDeclaringClass().getEnumConstants()) {
      if (value != get(reading)) {
        alternatives.add(with(reading, value));
      }
    }
    return alternatives;
  }
}
