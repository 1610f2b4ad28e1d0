package org.exoattribution.analysis.lint.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintWorld;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.analysis.lint.world.NameUse;
import org.exoattribution.analysis.lint.world.Phrases;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.OnPremisesConnector;

/**
 * A wildcard of an OnPremises connector covers names that another tenant uses: the certificate name
 * of one of its connectors, of either type, or an accepted domain. ERROR, because mail can be
 * attributed to the wrong tenant.
 */
final class WildcardCoversOthers extends CertificateNameCheck {
  @Override
  Optional<Fault> finding(
      LintedTenant tenant, OnPremisesConnector connector, CertificateNamePattern name) {
    if (!name.wildcard()
        || tenant.tenant().acceptedDomains().isEmpty()
        || (!tenant.owns(name) && tenant.world().isTakenByAnother(name, tenant.name()))) {
      return Optional.empty();
    }
    LintWorld world = tenant.world();
    List<NameUse> others =
        new ArrayList<>(world.certificateNames().ofOthersWithin(name, tenant.name(), world));
    others.addAll(world.acceptedDomains().ofOthersWithin(name, tenant.name(), world));
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            at(
                connector,
                name
                    + " covers names of other tenants ("
                    + Phrases.some(others)
                    + "), so mail of their servers can be attributed to "
                    + tenant.name()
                    + ".",
                "Name the host that sends for "
                    + tenant.name()
                    + " instead of the wildcard, and accept exactly that name."));
  }
}
