package org.exoattribution.engine;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.Finding;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.Stage;

/** The findings on a result (section 9 of the rules). */
final class Findings {
  private Findings() {}

  /**
   * All of them, for a recipient that was resolved by the stages.
   *
   * @param decided the recipient about whom the stages decided: an earlier one under MULTI-1
   */
  static List<Finding> of(Resolution r, Resolution decided, Notes notes, Decision decision) {
    List<Finding> found = aboutTheSource(r, decision, aboutTheSender(r, decision));
    if (!notes.tiedTenants.isEmpty()) {
      String tied = String.join(", ", notes.tiedTenants);
      found = with(found, Finding.Id.AMBIGUOUS_CERTIFICATE, tied);
    }
    if (decision.rival() != null) {
      String rival = "not " + decision.rival() + ", which comes after by name";
      found = with(found, Finding.Id.AMBIGUOUS_CONNECTOR, rival);
    }
    return sorted(disabledWinner(decided, decision, found));
  }

  /** Those that do not depend on what the stages did: for recipients that were deferred. */
  static List<Finding> ofDeferred(Resolution r, Decision decision) {
    return sorted(aboutTheSource(r, decision, List.of()));
  }

  private static List<Finding> sorted(List<Finding> found) {
    return found.size() < 2 ? found : found.stream().sorted().toList();
  }

  private static List<Finding> with(List<Finding> found, Finding.Id id, String subject) {
    return Lists.with(found, Finding.of(id, subject));
  }

  private static List<Finding> aboutTheSender(Resolution r, Decision decision) {
    List<Finding> found = List.of();
    Decision.Sender sender = decision.originating();
    if (sender == null) {
      return found;
    }
    Candidate<OnPremisesConnector> winner = sender.winner();
    boolean ownSender = r.senderOwner == winner.tenantId();
    boolean ownRecipient = r.recipientOwner == winner.tenantId();
    if (!ownSender && r.senderOwner != DirectoryIndex.NONE) {
      found = with(found, Finding.Id.FOREIGN_SENDER, r.index.tenant(r.senderOwner).name());
    }
    if (!ownRecipient && r.recipientOwner != DirectoryIndex.NONE) {
      found = with(found, Finding.Id.FOREIGN_RECIPIENT, r.index.tenant(r.recipientOwner).name());
    }
    if (decision.stage() == Stage.CERTIFICATE) {
      if (!ownSender && !ownRecipient && isWildcard(winner)) {
        found = with(found, Finding.Id.WILDCARD_CAPTURE, certificateName(winner));
      }
      if (!winner.owned() && sender.basis() != AttributionBasis.CONNECTOR) {
        found = with(found, Finding.Id.CERTIFICATE_DOMAIN_NOT_ACCEPTED, certificateName(winner));
      }
    }
    if (sender.basis() == AttributionBasis.RCPT_TO) {
      String recipient = r.connection.rcptTo().domain().value();
      found = with(found, Finding.Id.RECIPIENT_DECIDED, recipient);
    }
    return found;
  }

  private static boolean isWildcard(Candidate<OnPremisesConnector> winner) {
    return winner.connector().tlsSenderCertificateName().orElseThrow().wildcard();
  }

  private static String certificateName(Candidate<OnPremisesConnector> winner) {
    return Words.certificateName(winner.connector());
  }

  private static List<Finding> aboutTheSource(
      Resolution r, Decision decision, List<Finding> found) {
    List<Finding> further = found;
    if (r.addressHits.size() > 1) {
      further = sharedAddress(r, further);
    }
    CertificateVerdict certificate = r.certificate;
    if (certificate == null) {
      return r.connection.presentedCertificate().isEmpty()
          ? further
          : ignored(further, "the session is plaintext (PKI-1)", RuleId.PKI_1);
    }
    ConditionExplanation failure = r.match.failure.orElse(null);
    if (failure != null) {
      further = ignored(further, Words.failure(failure), failure.rule());
    } else if (decision.stage() != Stage.CERTIFICATE && !matchesAnEnabledConnector(r)) {
      further = with(further, Finding.Id.CERTIFICATE_UNMATCHED, Words.certificate(r));
    }
    String unchecked = certificate.revocationUnchecked().orElse(null);
    return unchecked == null
        ? further
        : with(further, Finding.Id.REVOCATION_NOT_CHECKED, unchecked);
  }

  private static List<Finding> ignored(List<Finding> found, String why, RuleId failed) {
    return Lists.with(found, new Finding(Finding.Id.CERTIFICATE_IGNORED, why, Optional.of(failed)));
  }

  private static List<Finding> sharedAddress(Resolution r, List<Finding> found) {
    List<Candidate<OnPremisesConnector>> enabled = Lists.filter(r.addressHits, Candidate::enabled);
    if (enabled.isEmpty() || Candidate.ofOneTenant(enabled)) {
      return found;
    }
    SortedSet<String> tenants = new TreeSet<>();
    enabled.forEach(candidate -> tenants.add(candidate.tenant().name()));
    return with(found, Finding.Id.SHARED_IP, String.join(", ", tenants));
  }

  /** By name alone: of any tenant if OnPremises, of the receiver if Partner. */
  private static boolean matchesAnEnabledConnector(Resolution r) {
    return !r.match.matching.isEmpty()
        || IncomingStage.partnersOf(r, r.recipientOwner).stream()
            .anyMatch(c -> c.enabled() && Conditions.matchesCertificate(r, c.connector()));
  }

  /** Tries each disabled connector that could matter as if it were enabled, it alone. */
  private static List<Finding> disabledWinner(
      Resolution decided, Decision decision, List<Finding> found) {
    List<Candidate<?>> disabled = withDisabled(decided.match.hits, List.of());
    disabled = withDisabled(decided.addressHits, disabled);
    if (decision.stage() == Stage.INCOMING) {
      disabled = withDisabled(IncomingStage.partnersOf(decided, decided.recipientOwner), disabled);
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
  private static boolean winsIfEnabled(Resolution decided, Candidate<?> disabled) {
    Decision then = Stages.decide(decided.withEnabled(disabled), new Notes());
    Candidate<?> winner = then.connector();
    return then.rejection() == null && winner != null && winner.isSame(disabled);
  }
}
