package org.exoattribution.analysis.lint.identity;

import com.google.common.net.InternetDomainName;
import java.util.Optional;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.OnPremisesConnector;

/** A wildcard over a domain below which anybody registers names. */
final class WildcardOverPublicSuffix extends CertificateNameCheck {
  /** Every tenant has its first domain here; the public suffix list does not know it. */
  private static final DomainName INITIAL_DOMAINS = DomainName.parse("onmicrosoft.com");

  @Override
  Optional<Fault> finding(
      LintedTenant tenant, OnPremisesConnector connector, CertificateNamePattern name) {
    return name.wildcard() && isPublic(name.domain())
        ? Optional.of(
            at(
                connector,
                "Anybody can register a name below "
                    + name.domain()
                    + " and get a certificate for it, so mail of strangers is taken for mail of "
                    + tenant.name()
                    + ".",
                "Name the host that sends for " + tenant.name() + "."))
        : Optional.empty();
  }

  private static boolean isPublic(DomainName domain) {
    return domain.equals(INITIAL_DOMAINS)
        || (InternetDomainName.isValid(domain.value())
            && InternetDomainName.from(domain.value()).isPublicSuffix());
  }
}
