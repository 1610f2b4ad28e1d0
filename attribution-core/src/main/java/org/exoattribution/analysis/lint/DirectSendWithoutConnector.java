package org.exoattribution.analysis.lint;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.exoattribution.analysis.LintFinding;
import org.exoattribution.analysis.LintRule;
import org.exoattribution.analysis.LintRule.Severity;
import org.exoattribution.model.InboundConnector;

/**
 * RejectDirectSend is true and no enabled connector has an address or a certificate name: every
 * device, application and service that sends in the tenant's name without signing in is refused
 * with 5.7.68. WARNING, because only the tenant knows whether there are any.
 */
final class DirectSendWithoutConnector implements LintCheck {
  private static final LintRule RULE =
      new LintRule(
          "DIRECT_SEND_WITHOUT_CONNECTOR",
          Severity.WARNING,
          "RejectDirectSend is true and no enabled connector lets a sender in",
          "IN-7, Set-OrganizationConfig");

  @Override
  public LintRule rule() {
    return RULE;
  }

  @Override
  public void check(LintedTenant tenant, Consumer<LintFinding> findings) {
    if (!tenant.tenant().rejectDirectSend()
        || tenant.tenant().acceptedDomains().isEmpty()
        || identifying(tenant).anyMatch(InboundConnector::enabled)) {
      return;
    }
    List<String> disabled = identifying(tenant).map(Phrases::quoted).toList();
    findings.accept(
        new LintFinding(
            RULE,
            tenant.name(),
            Optional.empty(),
            "RejectDirectSend is true and no enabled connector has an address or a certificate, so"
                + " every device or service that sends in the tenant's name without signing in is"
                + " refused"
                + (disabled.isEmpty()
                    ? "."
                    : ", also what comes from the servers of the disabled "
                        + Phrases.some(disabled)
                        + "."),
            "Add a connector for each such sender, if there are any."));
  }

  private static Stream<InboundConnector> identifying(LintedTenant tenant) {
    return tenant.tenant().inboundConnectors().stream()
        .filter(
            connector ->
                !connector.senderIpAddresses().isEmpty()
                    || connector.tlsSenderCertificateName().isPresent());
  }
}
