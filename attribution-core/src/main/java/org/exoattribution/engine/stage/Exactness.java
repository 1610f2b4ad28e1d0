package org.exoattribution.engine.stage;

import java.util.Comparator;
import java.util.List;
import org.exoattribution.engine.index.Candidate;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Readings;

/**
 * How exactly a connector matches the presented certificate, by the three keys of CERT-4: a host
 * name before a wildcard; more labels in the connector's domain; more labels in the tenant's
 * accepted domain that is the presented name or above it. Ranks the more exact candidate higher.
 */
final class Exactness<C extends InboundConnector> implements Comparator<Candidate<C>> {
  private final List<PresentedName> names;
  private final Readings readings;

  Exactness(List<PresentedName> names, Readings readings) {
    this.names = names;
    this.readings = readings;
  }

  @Override
  public int compare(Candidate<C> one, Candidate<C> other) {
    CertificateNamePattern first = pattern(one);
    CertificateNamePattern second = pattern(other);
    if (first.wildcard() != second.wildcard()) {
      return first.wildcard() ? -1 : 1;
    }
    int byLabels = Integer.compare(first.domain().labelCount(), second.domain().labelCount());
    return byLabels != 0
        ? byLabels
        : Integer.compare(acceptedLabels(one, first), acceptedLabels(other, second));
  }

  private static CertificateNamePattern pattern(Candidate<?> candidate) {
    return candidate.connector().tlsSenderCertificateName().orElseThrow();
  }

  /** Several presented names may match: the best counts. {@code *.contoso.com} is contoso.com. */
  private int acceptedLabels(Candidate<?> candidate, CertificateNamePattern pattern) {
    int most = 0;
    for (PresentedName name : names) {
      if (pattern.matches(name, readings)) {
        most = Math.max(most, candidate.tenant().acceptedLabels(name.domain()));
      }
    }
    return most;
  }
}
