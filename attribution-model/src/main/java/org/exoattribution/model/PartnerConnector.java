package org.exoattribution.model;

import java.util.Optional;

/**
 * An inbound connector of type Partner: conditions that a tenant sets on mail it receives from
 * certain sender domains. Mail that comes through it is Incoming, and may be rejected by it (IN-4,
 * IN-6).
 */
public final class PartnerConnector extends InboundConnector {
  private PartnerConnector(Builder<PartnerConnector> builder) {
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

  /**
   * A connector of this name with every property at its default. What it restricts to must be there
   * (CON-5), and TreatMessagesAsInternal is not for it (CON-6).
   */
  public static Builder<PartnerConnector> builder(String name) {
    return new Builder<>(PartnerConnector::new, name);
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
  public Builder<PartnerConnector> toBuilder() {
    return new Builder<>(PartnerConnector::new, this);
  }
}
