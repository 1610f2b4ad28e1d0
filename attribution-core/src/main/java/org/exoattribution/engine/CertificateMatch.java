package org.exoattribution.engine;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.Forest;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Reading;
import org.exoattribution.model.Readings;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate says of the OnPremises connectors of all tenants, whoever sends: CERT-1 and
 * CERT-2, and the ranking of its candidates. It depends on the verdict, the directory and the
 * readings alone, so that an engine works it out once per certificate.
 */
final class CertificateMatch {
  /** What the evaluator says; null if no certificate was presented in a TLS session (PKI-1). */
  final @Nullable CertificateVerdict verdict;

  /** Why the certificate is refused; empty if it is accepted. */
  final Optional<ConditionExplanation> failure;

  /** The names of the accepted certificate; none if it is refused (CERT-1). */
  final List<PresentedName> names;

  /** Connectors that match under some reading, the disabled too. */
  final List<Candidate<OnPremisesConnector>> hits;

  /** CERT-2 but for CON-9, which depends on the envelope. */
  final List<Candidate<OnPremisesConnector>> matching;

  /** The readings under whose other values another connector would match. */
  final Set<Reading> contested;

  /** Whether CON-9 has a say about one of those that match. */
  final boolean associated;

  /** CERT-3 and CERT-4 among all that match. */
  final CertificateRanking ranking;

  /** Works it out for a verdict. */
  static CertificateMatch of(
      @Nullable CertificateVerdict verdict, DirectoryIndex index, Readings readings) {
    return new CertificateMatch(verdict, index.byName(countingNames(verdict)), readings);
  }

  private CertificateMatch(
      @Nullable CertificateVerdict verdict,
      List<Candidate<OnPremisesConnector>> hits,
      Readings readings) {
    this.verdict = verdict;
    this.failure = verdict == null ? Optional.empty() : verdict.firstFailure();
    this.names = countingNames(verdict);
    this.hits = hits;
    List<Candidate<OnPremisesConnector>> enabled = Lists.filter(hits, Candidate::enabled); // CON-8
    this.matching = Lists.filter(enabled, c -> c.connector().matches(names, readings));
    this.contested = EnumSet.noneOf(Reading.class);
    for (Candidate<OnPremisesConnector> candidate : enabled) {
      Conditions.contestedName(candidate.connector(), names).ifPresent(contested::add);
    }
    this.associated = matching.stream().anyMatch(Candidate::associated);
    this.ranking = new CertificateRanking(matching, new Exactness<>(names, readings));
  }

  private static List<PresentedName> countingNames(@Nullable CertificateVerdict verdict) {
    return verdict == null || !verdict.accepted() ? List.of() : verdict.names();
  }

  /** The same among the tenants of a forest (FOR-1). */
  @SuppressWarnings("ReferenceEquality") // the list itself if every candidate stays
  CertificateMatch within(Forest forest, Readings readings) {
    List<Candidate<OnPremisesConnector>> near = Candidate.within(forest, hits);
    return near == hits ? this : new CertificateMatch(verdict, near, readings);
  }

  /** The same as if this disabled connector were enabled (CON-8). */
  CertificateMatch withEnabled(Candidate<?> disabled, Readings readings) {
    return new CertificateMatch(verdict, Candidate.enabled(disabled, hits), readings);
  }
}
