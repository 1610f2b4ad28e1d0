package org.exoattribution.analysis.lint.effect;

import java.util.function.Consumer;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintCheck;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.ReversePath;

/** RejectDirectSend is not true, and no Partner connector restricts a domain of the tenant. */
final class DirectSendNotRejected extends LintCheck {
  @Override
  public void check(LintedTenant tenant, Consumer<Fault> faults) {
    if (tenant.tenant().rejectDirectSend() || !tenant.tenant().mailEnabled()) {
      return;
    }
    tenant.tenant().acceptedDomains().stream()
        .map(AcceptedDomain::domainName)
        .filter(domain -> isOpen(tenant, domain))
        .findFirst()
        .ifPresent(
            domain ->
                faults.accept(
                    atTenant(
                        "RejectDirectSend is not true, so mail that claims to be from "
                            + domain
                            + " is received from any address, signed in or not.",
                        "Set RejectDirectSend to true once every device that sends in the tenant's"
                            + " name has a connector.")));
  }

  private static boolean isOpen(LintedTenant tenant, DomainName domain) {
    return tenant.partners().stream()
        .noneMatch(each -> each.isRestricting() && each.covers(ReversePath.of(domain)));
  }
}
