package org.exoattribution.analysis.lint.identity;

import java.time.Duration;
import java.util.function.Consumer;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.KnownCertificate;
import org.exoattribution.analysis.lint.world.LintCheck;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.InboundConnector;

/** A certificate that a connector names expires soon, among those that the linter was given. */
final class CertificateExpires extends LintCheck {
  private static final Duration SOON = Duration.ofDays(30);

  @Override
  public void check(LintedTenant tenant, Consumer<Fault> faults) {
    for (InboundConnector connector : tenant.tenant().inboundConnectors()) {
      CertificateNamePattern pattern = connector.tlsSenderCertificateName().orElse(null);
      if (pattern != null && connector.enabled()) {
        for (KnownCertificate certificate : tenant.world().certificates()) {
          if (certificate.isMatchedBy(pattern, tenant.world().readings())
              && certificate.expiresWithin(SOON)) {
            faults.accept(finding(connector, certificate));
          }
        }
      }
    }
  }

  private Fault finding(InboundConnector connector, KnownCertificate certificate) {
    return at(
            connector,
            "The certificate "
                + certificate
                + " that it matches "
                + certificate.expiry()
                + ", after which its servers are no longer known by it.",
            "Renew the certificate under a name that the connector matches.")
        .about(certificate.toString());
  }
}
