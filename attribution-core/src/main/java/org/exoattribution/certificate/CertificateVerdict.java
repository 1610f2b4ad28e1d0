package org.exoattribution.certificate;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Reading;
import org.exoattribution.model.RuleId;

/**
 * What the service makes of a presented certificate at an instant: accepted, or refused by the
 * first test that failed (PKI-8). Every test is there, also those after the first failure.
 *
 * @param tests the tests PKI-2 to PKI-6 in that order, with what was expected and what was there
 * @param names the names that connectors can match (PKI-7), without duplicates; also those of a
 *     refused certificate, so that an explanation can say what it would have matched
 * @param path the certificates from the leaf to the trust anchor; empty if there is no path
 * @param revocationUnchecked why revocation was not checked; empty if it was, or did not matter
 * @param contestedReadings the readings that acceptance depended on
 */
public record CertificateVerdict(
    List<ConditionExplanation> tests,
    List<PresentedName> names,
    List<X509Certificate> path,
    Optional<String> revocationUnchecked,
    Set<Reading> contestedReadings) {

  /** Copies the collections. */
  public CertificateVerdict {
    tests = List.copyOf(tests);
    names = List.copyOf(names);
    path = List.copyOf(path);
    contestedReadings = Set.copyOf(contestedReadings);
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

  /** The test that decided, if the certificate is refused. */
  public Optional<ConditionExplanation> firstFailure() {
    for (ConditionExplanation test : tests) {
      if (test.outcome() == Outcome.NOT_MATCHED) {
        return Optional.of(test);
      }
    }
    return Optional.empty();
  }

  /** Whether the certificate counts. */
  public boolean accepted() {
    return firstFailure().isEmpty();
  }
}
