package org.exoattribution.analysis.lint.identity;

import java.util.List;
import java.util.function.Consumer;
import org.exoattribution.analysis.lint.world.AddressUse;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintCheck;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.analysis.lint.world.Phrases;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Readings.RecipientOnlyIpMatch;
import org.exoattribution.model.SenderIpRange;

/**
 * SenderIPAddresses of OnPremises connectors of several tenants overlap. ERROR, because the
 * envelope decides whose mail it is today.
 */
final class AddressShared extends LintCheck {
  @Override
  public void check(LintedTenant tenant, Consumer<Fault> faults) {
    for (OnPremisesConnector connector : tenant.onPremises()) {
      for (SenderIpRange range : connector.senderIpAddresses()) {
        List<AddressUse> others =
            tenant.world().addresses().ofOthersOverlapping(range, tenant.name());
        if (!others.isEmpty()) {
          report(
              faults,
              connector,
              range
                  + " is shared with "
                  + Phrases.some(others)
                  + ", so the "
                  + decidingDomain(tenant)
                  + " domain decides whose mail it is, and what neither of them owns is"
                  + " refused.",
              "Let the gateway present a certificate of its own for each tenant, and name that"
                  + " instead of the address.");
          break; // one finding a connector: the others say the same
        }
      }
    }
  }

  private static String decidingDomain(LintedTenant tenant) {
    return tenant.world().readings().recipientOnlyIpMatch() == RecipientOnlyIpMatch.INCOMING
        ? "sender"
        : "sender or recipient";
  }
}
