package org.exoattribution.analysis.lint.effect;

import java.util.function.Consumer;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintCheck;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.model.PartnerConnector;

/** A Partner connector names a certificate, and neither restricts to it nor requires TLS. */
final class PartnerCertificateWithoutTls extends LintCheck {
  @Override
  public void check(LintedTenant tenant, Consumer<Fault> faults) {
    for (PartnerConnector connector : tenant.partners()) {
      if (!connector.requireTls() && !connector.restrictDomainsToCertificate()) {
        connector
            .tlsSenderCertificateName()
            .ifPresent(
                name ->
                    report(
                        faults,
                        connector,
                        "It names the certificate "
                            + name
                            + " and refuses neither plaintext sessions nor other certificates.",
                        "Set RequireTls and RestrictDomainsToCertificate to true, or remove the"
                            + " name."));
      }
    }
  }
}
