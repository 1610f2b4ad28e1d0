package org.exoattribution.analysis.lint.identity;

import java.util.List;
import java.util.Optional;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.KnownGateway;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.analysis.lint.world.Phrases;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.OnPremisesConnector;

/** An OnPremises connector names hosts of a mass mailer, which sends for whoever pays. */
final class SharedSenderNamed extends CertificateNameCheck {
  @Override
  Optional<Fault> finding(
      LintedTenant tenant, OnPremisesConnector connector, CertificateNamePattern name) {
    List<KnownGateway> named =
        tenant.world().gateways().stream()
            .filter(sender -> sender.kind() == KnownGateway.Kind.SENDER && sender.holds(name))
            .toList();
    return named.isEmpty()
        ? Optional.empty()
        : Optional.of(
            at(
                connector,
                name
                    + " is a name of hosts that send for every customer of "
                    + Phrases.some(named)
                    + ", so whatever any of them sends as or to a domain of "
                    + tenant.name()
                    + " is taken for its own.",
                "Remove the connector and let the mailer send as a stranger with SPF and DKIM, or"
                    + " have it present a certificate of "
                    + tenant.name()
                    + "."));
  }
}
