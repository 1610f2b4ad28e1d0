package org.exoattribution.testkit.render.json;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Reading;
import org.exoattribution.model.RuleId;

/** The line of a judged chain; its tests are in the order of PKI-2 to PKI-6. */
public record CertificateLine(
    String certificate,
    Instant at,
    boolean accepted,
    Optional<RuleId> failedRule,
    Optional<String> failure,
    List<PresentedName> names,
    String subject,
    String issuer,
    Instant notBefore,
    Instant notAfter,
    List<String> path,
    String revocation,
    List<ConditionExplanation> tests,
    List<Reading> contestedReadings) {}
