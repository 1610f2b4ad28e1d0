package org.exoattribution.engine;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Reading;

/**
 * What a certificate says of the OnPremises connectors of all tenants, whoever sends: CERT-1 and
 * CERT-2, and the ranking of its candidates. It depends on the verdict, the directory and the
 * readings alone, so that an engine works it out once per certificate.
 */
final class CertificateMatch {
  /** Of a connection without a certificate that counts at all (PKI-1). */
  static final CertificateMatch NONE =
      new CertificateMatch(
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          Set.of(),
          false,
          new CertificateRanking(List.of(), Comparator.comparing(Candidate::name)));

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

  private CertificateMatch(
      Optional<ConditionExplanation> failure,
      List<PresentedName> names,
      List<Candidate<OnPremisesConnector>> hits,
      List<Candidate<OnPremisesConnector>> matching,
      Set<Reading> contested,
      boolean associated,
      CertificateRanking ranking) {
    this.failure = failure;
    this.names = names;
    this.hits = hits;
    this.matching = matching;
    this.contested = contested;
    this.associated = associated;
    this.ranking = ranking;
  }

  /** Works it out for a verdict. */
  static CertificateMatch of(CertificateVerdict verdict, DirectoryIndex index, Readings readings) {
    Optional<ConditionExplanation> failure = verdict.firstFailure();
    List<PresentedName> names = failure.isPresent() ? List.of() : verdict.names();
    return of(failure, names, index.byName(names), index, readings);
  }

  /** The same as if this disabled connector were enabled (CON-8). */
  CertificateMatch withEnabled(Candidate<?> disabled, DirectoryIndex index, Readings readings) {
    return of(failure, names, Candidate.enabled(disabled, hits), index, readings);
  }

  private static CertificateMatch of(
      Optional<ConditionExplanation> failure,
      List<PresentedName> names,
      List<Candidate<OnPremisesConnector>> hits,
      DirectoryIndex index,
      Readings readings) {
    List<Candidate<OnPremisesConnector>> enabled = Lists.filter(hits, Candidate::enabled); // CON-8
    Set<Reading> contested = EnumSet.noneOf(Reading.class);
    for (Candidate<OnPremisesConnector> candidate : enabled) {
      CertificateNamePattern pattern = pattern(candidate);
      if (names.stream().anyMatch(name -> NameMatch.isContested(pattern, name))) {
        contested.add(NameMatch.readingFor(pattern));
      }
    }
    List<Candidate<OnPremisesConnector>> matching =
        Lists.filter(
            enabled,
            c -> names.stream().anyMatch(name -> NameMatch.matches(pattern(c), name, readings)));
    return new CertificateMatch(
        failure,
        names,
        hits,
        matching,
        contested,
        matching.stream().anyMatch(Candidate::associated),
        new CertificateRanking(matching, new Exactness<>(names, index, readings)));
  }

  private static CertificateNamePattern pattern(Candidate<OnPremisesConnector> candidate) {
    return candidate.connector().tlsSenderCertificateName().orElseThrow();
  }
}
