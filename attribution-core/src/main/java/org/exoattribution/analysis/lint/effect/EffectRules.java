package org.exoattribution.analysis.lint.effect;

import java.util.List;
import org.exoattribution.analysis.lint.world.LintCheck;

/** The rules of this room. */
public final class EffectRules {
  /** Those about connectors of both types first, then those about one, then about the tenant. */
  public static final List<LintCheck> ALL =
      List.of(
          new ConnectorShadowed(),
          new ConnectorUnmatchable(),
          new ConnectorDisabled(),
          new ConnectorNeverEnabled(),
          new SenderDomainsTooLong(),
          new AssociatedDomainNotAccepted(),
          new AssociatedDomainsOverlap(),
          new OnPremisesExpectedToReject(),
          new RestrictionWithoutValues(),
          new PartnerInsteadOfOnPremises(),
          new PartnerWithoutSenderDomains(),
          new PartnerRequiresTlsOfAddresses(),
          new PartnerRefusesHybridMail(),
          new RestrictionNeverMet(),
          new RestrictionToOneVendor(),
          new EnhancedFilteringAbsent(),
          new PartnerLosesByName(),
          new PartnerAddressesWithoutEffect(),
          new PartnerCertificateWithoutTls(),
          new PartnerRefusesPlaintext(),
          new DirectSendNotRejected(),
          new DirectSendWithoutConnector(),
          new DirectSendConnectorTied());

  private EffectRules() {}
}
