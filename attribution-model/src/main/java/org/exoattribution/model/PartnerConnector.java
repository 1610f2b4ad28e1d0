package org.exoattribution.model;

import java.util.Optional;
import java.util.function.Function;

/**
 * An inbound connector of type Partner: conditions that a tenant sets on mail it receives from
 * certain sender domains. Mail that comes through it is Incoming, and may be rejected by it (IN-4,
 * IN-6).
 */
public final class PartnerConnector extends InboundConnector {
  private PartnerConnector(Builder builder) {
    super(builder);
    if (restrictDomainsToIpAddresses() && senderIpAddresses().isEmpty()) {
      throw refused(
          "has RestrictDomainsToIPAddresses true but no SenderIPAddresses",
          "the addresses to restrict to",
          RuleId.CON_5);
    }
    if (restrictDomainsToCertificate() && tlsSenderCertificateName().isEmpty()) {
      throw refused(
          "has RestrictDomainsToCertificate true but no TlsSenderCertificateName",
          "the certificate name to restrict to",
          RuleId.CON_5);
    }
    if (treatMessagesAsInternal()) {
      throw refused(
          "of type Partner has TreatMessagesAsInternal true",
          "it on OnPremises connectors only",
          RuleId.CON_6);
    }
  }

  /** A connector of this name with every property at its default. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** Whether it refuses senders that meet neither condition: one of Restrict* is true (IN-4). */
  public boolean isRestricting() {
    return restrictDomainsToCertificate() || restrictDomainsToIpAddresses();
  }

  /** Whether its SenderDomains cover the sender, so that it takes part (IN-3). */
  public boolean covers(ReversePath mailFrom) {
    return entryFor(mailFrom).isPresent();
  }

  /** The most specific entry of SenderDomains that covers the sender (IN-5). */
  public Optional<SenderDomainPattern> entryFor(ReversePath mailFrom) {
    SenderDomainPattern best = null;
    for (SenderDomainPattern entry : senderDomains()) {
      if (entry.covers(mailFrom) && (best == null || entry.specificity() > best.specificity())) {
        best = entry;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Whether both Restrict* are true, which reading partnerBoth is about. */
  public boolean restrictsToBoth() {
    return restrictDomainsToCertificate() && restrictDomainsToIpAddresses();
  }

  @Override
  public String connectorType() {
    return "Partner";
  }

  @Override
  public <T> T fold(
      Function<? super OnPremisesConnector, ? extends T> onPremises,
      Function<? super PartnerConnector, ? extends T> partner) {
    return partner.apply(this);
  }

  @Override
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Builds Partner connectors. */
  public static final class Builder extends InboundConnector.Builder<Builder> {
    private Builder(String name) {
      super(name);
    }

    private Builder(PartnerConnector from) {
      super(from);
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * Builds it, if its properties go together.
     *
     * @throws InvalidValueException if it restricts to nothing (CON-5) or has
     *     TreatMessagesAsInternal (CON-6)
     */
    @Override
    public PartnerConnector build() {
      return new PartnerConnector(this);
    }
  }
}
