package org.exoattribution.analysis.lint;

import java.util.List;
import java.util.function.Consumer;
import org.exoattribution.analysis.lint.LintRule.Severity;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.SenderIpRange;

/**
 * SenderIPAddresses of a connector of either type lie in a network that is not public. WARNING,
 * because what was meant is missing.
 */
final class AddressNotPublic implements LintCheck {
  private static final LintRule RULE =
      new LintRule(
          "ADDRESS_NOT_PUBLIC",
          Severity.WARNING,
          "a connector lists private or reserved addresses",
          """
          No connection over the Internet comes from such an address, which often is the server's
          own behind a translating router. The connector matches nothing by it, and what was meant
          is missing.
          """,
          "List the public addresses from which the servers reach the Internet.",
          "IP-1, RFC 1918, RFC 5737, RFC 6598, RFC 6890");

  @Override
  public LintRule rule() {
    return RULE;
  }

  @Override
  public void check(LintedTenant tenant, Consumer<LintFinding> findings) {
    for (InboundConnector connector : tenant.tenant().inboundConnectors()) {
      List<String> unusable =
          connector.senderIpAddresses().stream()
              .flatMap(range -> described(range).stream())
              .toList();
      if (connector.enabled() && !unusable.isEmpty()) {
        findings.accept(
            at(
                tenant,
                connector,
                "No connection comes from " + Phrases.some(unusable) + ".",
                "List the public addresses from which the servers reach the Internet."));
      }
    }
  }

  private static List<String> described(SenderIpRange range) {
    return ReservedNetwork.of(range).map(network -> range + " (" + network + ")").stream().toList();
  }
}
