package org.exoattribution.analysis.lint.identity;

import java.util.List;
import java.util.Optional;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.analysis.lint.world.NameUse;
import org.exoattribution.analysis.lint.world.Phrases;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.OnPremisesConnector;

/**
 * An OnPremises connector names the same host as a connector of another tenant, of either type.
 * ERROR, because mail can be attributed to the wrong tenant.
 */
final class CertificateNameShared extends CertificateNameCheck {
  @Override
  Optional<Fault> finding(
      LintedTenant tenant, OnPremisesConnector connector, CertificateNamePattern name) {
    List<NameUse> others =
        name.wildcard()
            ? List.of()
            : tenant.world().certificateNames().ofOthers(name, tenant.name());
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            at(
                connector,
                "Its certificate name is also that of other tenants ("
                    + Phrases.some(others)
                    + "), so mail with this certificate "
                    + (tenant.owns(name)
                        ? "is attributed to " + tenant.name() + " even if it is theirs."
                        : "goes to whoever owns the sender or recipient domain, or to nobody."),
                "Give each tenant's mail a certificate name of its own."));
  }
}
