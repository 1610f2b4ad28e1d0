package org.exoattribution.certificate;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Reading;
import org.exoattribution.model.ReadingSet;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RuleId;
import org.jspecify.annotations.Nullable;

/**
 * What the service makes of a presented certificate at an instant: accepted, or refused by the
 * first test that failed (PKI-8). Every test is there, also those after the first failure.
 */
public final class CertificateVerdict {
  private final List<ConditionExplanation> tests;
  private final List<PresentedName> names;
  private final List<X509Certificate> path;
  private final Optional<String> revocationUnchecked;
  private final Set<Reading> contestedReadings;
  private final Optional<ConditionExplanation> firstFailure;

  /** All verdicts about the certificate, this one among them; null if there is no other. */
  private final @Nullable CertificateVerdicts all;

  /** A verdict that is the same under all readings. Copies the collections. */
  public CertificateVerdict(
      List<ConditionExplanation> tests,
      List<PresentedName> names,
      List<X509Certificate> path,
      Optional<String> revocationUnchecked,
      Set<Reading> contestedReadings) {
    this(tests, names, path, revocationUnchecked, contestedReadings, null);
  }

  CertificateVerdict(
      List<ConditionExplanation> tests,
      List<PresentedName> names,
      List<X509Certificate> path,
      Optional<String> revocationUnchecked,
      Set<Reading> contestedReadings,
      @Nullable CertificateVerdicts all) {
    this.tests = List.copyOf(tests);
    this.names = List.copyOf(names);
    this.path = List.copyOf(path);
    this.revocationUnchecked = Objects.requireNonNull(revocationUnchecked, "revocationUnchecked");
    this.contestedReadings = ReadingSet.of(contestedReadings);
    this.firstFailure =
        tests.stream().filter(test -> test.outcome() == Outcome.NOT_MATCHED).findFirst();
    this.all = all;
  }

  /**
   * The verdict about some certificate that passes every test and has these names, for questions
   * about certificates that nobody has made yet.
   */
  public static CertificateVerdict accepting(List<PresentedName> names) {
    return new CertificateVerdict(List.of(), names, List.of(), Optional.empty(), Set.of());
  }

  /**
   * The verdict about some certificate with these names that fails a test.
   *
   * @param rule the failed test: PKI-2 to PKI-6
   * @param why what is wrong, in a few words
   */
  public static CertificateVerdict refusing(List<PresentedName> names, RuleId rule, String why) {
    ConditionExplanation failure =
        new ConditionExplanation("certificate", Outcome.NOT_MATCHED, rule, rule.summary(), why);
    return new CertificateVerdict(List.of(failure), names, List.of(), Optional.empty(), Set.of());
  }

  /** The verdict about the same certificate and instant under other readings. */
  public CertificateVerdict under(Readings readings) {
    return all == null ? this : all.under(readings);
  }

  /** The tests PKI-2 to PKI-6 in that order, with what was expected and what was there. */
  public List<ConditionExplanation> tests() {
    return tests;
  }

  /**
   * The names that connectors can match (PKI-7), without duplicates; also those of a refused
   * certificate, so that an explanation can say what it would have matched.
   */
  public List<PresentedName> names() {
    return names;
  }

  /** The certificates from the leaf to the trust anchor; empty if there is no path. */
  public List<X509Certificate> path() {
    return path;
  }

  /** Why revocation was not checked; empty if it was, or did not matter. */
  public Optional<String> revocationUnchecked() {
    return revocationUnchecked;
  }

  /** The readings of the smallest changes that turn acceptance into refusal or back. */
  public Set<Reading> contestedReadings() {
    return contestedReadings;
  }

  /** The test that decided, if the certificate is refused. */
  public Optional<ConditionExplanation> firstFailure() {
    return firstFailure;
  }

  /** Whether the certificate counts. */
  public boolean accepted() {
    return firstFailure.isEmpty();
  }

  /** Whether the other says the same, whatever the two say under other readings. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CertificateVerdict verdict && values().equals(verdict.values());
  }

  @Override
  public int hashCode() {
    return values().hashCode();
  }

  private List<Object> values() {
    return List.of(tests, names, path, revocationUnchecked, contestedReadings);
  }

  /** The names, and why it is refused if it is. */
  @Override
  public String toString() {
    return names + firstFailure.map(failure -> ", not accepted: " + failure.actual()).orElse("");
  }
}
