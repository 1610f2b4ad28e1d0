package org.exoattribution.engine.stage;

import java.util.List;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.engine.index.Candidate;
import org.exoattribution.engine.index.Lists;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.Forest;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Reading;
import org.exoattribution.model.ReadingSet;
import org.jspecify.annotations.Nullable;

/**
 * CERT-1 and CERT-2: what a certificate says of the OnPremises connectors of all tenants, whoever
 * sends. It depends on the verdict and the engine's setting alone, so that an engine works it out
 * once per certificate, and what the stage decides too unless the envelope has a say.
 */
final class CertificateMatch {
  final Setting setting;

  /** What the evaluator says; null if no certificate was presented in a TLS session (PKI-1). */
  final @Nullable CertificateVerdict verdict;

  /** The test that refuses the certificate; null if it is accepted. */
  final @Nullable ConditionExplanation failure;

  /** The names of the accepted certificate; none if it is refused (CERT-1). */
  final List<PresentedName> names;

  /** Connectors that match under some reading, the disabled too. */
  final List<Candidate<OnPremisesConnector>> hits;

  /** CERT-2 but for CON-9, which depends on the envelope. */
  final List<Candidate<OnPremisesConnector>> matching;

  /** A connector of any type, which is disabled and treated as enabled; null as a rule (CON-8). */
  final @Nullable Candidate<?> enabledAlone;

  /** The readings under whose other values it would count otherwise, or for another connector. */
  final ReadingSet touched;

  /** Whether CON-9 has a say about one of those that match. */
  final boolean associated;

  /** The keys of CERT-4. */
  final Exactness<OnPremisesConnector> exactness;

  /** CERT-3 and CERT-4 among all that match. */
  final CertificateRanking ranking;

  /** What the stage makes of it whatever the envelope; null if the envelope has a say. */
  final @Nullable CertificateResult result;

  /** Two threads may make equal ones, which does no harm. */
  private @Nullable Named named;

  /** Works it out for a verdict; null if no certificate was presented in a TLS session (PKI-1). */
  static CertificateMatch of(@Nullable CertificateVerdict verdict, Setting setting) {
    return new CertificateMatch(
        verdict, setting.index().byName(countingNames(verdict)), null, setting);
  }

  private CertificateMatch(
      @Nullable CertificateVerdict verdict,
      List<Candidate<OnPremisesConnector>> hits,
      @Nullable Candidate<?> enabledAlone,
      Setting setting) {
    this.setting = setting;
    this.enabledAlone = enabledAlone;
    this.verdict = verdict;
    this.failure = verdict == null ? null : verdict.firstFailure().orElse(null);
    this.names = countingNames(verdict);
    this.hits = hits;
    List<Candidate<OnPremisesConnector>> enabled = Lists.filter(hits, Candidate::enabled); // CON-8
    this.matching = Lists.filter(enabled, c -> c.connector().matches(names, setting.readings()));
    ReadingSet all = verdict == null ? ReadingSet.NONE : ReadingSet.of(verdict.contestedReadings());
    if (failure != null) {
      all = all.and(Reading.BAD_CERTIFICATE);
    }
    for (Candidate<OnPremisesConnector> candidate : enabled) {
      all = Touched.byName(all, candidate.connector(), names);
    }
    this.touched = all;
    this.associated = matching.stream().anyMatch(Candidate::associated);
    this.exactness = new Exactness<>(names, setting.readings());
    this.ranking = new CertificateRanking(matching, exactness);
    this.result = CertificateStage.withoutEnvelope(this);
  }

  private static List<PresentedName> countingNames(@Nullable CertificateVerdict verdict) {
    return verdict == null || !verdict.accepted() ? List.of() : verdict.names();
  }

  /** The same as if this disabled connector were enabled (CON-8). */
  CertificateMatch withEnabled(Candidate<?> disabled) {
    return new CertificateMatch(verdict, Candidate.enabled(disabled, hits), disabled, setting);
  }

  /** The same among the tenants of a forest (FOR-1). */
  @SuppressWarnings("ReferenceEquality") // the list itself if every candidate stays
  CertificateMatch within(Forest forest) {
    List<Candidate<OnPremisesConnector>> near = Candidate.within(forest, hits);
    return near == hits ? this : new CertificateMatch(verdict, near, enabledAlone, setting);
  }

  /** The TlsSenderCertificateName of the winner, as a rule the same one each time. */
  @SuppressWarnings("ReferenceEquality")
  String nameOf(Candidate<?> winner) {
    Named last = named;
    if (last == null || last.winner != winner) {
      String name = winner.connector().tlsSenderCertificateName().orElseThrow().toString();
      last = new Named(winner, name);
      named = last;
    }
    return last.name;
  }

  private record Named(Candidate<?> winner, String name) {}

  /** The names of the certificate, and why it is not accepted. */
  String words() {
    List<PresentedName> all = verdict == null ? List.of() : verdict.names();
    String own = all.isEmpty() ? "a certificate without a name" : Lists.join(all);
    return failure == null ? own : own + ", not accepted: " + words(failure);
  }

  /** What a certificate failed, and the rule. */
  static String words(ConditionExplanation failure) {
    return failure.actual() + " (" + failure.rule().id() + ")";
  }
}
