package org.exoattribution.benchmark;

import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Tenant;

/** A connector and its tenant. */
record Holder(Tenant tenant, OnPremisesConnector connector) {

  CertificateNamePattern pattern() {
    return connector.tlsSenderCertificateName().orElseThrow();
  }

  /** CERT-3. */
  boolean ownsItsPattern() {
    return tenant.accepts(pattern().domain())
        || (pattern().wildcard()
            && tenant.acceptedDomains().stream()
                .anyMatch(accepted -> accepted.domainName().isBelow(pattern().domain())));
  }
}
