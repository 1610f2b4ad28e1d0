package org.exoattribution.analysis.lint.effect;

import java.util.List;
import java.util.function.Consumer;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintCheck;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.SenderDomainPattern;

/** SenderDomains have, or exceed, the length that the service stores (CON-3). */
final class SenderDomainsTooLong extends LintCheck {
  /** In characters, by KB4014351. */
  private static final int LONGEST = 2_243;

  @Override
  public void check(LintedTenant tenant, Consumer<Fault> faults) {
    for (InboundConnector connector : tenant.tenant().inboundConnectors()) {
      int length = length(connector.senderDomains());
      if (length >= LONGEST) {
        report(
            faults,
            connector,
            "Its SenderDomains take "
                + length
                + " characters of the "
                + LONGEST
                + " that are stored, so that no further domain can be added.",
            "Move some of the domains to a second connector like it.");
      }
    }
  }

  /** As KB4014351 counts: each entry as an address space, and one more between two. */
  private static int length(List<SenderDomainPattern> entries) {
    return entries.stream().mapToInt(entry -> entry.addressSpace().length() + 1).sum() - 1;
  }
}
