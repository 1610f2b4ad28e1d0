package org.exoattribution.analysis.lint.identity;

import java.util.List;
import java.util.function.Consumer;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintCheck;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.analysis.lint.world.Phrases;
import org.exoattribution.analysis.lint.world.ReservedNetwork;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.SenderIpRange;

/**
 * SenderIPAddresses of a connector of either type lie in a network that is not public. WARNING,
 * because what was meant is missing.
 */
final class AddressNotPublic extends LintCheck {
  @Override
  public void check(LintedTenant tenant, Consumer<Fault> faults) {
    for (InboundConnector connector : tenant.tenant().inboundConnectors()) {
      List<String> unusable =
          connector.senderIpAddresses().stream()
              .flatMap(range -> described(range).stream())
              .toList();
      if (connector.enabled() && !unusable.isEmpty()) {
        report(
            faults,
            connector,
            "No connection comes from " + Phrases.some(unusable) + ".",
            "List the public addresses from which the servers reach the Internet.");
      }
    }
  }

  private static List<String> described(SenderIpRange range) {
    return ReservedNetwork.of(range).map(network -> range + " (" + network + ")").stream().toList();
  }
}
