package org.exoattribution.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An inbound connector of a tenant, with its properties as {@code Get-InboundConnector} names them.
 * An {@link OnPremisesConnector} says which servers belong to the tenant and makes their mail
 * Originating; a {@link PartnerConnector} sets conditions on mail that the tenant receives.
 */
public abstract sealed class InboundConnector permits OnPremisesConnector, PartnerConnector {
  /**
   * By name, whatever its letter case: of several connectors of a tenant that match equally well
   * the first wins (SEL-1). No two of a tenant are equal (DIR-1).
   */
  public static final Comparator<InboundConnector> BY_NAME =
      Comparator.comparing(connector -> Names.key(connector.name));

  private final String name;
  private final boolean enabled;
  private final @Nullable CertificateNamePattern tlsSenderCertificateName;
  private final List<SenderIpRange> senderIpAddresses;
  private final List<SenderDomainPattern> senderDomains;
  private final boolean requireTls;
  private final boolean restrictDomainsToCertificate;
  private final boolean restrictDomainsToIpAddresses;
  private final List<DomainName> associatedAcceptedDomains;
  private final boolean cloudServicesMailEnabled;
  private final boolean treatMessagesAsInternal;
  private final Map<String, String> otherProperties;

  InboundConnector(Builder<?> builder) {
    this.name = Names.requireName("connector", builder.name);
    this.enabled = builder.enabled;
    this.tlsSenderCertificateName = builder.tlsSenderCertificateName;
    this.senderIpAddresses = List.copyOf(builder.senderIpAddresses);
    this.senderDomains = List.copyOf(builder.senderDomains);
    this.requireTls = builder.requireTls;
    this.restrictDomainsToCertificate = builder.restrictDomainsToCertificate;
    this.restrictDomainsToIpAddresses = builder.restrictDomainsToIpAddresses;
    this.associatedAcceptedDomains = List.copyOf(builder.associatedAcceptedDomains);
    this.cloudServicesMailEnabled = builder.cloudServicesMailEnabled;
    this.treatMessagesAsInternal = builder.treatMessagesAsInternal;
    this.otherProperties =
        builder.otherProperties.isEmpty()
            ? Map.of()
            : Collections.unmodifiableMap(new TreeMap<>(builder.otherProperties));
  }

  InvalidValueException refused(String what, String expected, RuleId rule) {
    return InvalidValueException.because(
        rule, "connector %s " + what + ": expected " + expected, name);
  }

  /** The name, unique in the tenant whatever its letter case (DIR-1). */
  public String name() {
    return name;
  }

  /** {@code OnPremises} or {@code Partner}, as ConnectorType has it. */
  public abstract String connectorType();

  /** Whether the connector takes part at all (CON-8). Default true. */
  public boolean enabled() {
    return enabled;
  }

  /** TlsSenderCertificateName. */
  public Optional<CertificateNamePattern> tlsSenderCertificateName() {
    return Optional.ofNullable(tlsSenderCertificateName);
  }

  /** SenderIPAddresses. */
  public List<SenderIpRange> senderIpAddresses() {
    return senderIpAddresses;
  }

  /** SenderDomains; acts on Partner connectors only (CON-7). */
  public List<SenderDomainPattern> senderDomains() {
    return senderDomains;
  }

  /** RequireTls; acts on Partner connectors only (CON-7). Default true. */
  public boolean requireTls() {
    return requireTls;
  }

  /** RestrictDomainsToCertificate; acts on Partner connectors only (CON-7). Default false. */
  public boolean restrictDomainsToCertificate() {
    return restrictDomainsToCertificate;
  }

  /** RestrictDomainsToIPAddresses; acts on Partner connectors only (CON-7). Default false. */
  public boolean restrictDomainsToIpAddresses() {
    return restrictDomainsToIpAddresses;
  }

  /** AssociatedAcceptedDomains; if not empty, the connector applies to these alone (CON-9). */
  public List<DomainName> associatedAcceptedDomains() {
    return associatedAcceptedDomains;
  }

  /** CloudServicesMailEnabled; plays no part in attribution. Default false. */
  public boolean cloudServicesMailEnabled() {
    return cloudServicesMailEnabled;
  }

  /** TreatMessagesAsInternal; plays no part in attribution. Default false. */
  public boolean treatMessagesAsInternal() {
    return treatMessagesAsInternal;
  }

  /**
   * Properties outside the model, such as ClientHostNames and TrustedOrganizations, by their names:
   * kept and shown, never acted on.
   */
  public Map<String, String> otherProperties() {
    return otherProperties;
  }

  /**
   * The entry of SenderIPAddresses that contains the address; of several the one with the longest
   * prefix, by which connectors of a tenant are told apart (IP-1, SEL-1).
   */
  public Optional<SenderIpRange> rangeOf(IpAddress source) {
    SenderIpRange longest = null;
    for (SenderIpRange range : senderIpAddresses) {
      if (range.contains(source)
          && (longest == null || range.prefixLength() > longest.prefixLength())) {
        longest = range;
      }
    }
    return Optional.ofNullable(longest);
  }

  /** Whether one of the names of a certificate matches its TlsSenderCertificateName (NAME-1). */
  public boolean matches(List<PresentedName> names, Readings readings) {
    if (tlsSenderCertificateName != null) {
      for (PresentedName name : names) {
        if (tlsSenderCertificateName.matches(name, readings)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether it applies to mail between the two: it has no AssociatedAcceptedDomains, or they hold
   * the domain that the reading names (CON-9).
   */
  public boolean appliesTo(
      ReversePath mailFrom, ForwardPath rcptTo, Readings.AssociatedDomains reading) {
    if (associatedAcceptedDomains.isEmpty()) {
      return true;
    }
    boolean bySender = mailFrom.domain().filter(associatedAcceptedDomains::contains).isPresent();
    boolean byRecipient = associatedAcceptedDomains.contains(rcptTo.domain());
    return switch (reading) {
      case SENDER -> bySender;
      case RECIPIENT -> byRecipient;
      case EITHER -> bySender || byRecipient;
    };
  }

  /** Calls the function for the connector's type. */
  public <T> T fold(
      Function<? super OnPremisesConnector, ? extends T> onPremises,
      Function<? super PartnerConnector, ? extends T> partner) {
    return this instanceof OnPremisesConnector own
        ? onPremises.apply(own)
        : partner.apply((PartnerConnector) this);
  }

  /** A builder of the same type that holds this connector's properties. */
  public abstract Builder<? extends InboundConnector> toBuilder();

  /** The same connector, enabled or disabled. */
  public InboundConnector withEnabled(boolean nowEnabled) {
    return toBuilder().enabled(nowEnabled).build();
  }

  private List<Object> state() {
    return List.of(
        connectorType(),
        name,
        enabled,
        tlsSenderCertificateName(),
        senderIpAddresses,
        senderDomains,
        requireTls,
        restrictDomainsToCertificate,
        restrictDomainsToIpAddresses,
        associatedAcceptedDomains,
        cloudServicesMailEnabled,
        treatMessagesAsInternal,
        otherProperties);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof InboundConnector connector && state().equals(connector.state());
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(connectorType()).append(" connector ").append(name);
    if (!enabled) {
      text.append(", disabled");
    }
    if (tlsSenderCertificateName != null) {
      text.append(", TlsSenderCertificateName ").append(tlsSenderCertificateName);
    }
    if (!senderIpAddresses.isEmpty()) {
      text.append(", SenderIPAddresses ").append(senderIpAddresses);
    }
    return text.toString();
  }

  /**
   * Builds connectors of one type; the setters are named as the cmdlet parameters.
   *
   * @param <C> the type
   */
  public static final class Builder<C extends InboundConnector> {
    private final Function<Builder<C>, C> type;
    private final String name;
    private boolean enabled = true;
    private @Nullable CertificateNamePattern tlsSenderCertificateName;
    private List<SenderIpRange> senderIpAddresses = List.of();
    private List<SenderDomainPattern> senderDomains = List.of();
    private boolean requireTls = true;
    private boolean restrictDomainsToCertificate;
    private boolean restrictDomainsToIpAddresses;
    private List<DomainName> associatedAcceptedDomains = List.of();
    private boolean cloudServicesMailEnabled;
    private boolean treatMessagesAsInternal;
    private final Map<String, String> otherProperties = new TreeMap<>();

    Builder(Function<Builder<C>, C> type, String name) {
      this.type = type;
      this.name = Objects.requireNonNull(name, "name");
    }

    Builder(Function<Builder<C>, C> type, C connector) {
      InboundConnector from = connector; // whose properties are private to it
      this.type = type;
      this.name = from.name;
      this.enabled = from.enabled;
      this.tlsSenderCertificateName = from.tlsSenderCertificateName;
      this.senderIpAddresses = from.senderIpAddresses;
      this.senderDomains = from.senderDomains;
      this.requireTls = from.requireTls;
      this.restrictDomainsToCertificate = from.restrictDomainsToCertificate;
      this.restrictDomainsToIpAddresses = from.restrictDomainsToIpAddresses;
      this.associatedAcceptedDomains = from.associatedAcceptedDomains;
      this.cloudServicesMailEnabled = from.cloudServicesMailEnabled;
      this.treatMessagesAsInternal = from.treatMessagesAsInternal;
      this.otherProperties.putAll(from.otherProperties);
    }

    /**
     * The connector, if its properties go together.
     *
     * @throws InvalidValueException if they do not, by the rules of the type (CON-4, CON-5, CON-6)
     */
    public C build() {
      return type.apply(this);
    }

    /** Default true. */
    public Builder<C> enabled(boolean value) {
      enabled = value;
      return this;
    }

    /**
     * A domain or {@code *.} and a domain. Default none.
     *
     * @throws InvalidValueException if it is neither (CON-2)
     */
    public Builder<C> tlsSenderCertificateName(String value) {
      return tlsSenderCertificateName(CertificateNamePattern.parse(value));
    }

    /** Default none. */
    public Builder<C> tlsSenderCertificateName(CertificateNamePattern value) {
      tlsSenderCertificateName = Objects.requireNonNull(value, "tlsSenderCertificateName");
      return this;
    }

    /** Takes TlsSenderCertificateName away. */
    public Builder<C> withoutTlsSenderCertificateName() {
      tlsSenderCertificateName = null;
      return this;
    }

    /**
     * IPv4 addresses or CIDR blocks of /24 to /32. Default none.
     *
     * @throws InvalidValueException if one is not (CON-1)
     */
    public Builder<C> senderIpAddresses(String... values) {
      return senderIpAddresses(Names.parseAll(values, SenderIpRange::parse));
    }

    /** Default none. */
    public Builder<C> senderIpAddresses(List<SenderIpRange> values) {
      senderIpAddresses = new ArrayList<>(values);
      return this;
    }

    /**
     * Domains, {@code *.domain} or {@code *}, also as {@code smtp:*;1}. Default none, which covers
     * no sender.
     *
     * @throws InvalidValueException if one is not (CON-3)
     */
    public Builder<C> senderDomains(String... values) {
      return senderDomains(Names.parseAll(values, SenderDomainPattern::parse));
    }

    /** Default none, which covers no sender. */
    public Builder<C> senderDomains(List<SenderDomainPattern> values) {
      senderDomains = new ArrayList<>(values);
      return this;
    }

    /** Default true. */
    public Builder<C> requireTls(boolean value) {
      requireTls = value;
      return this;
    }

    /** Default false. */
    public Builder<C> restrictDomainsToCertificate(boolean value) {
      restrictDomainsToCertificate = value;
      return this;
    }

    /** Default false. */
    public Builder<C> restrictDomainsToIpAddresses(boolean value) {
      restrictDomainsToIpAddresses = value;
      return this;
    }

    /**
     * Default none: the connector applies to every domain.
     *
     * @throws InvalidValueException if one is not a domain name (DOM-1)
     */
    public Builder<C> associatedAcceptedDomains(String... values) {
      return associatedAcceptedDomains(Names.parseAll(values, DomainName::parse));
    }

    /** Default none: the connector applies to every domain. */
    public Builder<C> associatedAcceptedDomains(List<DomainName> values) {
      associatedAcceptedDomains = new ArrayList<>(values);
      return this;
    }

    /** Default false. */
    public Builder<C> cloudServicesMailEnabled(boolean value) {
      cloudServicesMailEnabled = value;
      return this;
    }

    /** Default false. */
    public Builder<C> treatMessagesAsInternal(boolean value) {
      treatMessagesAsInternal = value;
      return this;
    }

    /** A property outside the model, kept to be shown. */
    public Builder<C> otherProperty(String property, String value) {
      otherProperties.put(
          Objects.requireNonNull(property, "property"), Objects.requireNonNull(value, "value"));
      return this;
    }
  }
}
