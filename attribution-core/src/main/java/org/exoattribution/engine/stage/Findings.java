package org.exoattribution.engine.stage;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.engine.index.Candidate;
import org.exoattribution.engine.index.Lists;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.Finding;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.Stage;
import org.exoattribution.model.Tenant;

/** The findings on a result (section 9 of the rules). */
final class Findings {
  private Findings() {}

  /**
   * All of them, for a recipient about which the stages decided.
   *
   * @param decided the one about which the stages decided: under MULTI-1 an earlier recipient
   * @param certificate what the certificate stage found about that one
   */
  static List<Finding> of(
      Case given, Case decided, CertificateResult certificate, Decision decision) {
    List<Finding> found = aboutTheSource(given, decision, aboutTheSender(given, decision));
    List<String> tied = certificate.tiedTenants();
    if (!tied.isEmpty()) {
      found = with(found, Finding.Id.AMBIGUOUS_CERTIFICATE, String.join(", ", tied));
    }
    if (decision.rival() != null) {
      String rival = "not " + decision.rival() + ", which comes after by name";
      found = with(found, Finding.Id.AMBIGUOUS_CONNECTOR, rival);
    }
    return sorted(disabledWinner(decided, decision, found));
  }

  /** Those that do not depend on what the stages did: for recipients that were deferred. */
  static List<Finding> ofDeferred(Case given, Decision decision) {
    return sorted(aboutTheSource(given, decision, List.of()));
  }

  private static List<Finding> sorted(List<Finding> found) {
    for (int i = 1; i < found.size(); i++) {
      if (found.get(i).compareTo(found.get(i - 1)) < 0) {
        return found.stream().sorted().toList();
      }
    }
    return found; // as a rule
  }

  private static List<Finding> with(List<Finding> found, Finding.Id id, String subject) {
    return Lists.with(found, Finding.of(id, subject));
  }

  private static List<Finding> aboutTheSender(Case given, Decision decision) {
    List<Finding> found = List.of();
    if (!(decision instanceof Decision.Origination sent)) {
      return found;
    }
    Candidate<OnPremisesConnector> winner = sent.connector();
    boolean ownSender = given.senderOwner() == winner.tenantId();
    boolean ownRecipient = given.recipientOwner() == winner.tenantId();
    Tenant sender = ownSender ? null : given.sender();
    if (sender != null) {
      found = with(found, Finding.Id.FOREIGN_SENDER, sender.name());
    }
    Tenant recipient = ownRecipient ? null : given.recipient();
    if (recipient != null) {
      found = with(found, Finding.Id.FOREIGN_RECIPIENT, recipient.name());
    }
    if (sent.stage() == Stage.CERTIFICATE) {
      String name = given.match().nameOf(winner);
      if (!ownSender && !ownRecipient && name.startsWith("*")) {
        found = with(found, Finding.Id.WILDCARD_CAPTURE, name);
      }
      if (!winner.owned() && sent.basis() != AttributionBasis.CONNECTOR) {
        found = with(found, Finding.Id.CERTIFICATE_DOMAIN_NOT_ACCEPTED, name);
      }
    }
    if (sent.basis() == AttributionBasis.RCPT_TO) {
      String domain = given.connection().rcptTo().domain().value();
      found = with(found, Finding.Id.RECIPIENT_DECIDED, domain);
    }
    return found;
  }

  private static List<Finding> aboutTheSource(Case given, Decision decision, List<Finding> found) {
    List<Finding> further = found;
    if (given.addressHits().size() > 1) {
      further = sharedAddress(given, further);
    }
    CertificateMatch match = given.match();
    CertificateVerdict certificate = match.verdict;
    if (certificate == null) {
      return given.connection().presentedCertificate().isEmpty()
          ? further
          : ignored(further, "the session is plaintext (PKI-1)", RuleId.PKI_1);
    }
    ConditionExplanation failure = match.failure;
    if (failure != null) {
      further = ignored(further, CertificateMatch.words(failure), failure.rule());
    } else if (decision.stage() != Stage.CERTIFICATE && !matchesAnEnabledConnector(given)) {
      further = with(further, Finding.Id.CERTIFICATE_UNMATCHED, given.certificate());
    }
    String unchecked = certificate.revocationUnchecked().orElse(null);
    return unchecked == null
        ? further
        : with(further, Finding.Id.REVOCATION_NOT_CHECKED, unchecked);
  }

  private static List<Finding> ignored(List<Finding> found, String why, RuleId failed) {
    return Lists.with(found, new Finding(Finding.Id.CERTIFICATE_IGNORED, why, Optional.of(failed)));
  }

  private static List<Finding> sharedAddress(Case given, List<Finding> found) {
    List<Candidate<OnPremisesConnector>> enabled =
        Lists.filter(given.addressHits(), Candidate::enabled);
    if (enabled.isEmpty() || Candidate.ofOneTenant(enabled)) {
      return found;
    }
    SortedSet<String> tenants = new TreeSet<>();
    enabled.forEach(candidate -> tenants.add(candidate.tenant().name()));
    return with(found, Finding.Id.SHARED_IP, String.join(", ", tenants));
  }

  /** By name alone: of any tenant if OnPremises, of the receiver if Partner. */
  private static boolean matchesAnEnabledConnector(Case given) {
    return !given.match().matching.isEmpty()
        || given.partnersOf(given.recipientOwner()).stream()
            .anyMatch(c -> c.enabled() && Conditions.matchesCertificate(given, c.connector()));
  }

  /** Tries each disabled connector that could matter as if it were enabled, it alone. */
  private static List<Finding> disabledWinner(
      Case decided, Decision decision, List<Finding> found) {
    List<Candidate<?>> disabled = withDisabled(decided.match().hits, List.of());
    disabled = withDisabled(decided.addressHits(), disabled);
    if (decision.stage() == Stage.INCOMING) {
      disabled = withDisabled(decided.partnersOf(decided.recipientOwner()), disabled);
    }
    if (disabled.isEmpty()) {
      return found;
    }
    SortedSet<String> winners = new TreeSet<>();
    for (Candidate<?> candidate : disabled) {
      if (winsIfEnabled(decided, candidate)) {
        winners.add(candidate.toString());
      }
    }
    return winners.isEmpty()
        ? found
        : with(found, Finding.Id.DISABLED_CONNECTOR_WOULD_MATCH, String.join(", ", winners));
  }

  private static List<Candidate<?>> withDisabled(
      List<? extends Candidate<?>> candidates, List<Candidate<?>> disabled) {
    List<Candidate<?>> further = disabled;
    for (int i = 0; i < candidates.size(); i++) {
      if (!candidates.get(i).enabled()) {
        further = Lists.with(further, candidates.get(i));
      }
    }
    return further;
  }

  /** Whether the message would come through the disabled connector. */
  private static boolean winsIfEnabled(Case decided, Candidate<?> disabled) {
    Decision then = StageResults.of(decided.withEnabled(disabled)).decision();
    Candidate<?> winner = then.connector();
    return !(then instanceof Decision.Refusal) && winner != null && winner.isSame(disabled);
  }
}
