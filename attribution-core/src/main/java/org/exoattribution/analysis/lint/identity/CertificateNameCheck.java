package org.exoattribution.analysis.lint.identity;

import java.util.Optional;
import java.util.function.Consumer;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintCheck;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.analysis.lint.world.SenderScopes;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.OnPremisesConnector;

/** A rule about TlsSenderCertificateName of each enabled OnPremises connector. */
abstract class CertificateNameCheck extends LintCheck {
  @Override
  public final void check(LintedTenant tenant, Consumer<Fault> faults) {
    for (OnPremisesConnector connector : tenant.onPremises()) {
      connector
          .tlsSenderCertificateName()
          .flatMap(name -> finding(tenant, connector, name))
          .ifPresent(faults);
    }
  }

  /** The finding about a connector with this name, if there is one. */
  abstract Optional<Fault> finding(
      LintedTenant tenant, OnPremisesConnector connector, CertificateNamePattern name);

  /**
   * Whether the tenant owns neither this name nor, by a connector that would take its mail, another
   * one that covers it (CERT-3, CERT-4).
   */
  static boolean isUnowned(
      LintedTenant tenant, OnPremisesConnector connector, CertificateNamePattern name) {
    return !tenant.owns(name)
        && tenant.onPremises().stream()
            .filter(other -> SenderScopes.appliesWherever(other, connector))
            .flatMap(other -> other.tlsSenderCertificateName().stream())
            .filter(tenant::owns)
            .noneMatch(its -> tenant.world().coversCertificateOf(its, name));
  }
}
