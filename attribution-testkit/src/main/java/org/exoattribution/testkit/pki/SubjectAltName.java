package org.exoattribution.testkit.pki;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.x509.GeneralName;

/**
 * One entry of the subject alternative name extension (RFC 5280 4.2.1.6). Only {@code dNSName}
 * entries are names for attribution (PKI-7); the other kinds are here to be ignored.
 *
 * @param kind which kind of name
 * @param value its text, as it will stand in the certificate
 */
public record SubjectAltName(Kind kind, String value) {

  /** Refuses null. */
  public SubjectAltName {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(value, "value");
  }

  /** The kinds of names. */
  public enum Kind {
    /** A host or domain name, perhaps with a wildcard. */
    DNS_NAME(GeneralName.dNSName),
    /** A mail address. */
    RFC822_NAME(GeneralName.rfc822Name),
    /** An IPv4 or IPv6 address. */
    IP_ADDRESS(GeneralName.iPAddress),
    /** A URI. */
    URI(GeneralName.uniformResourceIdentifier),
    /** A distinguished name. */
    DIRECTORY_NAME(GeneralName.directoryName);

    private final int tag;

    Kind(int tag) {
      this.tag = tag;
    }
  }

  /** A {@code dNSName}; labels beyond ASCII become A-labels, all else stays as given. */
  public static SubjectAltName dns(String name) {
    return rawDns(isAscii(name) ? name : aLabels(name));
  }

  /**
   * A {@code dNSName} of exactly these characters, one byte each: for NUL, blanks, Latin-1 bytes
   * and whatever else does not belong into a name.
   */
  public static SubjectAltName rawDns(String characters) {
    return new SubjectAltName(Kind.DNS_NAME, characters);
  }

  /** An {@code rfc822Name}, such as {@code postmaster@contoso.com}. */
  public static SubjectAltName email(String address) {
    return new SubjectAltName(Kind.RFC822_NAME, address);
  }

  /** An {@code iPAddress}, such as {@code 192.0.2.1} or {@code 2001:db8::1}. */
  public static SubjectAltName ipAddress(String address) {
    return new SubjectAltName(Kind.IP_ADDRESS, address);
  }

  /** A {@code uniformResourceIdentifier}, such as {@code https://mail.contoso.com/}. */
  public static SubjectAltName uri(String uri) {
    return new SubjectAltName(Kind.URI, uri);
  }

  /** A {@code directoryName}, such as {@code CN=mail.contoso.com}. */
  public static SubjectAltName directoryName(String distinguishedName) {
    return new SubjectAltName(Kind.DIRECTORY_NAME, distinguishedName);
  }

  GeneralName toGeneralName() {
    switch (kind) {
      case IP_ADDRESS, DIRECTORY_NAME -> {
        try {
          return new GeneralName(kind.tag, value);
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(
              "\"" + value + "\" is no " + kind + " for a subject alternative name", e);
        }
      }
      default -> {
        byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
        if (!new String(bytes, StandardCharsets.ISO_8859_1).equals(value)) {
          throw new IllegalArgumentException(
              "\"" + value + "\" has characters above U+00FF; expected one byte a character");
        }
        return new GeneralName(kind.tag, new DERIA5String(value));
      }
    }
  }

  private static boolean isAscii(String name) {
    return name.chars().allMatch(c -> c < 0x80);
  }

  private static String aLabels(String name) {
    try {
      return IDN.toASCII(name);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "\"" + name + "\" has no form in A-labels; expected an internationalised domain name", e);
    }
  }
}
