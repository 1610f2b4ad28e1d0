package org.exoattribution.analysis.lint.identity;

import java.util.Optional;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.OnPremisesConnector;

/**
 * The certificate domain of an OnPremises connector is not owned, and no tenant accepts it or a
 * parent of it, such as a name that a provider gives to each of its customers.
 */
final class CertificateDomainNotAccepted extends CertificateNameCheck {
  @Override
  Optional<Fault> finding(
      LintedTenant tenant, OnPremisesConnector connector, CertificateNamePattern name) {
    if (!isUnowned(tenant, connector, name)
        || tenant.world().nearestAccepterOf(name.domain()).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        at(
            connector,
            "Neither "
                + tenant.name()
                + " nor another tenant accepts "
                + name.domain()
                + ", so mail with this certificate is attributed by its sender or recipient, and"
                + " forwarded mail and bounces to the outside are refused.",
            "Add "
                + name.domain()
                + " to the accepted domains if it is "
                + tenant.name()
                + "'s; of a provider, ask for a certificate with a name of "
                + tenant.name()
                + "."));
  }
}
