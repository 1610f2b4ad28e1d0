package org.exoattribution.analysis.lint.effect;

import java.util.function.Consumer;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintCheck;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Readings;

/**
 * A Partner connector lists addresses and does not restrict to them (IN-5). With RejectDirectSend
 * they let devices in, so that nothing is said.
 */
final class PartnerAddressesWithoutEffect extends LintCheck {
  @Override
  public void check(LintedTenant tenant, Consumer<Fault> faults) {
    Readings readings = tenant.world().readings();
    if (tenant.tenant().rejectDirectSend()
        || readings.partnerAddresses() == Readings.PartnerAddresses.ALWAYS) {
      return;
    }
    for (PartnerConnector connector : tenant.partners()) {
      if (!connector.senderIpAddresses().isEmpty() && !connector.restrictDomainsToIpAddresses()) {
        report(
            faults,
            connector,
            "Its addresses do nothing, because RestrictDomainsToIPAddresses is false: mail from"
                + " every other address is treated alike.",
            "Set RestrictDomainsToIPAddresses to true if other addresses are to be refused, or"
                + " remove the addresses.");
      }
    }
  }
}
