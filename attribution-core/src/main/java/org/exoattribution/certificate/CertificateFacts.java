package org.exoattribution.certificate;

import static org.exoattribution.model.Outcome.MATCHED;
import static org.exoattribution.model.Outcome.NOT_APPLICABLE;
import static org.exoattribution.model.Outcome.NOT_MATCHED;
import static org.exoattribution.model.Outcome.NOT_REACHED;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Reading;
import org.exoattribution.model.Readings;
import org.exoattribution.model.Readings.CertificateTrust;
import org.exoattribution.model.Readings.Revocation;
import org.exoattribution.model.RuleId;

/**
 * What is so about a certificate at an instant, whatever the readings, and what the rules PKI-2 to
 * PKI-6 make of it under given readings.
 *
 * @param leaf the certificate
 * @param validAtInstant whether the leaf is inside its validity period
 * @param validity its validity period and how the instant lies to it
 * @param path the valid path from the leaf to the trust anchor; empty if there is none
 * @param end where the search for a path ended; present if there is no path
 * @param revocation the status along the path, or else along the way to {@code end}
 * @param revocationSupplied whether there was anything that could tell of revocation
 * @param keyUsage what the leaf may be used for
 */
record CertificateFacts(
    X509Certificate leaf,
    boolean validAtInstant,
    String validity,
    List<X509Certificate> path,
    Optional<PathEnd> end,
    RevocationAnswer revocation,
    boolean revocationSupplied,
    CertificateKeyUsage keyUsage) {

  private static final String VALIDITY = "validity period";
  private static final String PATH = "path";
  private static final String TRUST = "trust";
  private static final String REVOCATION = "revocation";
  private static final String KEY_USAGE = "extended key usage";

  /** The readings that decide whether a certificate is accepted. */
  private static final Set<Reading> DECIDING =
      EnumSet.of(Reading.REVOCATION, Reading.CERTIFICATE_TRUST, Reading.KEY_USAGE);

  /** The verdicts about a certificate of which nothing can be said: refused. */
  static CertificateVerdicts unreadable(String cause) {
    String expected = "a certificate that can be read";
    CertificateVerdict refused =
        new CertificateVerdict(
            List.of(
                new ConditionExplanation(VALIDITY, NOT_REACHED, RuleId.PKI_2, expected, cause),
                new ConditionExplanation(PATH, NOT_MATCHED, RuleId.PKI_3, expected, cause),
                new ConditionExplanation(TRUST, NOT_REACHED, RuleId.PKI_4, expected, cause),
                new ConditionExplanation(REVOCATION, NOT_REACHED, RuleId.PKI_5, expected, cause),
                new ConditionExplanation(KEY_USAGE, NOT_REACHED, RuleId.PKI_6, expected, cause)),
            List.of(),
            List.of(),
            Optional.empty(),
            Set.of());
    return new CertificateVerdicts((readings, all) -> refused);
  }

  /** The verdicts that follow from the facts. */
  CertificateVerdicts verdicts() {
    List<PresentedName> names = CertificateNames.of(leaf);
    return new CertificateVerdicts(
        (readings, all) ->
            new CertificateVerdict(
                tests(readings),
                names,
                path,
                revocationUnchecked(readings),
                contestedReadings(readings),
                all));
  }

  /** The tests in the order of the rules. */
  List<ConditionExplanation> tests(Readings readings) {
    return List.of(
        validityTest(),
        pathTest(readings),
        trustTest(readings),
        revocationTest(readings),
        keyUsageTest(readings));
  }

  /** Why revocation is left out; empty if it is looked at, or there is nothing to look at. */
  Optional<String> revocationUnchecked(Readings readings) {
    if (!revocationApplies(readings)) {
      return Optional.empty();
    }
    if (readings.revocation() == Revocation.NOT_CHECKED) {
      return Optional.of("not checked: reading revocation is NOT_CHECKED");
    }
    return revocationSupplied || way().size() == 1
        ? Optional.empty()
        : Optional.of("not checked: no CRL or OCSP response was supplied");
  }

  /**
   * The readings that belong to a smallest set of readings whose change to other values turns
   * acceptance into refusal or back (end of section 10 of the rules).
   */
  Set<Reading> contestedReadings(Readings readings) {
    boolean accepted = isAccepted(readings);
    List<Set<Reading>> turning = new ArrayList<>();
    for (Readings other : combinations(readings)) {
      if (isAccepted(other) != accepted) {
        Set<Reading> changed = EnumSet.noneOf(Reading.class);
        for (Reading reading : DECIDING) {
          if (other.get(reading) != readings.get(reading)) {
            changed.add(reading);
          }
        }
        turning.add(changed);
      }
    }
    Set<Reading> contested = EnumSet.noneOf(Reading.class);
    for (Set<Reading> each : turning) {
      if (turning.stream().noneMatch(less -> less.size() < each.size() && each.containsAll(less))) {
        contested.addAll(each);
      }
    }
    return contested;
  }

  private static List<Readings> combinations(Readings readings) {
    List<Readings> combinations = List.of(readings);
    for (Reading reading : DECIDING) {
      List<Readings> more = new ArrayList<>(combinations);
      combinations.forEach(each -> more.addAll(each.alternatives(reading)));
      combinations = more;
    }
    return combinations;
  }

  private boolean isAccepted(Readings readings) {
    return validAtInstant
        && (readings.certificateTrust() == CertificateTrust.ANY
            || (pathOutcome() != NOT_MATCHED && trustOutcome() != NOT_MATCHED))
        && revocationOutcome(readings) != NOT_MATCHED
        && keyUsage.isAllowedBy(readings.keyUsage());
  }

  private ConditionExplanation validityTest() {
    return new ConditionExplanation(
        VALIDITY,
        validAtInstant ? MATCHED : NOT_MATCHED,
        RuleId.PKI_2,
        "the instant is inside the validity period",
        validity);
  }

  private ConditionExplanation pathTest(Readings readings) {
    return new ConditionExplanation(
        PATH,
        readings.certificateTrust() == CertificateTrust.ANY ? NOT_APPLICABLE : pathOutcome(),
        RuleId.PKI_3,
        "a valid path through the presented certificates to a trust anchor",
        pathText());
  }

  private Outcome pathOutcome() {
    return end.map(
            found ->
                found.isSelfSignedLeaf()
                    ? NOT_APPLICABLE
                    : found.cause().isEmpty() ? MATCHED : NOT_MATCHED)
        .orElse(MATCHED);
  }

  private String pathText() {
    if (end.isPresent()) {
      if (end.get().isSelfSignedLeaf()) {
        return "the leaf is its own issuer: " + CertificateTexts.subject(leaf);
      }
      return end.get().cause().isEmpty() ? "a path to " + top() : end.get().cause();
    }
    return path.size() == 1
        ? "the leaf itself is a trust anchor: " + CertificateTexts.certificate(leaf)
        : "a path of " + path.size() + " certificates to the trust anchor " + top();
  }

  private ConditionExplanation trustTest(Readings readings) {
    return new ConditionExplanation(
        TRUST,
        readings.certificateTrust() == CertificateTrust.ANY ? NOT_APPLICABLE : trustOutcome(),
        RuleId.PKI_4,
        "issued by a CA that a trust anchor stands for",
        trustText());
  }

  private Outcome trustOutcome() {
    return end.map(
            found ->
                switch (found.kind()) {
                  case INVALID -> MATCHED;
                  case UNTRUSTED -> NOT_MATCHED;
                  case NO_ISSUER, GAVE_UP -> NOT_REACHED;
                })
        .orElse(MATCHED);
  }

  private String trustText() {
    PathEnd.Kind kind = end.map(PathEnd::kind).orElse(PathEnd.Kind.INVALID);
    return switch (kind) {
      case INVALID -> "the trust anchor " + top();
      case UNTRUSTED ->
          end.isPresent() && end.get().isSelfSignedLeaf()
              ? "self-signed: " + CertificateTexts.certificate(leaf)
              : "unknown CA: "
                  + top()
                  + " is self-signed and no trust anchor; the leaf is "
                  + CertificateTexts.certificate(leaf);
      case NO_ISSUER, GAVE_UP -> "which CA it is from cannot be told: no path";
    };
  }

  private List<X509Certificate> way() {
    return end.map(PathEnd::path).orElse(path);
  }

  private String top() {
    return CertificateTexts.subject(way().get(way().size() - 1));
  }

  private ConditionExplanation revocationTest(Readings readings) {
    return new ConditionExplanation(
        REVOCATION,
        revocationOutcome(readings),
        RuleId.PKI_5,
        switch (readings.revocation()) {
          case REQUIRE_STATUS -> "known not to be revoked";
          case REJECT_REVOKED -> "not known to be revoked";
          case NOT_CHECKED -> "anything";
        },
        revocationApplies(readings)
            ? revocationUnchecked(readings).orElse(revocation.text())
            : "not looked at: no path");
  }

  private Outcome revocationOutcome(Readings readings) {
    if (!revocationApplies(readings)) {
      return NOT_REACHED;
    }
    if (revocationUnchecked(readings).isPresent()) {
      return NOT_APPLICABLE;
    }
    return revocation.isAllowedBy(readings.revocation()) ? MATCHED : NOT_MATCHED;
  }

  private boolean revocationApplies(Readings readings) {
    return end.isEmpty() || readings.certificateTrust() == CertificateTrust.ANY;
  }

  private ConditionExplanation keyUsageTest(Readings readings) {
    return new ConditionExplanation(
        KEY_USAGE,
        keyUsage.isAllowedBy(readings.keyUsage()) ? MATCHED : NOT_MATCHED,
        RuleId.PKI_6,
        CertificateKeyUsage.expectedBy(readings.keyUsage()),
        keyUsage + ": " + CertificateTexts.certificate(leaf));
  }
}
