package org.exoattribution.analysis.lint.identity;

import java.util.Optional;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.OnPremisesConnector;

/**
 * An OnPremises connector names a whole domain that its tenant owns. WARNING, because it takes a
 * gateway in that domain that relays mail of others.
 */
final class WildcardCapturesEveryHost extends CertificateNameCheck {
  @Override
  Optional<Fault> finding(
      LintedTenant tenant, OnPremisesConnector connector, CertificateNamePattern name) {
    return name.wildcard() && tenant.owns(name)
        ? Optional.of(
            at(
                connector,
                "Whatever a host with a certificate of "
                    + name
                    + " relays, whoever's mail it is, is attributed to "
                    + tenant.name()
                    + ".",
                "Name the one host that sends for "
                    + tenant.name()
                    + ", and accept exactly that name."))
        : Optional.empty();
  }
}
