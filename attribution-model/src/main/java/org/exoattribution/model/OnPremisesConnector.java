package org.exoattribution.model;

/**
 * An inbound connector of type OnPremises: it names servers of the tenant's own environment, by
 * certificate or by address. Mail that comes through it is Originating. It never rejects what does
 * not match it (IN-8); RequireTls, Restrict* and SenderDomains are kept but do nothing (CON-7).
 */
public final class OnPremisesConnector extends InboundConnector {
  private OnPremisesConnector(Builder<OnPremisesConnector> builder) {
    super(builder);
    if (tlsSenderCertificateName().isEmpty() && senderIpAddresses().isEmpty()) {
      throw refused(
          "of type OnPremises could match nothing",
          "SenderIPAddresses or TlsSenderCertificateName",
          RuleId.CON_4);
    }
    if (treatMessagesAsInternal() && cloudServicesMailEnabled()) {
      throw refused(
          "has both TreatMessagesAsInternal and CloudServicesMailEnabled true",
          "at most one of them",
          RuleId.CON_6);
    }
  }

  /**
   * A connector of this name with every property at its default. It needs an address or a
   * certificate name (CON-4), and its mail is not both internal and hybrid (CON-6).
   */
  public static Builder<OnPremisesConnector> builder(String name) {
    return new Builder<>(OnPremisesConnector::new, name);
  }

  @Override
  public String connectorType() {
    return "OnPremises";
  }

  @Override
  public Builder<OnPremisesConnector> toBuilder() {
    return new Builder<>(OnPremisesConnector::new, this);
  }
}
