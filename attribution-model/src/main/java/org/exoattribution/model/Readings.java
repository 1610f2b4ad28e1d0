package org.exoattribution.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How the engine answers the questions on which the sources disagree. The first value of each
 * enumeration is the default. Immutable: begin with {@link #defaults} and change what differs, as
 * in {@code defaults().with(Revocation.NOT_CHECKED)}.
 */
public final class Readings {
  private static final int BITS_PER_READING = 2;
  private static final int ONE_READING = (1 << BITS_PER_READING) - 1;

  private static final Readings DEFAULTS = new Readings(0);

  /** The places of the values in their enumerations, one after the other. */
  private final int places;

  private Readings(int places) {
    this.places = places;
  }

  /** The default of every reading. */
  public static Readings defaults() {
    return DEFAULTS;
  }

  /** A builder that holds the default of every reading. */
  public static Builder builder() {
    return DEFAULTS.toBuilder();
  }

  /** A builder that holds these values. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** How deep {@code *.contoso.com} reaches (NAME-1). */
  public WildcardDepth wildcardDepth() {
    return (WildcardDepth) get(Reading.WILDCARD_DEPTH);
  }

  /** Whether a wildcard certificate matches a host name (NAME-1). */
  public WildcardCertificate wildcardCertificate() {
    return (WildcardCertificate) get(Reading.WILDCARD_CERTIFICATE);
  }

  /** What happens to a certificate that is not accepted (PKI-8). */
  public BadCertificate badCertificate() {
    return (BadCertificate) get(Reading.BAD_CERTIFICATE);
  }

  /** What must be known about revocation (PKI-5). */
  public Revocation revocation() {
    return (Revocation) get(Reading.REVOCATION);
  }

  /** Who may have issued the certificate (PKI-3, PKI-4). */
  public CertificateTrust certificateTrust() {
    return (CertificateTrust) get(Reading.CERTIFICATE_TRUST);
  }

  /** Which extended key usage is accepted (PKI-6). */
  public KeyUsage keyUsage() {
    return (KeyUsage) get(Reading.KEY_USAGE);
  }

  /** What IP-3 yields. */
  public RecipientOnlyIpMatch recipientOnlyIpMatch() {
    return (RecipientOnlyIpMatch) get(Reading.RECIPIENT_ONLY_IP_MATCH);
  }

  /** To which domain AssociatedAcceptedDomains apply (CON-9). */
  public AssociatedDomains associatedDomains() {
    return (AssociatedDomains) get(Reading.ASSOCIATED_DOMAINS);
  }

  /** When a Partner connector's addresses count (IN-5). */
  public PartnerAddresses partnerAddresses() {
    return (PartnerAddresses) get(Reading.PARTNER_ADDRESSES);
  }

  /** What a Partner connector with both restrictions asks for (IN-4). */
  public PartnerBoth partnerBoth() {
    return (PartnerBoth) get(Reading.PARTNER_BOTH);
  }

  /** When the 5.7.64 replies come. */
  public RelayRefusal relayRefusal() {
    return (RelayRefusal) get(Reading.RELAY_REFUSAL);
  }

  /** The value of a reading. */
  public Value get(Reading reading) {
    return reading.choices().get((places >>> shift(reading)) & ONE_READING);
  }

  @SuppressWarnings("EnumOrdinal") // nothing outside sees the bits
  private static int shift(Reading reading) {
    return BITS_PER_READING * reading.ordinal();
  }

  /** A copy with this value; its type says of which reading. */
  public Readings with(Value value) {
    Reading reading = value.reading();
    int others = places & ~(ONE_READING << shift(reading));
    return new Readings(others | reading.choices().indexOf(value) << shift(reading));
  }

  /**
   * A copy with another value of one reading, given by their names, such as {@code wildcardDepth}
   * and {@code SINGLE_LABEL}, ignoring case.
   *
   * @throws InvalidValueException if there is no such reading or value
   */
  public Readings with(String key, String value) {
    List<String> keys = new ArrayList<>();
    for (Reading reading : Reading.values()) {
      if (reading.key().equalsIgnoreCase(key)) {
        return with(reading.choice(value));
      }
      keys.add(reading.key());
    }
    throw InvalidValueException.notA("a reading", key, String.join(", ", keys));
  }

  /** The values that a reading can have, the default first. */
  public static List<String> valuesOf(Reading reading) {
    return reading.choices().stream().map(Value::name).toList();
  }

  /** The same readings with each other value of the one given. */
  public List<Readings> alternatives(Reading reading) {
    List<Readings> alternatives = new ArrayList<>();
    for (Value value : reading.choices()) {
      if (value != get(reading)) {
        alternatives.add(with(value));
      }
    }
    return alternatives;
  }

  /** The readings whose values here and there differ. */
  public ReadingSet differingFrom(Readings other) {
    ReadingSet differing = ReadingSet.NONE;
    for (Reading reading : Reading.values()) {
      differing = get(reading) == other.get(reading) ? differing : differing.and(reading);
    }
    return differing;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Readings readings && places == readings.places;
  }

  @Override
  public int hashCode() {
    return places;
  }

  /** The readings that are not at their defaults, such as {@code {keyUsage=ANY}}. */
  @Override
  public String toString() {
    Map<Reading, Value> changed = new EnumMap<>(Reading.class);
    differingFrom(DEFAULTS).forEach(reading -> changed.put(reading, get(reading)));
    return changed.toString();
  }

  /** Builds readings. */
  public static final class Builder {
    private Readings readings;

    private Builder(Readings from) {
      this.readings = from;
    }

    /** Sets the reading that the value belongs to. */
    public Builder set(Value value) {
      readings = readings.with(value);
      return this;
    }

    /** The readings as set. */
    public Readings build() {
      return readings;
    }
  }

  /** A value of one of the readings. */
  public sealed interface Value {
    /** The name in scenario files and on the command line. */
    String name();

    /** The reading that it is a value of. */
    default Reading reading() {
      Reading[] readings = Reading.values();
      int place = 0;
      while (!readings[place].choices().contains(this)) {
        place++;
      }
      return readings[place];
    }
  }

  /** How deep a wildcard TlsSenderCertificateName reaches. */
  public enum WildcardDepth implements Value {
    /** The domain and all its subdomains, as the cmdlet reference says. */
    ALL_SUBDOMAINS,
    /** The domain, its wildcard and names one label below. */
    SINGLE_LABEL
  }

  /** Whether a presented wildcard name matches a host name in the connector. */
  public enum WildcardCertificate implements Value {
    /** It matches the hosts that it is valid for (RFC 9525). */
    COVERS_HOST,
    /** It matches only a connector that has the wildcard itself. */
    LITERAL
  }

  /** What happens when the presented certificate is not accepted. */
  public enum BadCertificate implements Value {
    /** As if none had been presented. */
    IGNORE,
    /** The session is refused with 454 4.7.0. */
    REFUSE
  }

  /** What must be known about revocation. */
  public enum Revocation implements Value {
    /** Known not to be revoked. */
    REQUIRE_STATUS,
    /** Not known to be revoked. */
    REJECT_REVOKED,
    /** Nothing. */
    NOT_CHECKED
  }

  /** Who may have issued the certificate. */
  public enum CertificateTrust implements Value {
    /** A path to a trust anchor is needed. */
    CA_SIGNED,
    /** Anybody; self-signed ones are matched by name too. */
    ANY
  }

  /** Which extended key usage is accepted. */
  public enum KeyUsage implements Value {
    /** None, anyExtendedKeyUsage, serverAuth or clientAuth. */
    TLS,
    /** None, anyExtendedKeyUsage or serverAuth. */
    SERVER_AUTH,
    /** Every one. */
    ANY
  }

  /** What a match by address and recipient alone yields. */
  public enum RecipientOnlyIpMatch implements Value {
    /** Originating, basis RCPT_TO. */
    ORIGINATING,
    /** Incoming to the same tenant, as if no OnPremises connector matched. */
    INCOMING
  }

  /** Which domain must be one of AssociatedAcceptedDomains. */
  public enum AssociatedDomains implements Value {
    /** That of MAIL FROM. */
    SENDER,
    /** That of RCPT TO. */
    RECIPIENT,
    /** One of both. */
    EITHER
  }

  /** When a Partner connector's SenderIPAddresses count in the choice of IN-5. */
  public enum PartnerAddresses implements Value {
    /** Only if RestrictDomainsToIPAddresses is true. */
    RESTRICTED_ONLY,
    /** Always. */
    ALWAYS
  }

  /** What a Partner connector with both Restrict* true asks for. */
  public enum PartnerBoth implements Value {
    /** The address and the certificate. */
    AND,
    /** One of them. */
    OR
  }

  /** When the two 5.7.64 replies come; it changes the reply's phase alone. */
  public enum RelayRefusal implements Value {
    /** At the end of DATA. */
    DATA,
    /** At RCPT TO. */
    RCPT
  }
}
