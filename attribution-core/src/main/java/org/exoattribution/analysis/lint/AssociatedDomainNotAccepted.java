package org.exoattribution.analysis.lint;

import java.util.List;
import java.util.function.Consumer;
import org.exoattribution.analysis.lint.LintRule.Severity;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;

/**
 * AssociatedAcceptedDomains of a connector of either type has a domain that its tenant does not
 * accept. WARNING, because mail that was to come through it is ignored.
 */
final class AssociatedDomainNotAccepted implements LintCheck {
  private static final LintRule RULE =
      new LintRule(
          "ASSOCIATED_DOMAIN_NOT_ACCEPTED",
          Severity.WARNING,
          "AssociatedAcceptedDomains names a domain that the tenant does not accept",
          """
          The connector applies only to mail of the domains listed, and these are not the
          tenant's, often because they were removed later. It ignores mail that was to come
          through it.
          """,
          "Take them off AssociatedAcceptedDomains, or accept them.",
          "CON-9, New-InboundConnector");

  @Override
  public LintRule rule() {
    return RULE;
  }

  @Override
  public void check(LintedTenant tenant, Consumer<LintFinding> findings) {
    for (InboundConnector connector : tenant.tenant().inboundConnectors()) {
      List<DomainName> strange =
          connector.associatedAcceptedDomains().stream()
              .filter(domain -> !tenant.accepts(domain))
              .toList();
      if (connector.enabled() && !strange.isEmpty()) {
        findings.accept(
            at(
                tenant,
                connector,
                "AssociatedAcceptedDomains limits it to domains that "
                    + tenant.name()
                    + " does not accept: "
                    + Phrases.some(strange)
                    + ".",
                "Take them off AssociatedAcceptedDomains, or accept them."));
      }
    }
  }
}
