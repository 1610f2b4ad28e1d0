package org.exoattribution.analysis.lint.identity;

import java.util.Optional;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.OnPremisesConnector;

/**
 * The certificate domain of an OnPremises connector is not owned, and no parent of it is accepted
 * either. ERROR, because mail is refused today.
 */
final class CertificateDomainNotAccepted extends CertificateNameCheck {
  CertificateDomainNotAccepted() {
    super("CERTIFICATE_DOMAIN_NOT_ACCEPTED");
  }

  @Override
  Optional<Fault> finding(
      LintedTenant tenant, OnPremisesConnector connector, CertificateNamePattern name) {
    if (tenant.owns(name) || tenant.acceptedAbove(name.domain()).isPresent()) {
      return Optional.empty();
    }
    String holder =
        tenant
            .world()
            .accepterOf(name.domain())
            .map(other -> " (" + other + " accepts it)")
            .orElse("");
    return Optional.of(
        at(
            connector,
            tenant.name()
                + " does not accept "
                + name.domain()
                + holder
                + ", so mail with this certificate is attributed by its sender or recipient, and"
                + " forwarded mail and bounces to the outside are refused.",
            "Present a certificate of a domain that "
                + tenant.name()
                + " accepts and name that, or add "
                + name.domain()
                + " to its accepted domains."));
  }
}
