package org.exoattribution.analysis.lint;

import java.util.List;
import java.util.function.Consumer;
import org.exoattribution.analysis.lint.LintRule.Severity;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;

/**
 * A restricting Partner connector covers the tenant's own senders, and an OnPremises connector has
 * no addresses beside its certificate. WARNING, for the day the certificate expires.
 */
final class PartnerRefusesHybridMail implements LintCheck {
  private static final LintRule RULE =
      new LintRule(
          "PARTNER_REFUSES_HYBRID_MAIL",
          Severity.WARNING,
          "a restricting Partner connector would refuse the tenant's own mail without certificate",
          """
          A server of the tenant is known by certificate alone. The day the certificate expires,
          its mail is no longer Originating, the Partner connector is asked, and refuses it with
          5.7.51 instead of receiving it anonymously.
          """,
          "Watch the certificate's expiry, or let the server's addresses meet the restriction too.",
          "IN-4, Microsoft Japan support on TLS certificates (2025)");

  @Override
  public LintRule rule() {
    return RULE;
  }

  @Override
  public void check(LintedTenant tenant, Consumer<LintFinding> findings) {
    List<String> byCertificateAlone =
        tenant.onPremises().stream()
            .filter(connector -> connector.senderIpAddresses().isEmpty())
            .map(OnPremisesConnector::name)
            .map(Phrases::quoted)
            .toList();
    if (byCertificateAlone.isEmpty()) {
      return;
    }
    for (PartnerConnector connector : tenant.partners()) {
      if (connector.isRestricting()) {
        tenant
            .ownSenderOf(connector)
            .ifPresent(
                domain ->
                    findings.accept(
                        at(
                            tenant,
                            connector,
                            "It would refuse mail from "
                                + domain
                                + " through "
                                + Phrases.some(byCertificateAlone)
                                + " as soon as the server's certificate is not accepted.",
                            "Watch the certificate's expiry, or let the restriction be met by the"
                                + " server's addresses too.")));
      }
    }
  }
}
