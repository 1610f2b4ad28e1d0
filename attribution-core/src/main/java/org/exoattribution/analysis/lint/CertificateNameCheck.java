package org.exoattribution.analysis.lint;

import java.util.Optional;
import java.util.function.Consumer;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.OnPremisesConnector;

/** A rule about TlsSenderCertificateName of each enabled OnPremises connector. */
abstract class CertificateNameCheck extends LintCheck {
  CertificateNameCheck(String id) {
    super(id);
  }

  @Override
  final void check(LintedTenant tenant, Consumer<LintFinding> findings) {
    for (OnPremisesConnector connector : tenant.onPremises()) {
      connector
          .tlsSenderCertificateName()
          .flatMap(name -> finding(tenant, connector, name))
          .ifPresent(findings);
    }
  }

  /** The finding about a connector with this name, if there is one. */
  abstract Optional<LintFinding> finding(
      LintedTenant tenant, OnPremisesConnector connector, CertificateNamePattern name);
}
