package org.exoattribution.engine;

import java.util.Comparator;
import java.util.Optional;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.InboundConnector;

/**
 * How exactly a connector matches the presented certificate, by the three keys of CERT-4: a host
 * name before a wildcard; more labels in the connector's domain; more labels in the tenant's
 * accepted domain that is the presented name or above it.
 */
final class Exactness {
  private Exactness() {}

  /** Ranks the more exactly matching candidate higher; the candidates match. */
  static <C extends InboundConnector> Comparator<Candidate<C>> order(Resolution r) {
    return Comparator.<Candidate<C>, Boolean>comparing(c -> !pattern(c).wildcard())
        .thenComparing(c -> pattern(c).domain().labelCount())
        .thenComparing(c -> acceptedLabels(r, c));
  }

  private static CertificateNamePattern pattern(Candidate<?> candidate) {
    Optional<CertificateNamePattern> pattern = candidate.connector().tlsSenderCertificateName();
    return pattern.orElseThrow();
  }

  /** Several presented names may match: the best counts. {@code *.contoso.com} is contoso.com. */
  private static int acceptedLabels(Resolution r, Candidate<?> candidate) {
    int most = 0;
    for (PresentedName name : r.acceptedNames()) {
      if (NameMatch.matches(pattern(candidate), name, r.readings)) {
        most = Math.max(most, r.index.acceptedLabels(candidate.tenantId(), name.domain()));
      }
    }
    return most;
  }
}
