package org.exoattribution.model;

import java.util.function.Function;

/**
 * An inbound connector of type OnPremises: it names servers of the tenant's own environment, by
 * certificate or by address. Mail that comes through it is Originating. It never rejects what does
 * not match it (IN-8); RequireTls, Restrict* and SenderDomains are kept but do nothing (CON-7).
 */
public final class OnPremisesConnector extends InboundConnector {
  private OnPremisesConnector(Builder builder) {
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

  /** A connector of this name with every property at its default. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  @Override
  public String connectorType() {
    return "OnPremises";
  }

  @Override
  public <T> T fold(
      Function<? super OnPremisesConnector, ? extends T> onPremises,
      Function<? super PartnerConnector, ? extends T> partner) {
    return onPremises.apply(this);
  }

  @Override
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Builds OnPremises connectors; it needs an address or a certificate name (CON-4). */
  public static final class Builder extends InboundConnector.Builder<Builder> {
    private Builder(String name) {
      super(name);
    }

    private Builder(OnPremisesConnector from) {
      super(from);
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * Builds it, if its properties go together.
     *
     * @throws InvalidValueException if it could match nothing (CON-4), or says that its mail is
     *     both internal and hybrid (CON-6)
     */
    @Override
    public OnPremisesConnector build() {
      return new OnPremisesConnector(this);
    }
  }
}
