package org.exoattribution.analysis.lint.identity;

import java.util.Optional;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.OnPremisesConnector;

/** The certificate domain of an OnPremises connector is, or lies below, a domain of another. */
final class CertificateNameOfAnotherTenant extends CertificateNameCheck {
  @Override
  Optional<Fault> finding(
      LintedTenant tenant, OnPremisesConnector connector, CertificateNamePattern name) {
    return isUnowned(tenant, connector, name)
        ? tenant
            .world()
            .nearestAccepterOf(name.domain())
            .filter(holder -> !holder.equals(tenant.name()))
            .map(
                holder ->
                    at(
                        connector,
                        name.domain()
                            + " belongs to "
                            + holder
                            + ", so its servers are taken for those of "
                            + tenant.name()
                            + " where the sender or recipient allows it, and forwarded mail and"
                            + " bounces to the outside are refused.",
                        "Present a certificate of a domain that "
                            + tenant.name()
                            + " accepts, and name that."))
        : Optional.empty();
  }
}
