package org.exoattribution.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One Microsoft 365 organization, as far as attribution sees it: the domains that it accepts and
 * its inbound connectors. The name is a label of the user's own choice that results carry.
 */
public final class Tenant {
  private final String name;
  private final @Nullable String tenantId;
  private final @Nullable Forest forest;
  private final boolean rejectDirectSend;
  private final boolean mailEnabled;
  private final List<AcceptedDomain> acceptedDomains;
  private final List<InboundConnector> inboundConnectors;

  private Tenant(Builder builder) {
    this.name = Names.requireName("tenant", builder.name);
    this.tenantId = builder.tenantId;
    this.forest = builder.forest;
    this.rejectDirectSend = builder.rejectDirectSend;
    this.mailEnabled = builder.mailEnabled;
    this.acceptedDomains = List.copyOf(builder.acceptedDomains);
    this.inboundConnectors = List.copyOf(builder.inboundConnectors);
    requireDistinctConnectors();
  }

  private void requireDistinctConnectors() {
    Map<String, String> names = new HashMap<>();
    for (InboundConnector connector : inboundConnectors) {
      String namesake = names.put(Names.key(connector.name()), connector.name());
      if (namesake != null) {
        throw InvalidValueException.because(
            RuleId.DIR_1,
            "tenant %s has two connectors named %s and %s:"
                + " expected distinct names, whatever their letter case",
            name,
            namesake,
            connector.name());
      }
    }
  }

  /** A tenant of this name without domains and connectors. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** The label in results, unique in a directory whatever its letter case (DIR-1). */
  public String name() {
    return name;
  }

  /** The organization's id; kept and shown. */
  public Optional<String> tenantId() {
    return Optional.ofNullable(tenantId);
  }

  /** The forest that holds it (FOR-1, FOR-2); empty if it is not known. */
  public Optional<Forest> forest() {
    return Optional.ofNullable(forest);
  }

  /** Whether it is known to be held by another forest than this one. */
  public boolean isOutside(Forest other) {
    return !Objects.requireNonNull(other, "other").equals(forest) && forest != null;
  }

  /** RejectDirectSend of the organization's configuration (IN-7). Default false. */
  public boolean rejectDirectSend() {
    return rejectDirectSend;
  }

  /** Whether it has a mail-enabled subscription (IN-2). Default true. */
  public boolean mailEnabled() {
    return mailEnabled;
  }

  /** The accepted domains, in the order given, which means nothing. */
  public List<AcceptedDomain> acceptedDomains() {
    return acceptedDomains;
  }

  /** The inbound connectors of both types, in the order given, which means nothing. */
  public List<InboundConnector> inboundConnectors() {
    return inboundConnectors;
  }

  /** The connector of a name, ignoring case. */
  public Optional<InboundConnector> inboundConnector(String connectorName) {
    String key = Names.key(connectorName);
    return inboundConnectors.stream().filter(c -> Names.key(c.name()).equals(key)).findFirst();
  }

  /** Whether exactly this domain is accepted; MatchSubDomains does not count here (CERT-3). */
  public boolean accepts(DomainName domain) {
    Objects.requireNonNull(domain, "domain");
    return acceptedDomains.stream().anyMatch(a -> a.domainName().equals(domain));
  }

  /** Whether one of its accepted domains owns the TlsSenderCertificateName (CERT-3). */
  public boolean owns(CertificateNamePattern certificateName) {
    for (AcceptedDomain accepted : acceptedDomains) {
      if (accepted.owns(certificateName)) {
        return true;
      }
    }
    return false;
  }

  /**
   * How many labels the longest of its accepted domains has that is the name or a parent of it; 0
   * if none is. The last key of CERT-4, where a presented {@code *.contoso.com} is contoso.com.
   */
  public int acceptedLabels(DomainName name) {
    int most = 0;
    for (AcceptedDomain accepted : acceptedDomains) {
      DomainName domain = accepted.domainName();
      if (name.equals(domain) || name.isBelow(domain)) {
        most = Math.max(most, domain.labelCount());
      }
    }
    return most;
  }

  /** A copy with the connector in place of the one of the same name, or added. */
  public Tenant withInboundConnector(InboundConnector connector) {
    Builder copy = toBuilder();
    String key = Names.key(connector.name());
    int index = 0;
    while (index < inboundConnectors.size()
        && !Names.key(inboundConnectors.get(index).name()).equals(key)) {
      index++;
    }
    if (index < inboundConnectors.size()) {
      copy.inboundConnectors.set(index, connector);
    } else {
      copy.inboundConnectors.add(Objects.requireNonNull(connector, "connector"));
    }
    return copy.build();
  }

  /** A builder that holds this tenant's properties. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tenant tenant
        && name.equals(tenant.name)
        && Objects.equals(tenantId, tenant.tenantId)
        && Objects.equals(forest, tenant.forest)
        && rejectDirectSend == tenant.rejectDirectSend
        && mailEnabled == tenant.mailEnabled
        && acceptedDomains.equals(tenant.acceptedDomains)
        && inboundConnectors.equals(tenant.inboundConnectors);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return "tenant " + name;
  }

  /** Builds tenants. */
  public static final class Builder {
    private final String name;
    private @Nullable String tenantId;
    private @Nullable Forest forest;
    private boolean rejectDirectSend;
    private boolean mailEnabled = true;
    private final List<AcceptedDomain> acceptedDomains;
    private final List<InboundConnector> inboundConnectors;

    private Builder(String name) {
      this.name = Objects.requireNonNull(name, "name");
      this.acceptedDomains = new ArrayList<>();
      this.inboundConnectors = new ArrayList<>();
    }

    private Builder(Tenant from) {
      this.name = from.name;
      this.tenantId = from.tenantId;
      this.forest = from.forest;
      this.rejectDirectSend = from.rejectDirectSend;
      this.mailEnabled = from.mailEnabled;
      this.acceptedDomains = new ArrayList<>(from.acceptedDomains);
      this.inboundConnectors = new ArrayList<>(from.inboundConnectors);
    }

    /** Default none. */
    public Builder tenantId(String value) {
      tenantId = Objects.requireNonNull(value, "tenantId");
      return this;
    }

    /**
     * Default unknown.
     *
     * @throws InvalidValueException if it is not the name of a forest
     */
    public Builder forest(String value) {
      return forest(Forest.parse(value));
    }

    /** Default unknown. */
    public Builder forest(Forest value) {
      forest = Objects.requireNonNull(value, "forest");
      return this;
    }

    /** Default false. */
    public Builder rejectDirectSend(boolean value) {
      rejectDirectSend = value;
      return this;
    }

    /** Default true. */
    public Builder mailEnabled(boolean value) {
      mailEnabled = value;
      return this;
    }

    /**
     * Adds authoritative domains.
     *
     * @throws InvalidValueException if one is not a domain name (DOM-1)
     */
    public Builder acceptedDomains(String... domainNames) {
      for (String domainName : Objects.requireNonNull(domainNames, "domainNames")) {
        acceptedDomain(AcceptedDomain.parse(domainName));
      }
      return this;
    }

    /** Adds an accepted domain. */
    public Builder acceptedDomain(AcceptedDomain domain) {
      acceptedDomains.add(Objects.requireNonNull(domain, "domain"));
      return this;
    }

    /** Takes every accepted domain away. */
    public Builder clearAcceptedDomains() {
      acceptedDomains.clear();
      return this;
    }

    /** Adds an inbound connector. */
    public Builder inboundConnector(InboundConnector connector) {
      inboundConnectors.add(Objects.requireNonNull(connector, "connector"));
      return this;
    }

    /** Takes every inbound connector away. */
    public Builder clearInboundConnectors() {
      inboundConnectors.clear();
      return this;
    }

    /**
     * Builds it, if its properties go together.
     *
     * @throws InvalidValueException if the name is blank or two connectors share a name (DIR-1)
     */
    public Tenant build() {
      return new Tenant(this);
    }
  }
}
