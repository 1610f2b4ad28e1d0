package org.exoattribution.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.Finding;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.Stage;
import org.exoattribution.model.Tenant;

/** The findings on a result (section 9 of the rules). */
final class Findings {
  private final Resolution r;
  private final Resolution decided;
  private final Decision decision;
  private List<Finding> found = List.of();

  private Findings(Resolution r, Resolution decided, Decision decision) {
    this.r = r;
    this.decided = decided;
    this.decision = decision;
  }

  /**
   * All of them, for a recipient that was resolved by the stages.
   *
   * @param decided the recipient about whom the stages decided: an earlier one under MULTI-1
   */
  static List<Finding> of(Resolution r, Resolution decided, Notes notes, Decision decision) {
    Findings findings = new Findings(r, decided, decision);
    findings.aboutTheSender();
    findings.aboutTheSource();
    if (!notes.tiedTenants.isEmpty()) {
      findings.add(Finding.Id.AMBIGUOUS_CERTIFICATE, String.join(", ", notes.tiedTenants));
    }
    if (decision.rival() != null) {
      findings.add(
          Finding.Id.AMBIGUOUS_CONNECTOR,
          "not " + decision.rival() + ", which comes after by name");
    }
    findings.disabledWinner();
    return findings.sorted();
  }

  /** Those that do not depend on what the stages did: for recipients that were deferred. */
  static List<Finding> ofDeferred(Resolution r, Decision decision) {
    Findings findings = new Findings(r, r, decision);
    findings.aboutTheSource();
    return findings.sorted();
  }

  private List<Finding> sorted() {
    if (found.size() > 1) {
      Collections.sort(found);
    }
    return found;
  }

  private void add(Finding.Id id, String subject) {
    add(Finding.of(id, subject));
  }

  private void add(Finding finding) {
    found = found.isEmpty() ? new ArrayList<>(2) : found;
    found.add(finding);
  }

  private void aboutTheSender() {
    Decision.Sender sender = decision.originating();
    if (sender == null) {
      return;
    }
    Candidate<OnPremisesConnector> winner = sender.winner();
    Tenant senderOwner = r.tenant(r.senderOwner);
    if (senderOwner != null && r.senderOwner != winner.tenantId()) {
      add(Finding.Id.FOREIGN_SENDER, senderOwner.name());
    }
    Tenant recipientOwner = r.tenant(r.recipientOwner);
    if (recipientOwner != null && r.recipientOwner != winner.tenantId()) {
      add(Finding.Id.FOREIGN_RECIPIENT, recipientOwner.name());
    }
    boolean byCertificate = decision.stage() == Stage.CERTIFICATE;
    if (byCertificate
        && winner.connector().tlsSenderCertificateName().orElseThrow().wildcard()
        && r.senderOwner != winner.tenantId()
        && r.recipientOwner != winner.tenantId()) {
      add(Finding.Id.WILDCARD_CAPTURE, Words.certificateName(winner.connector()));
    }
    if (byCertificate
        && sender.basis() != AttributionBasis.CERTIFICATE_DOMAIN
        && sender.basis() != AttributionBasis.CONNECTOR) {
      add(Finding.Id.CERTIFICATE_DOMAIN_NOT_ACCEPTED, Words.certificateName(winner.connector()));
    }
    if (sender.basis() == AttributionBasis.RCPT_TO) {
      add(Finding.Id.RECIPIENT_DECIDED, r.connection.rcptTo().domain().value());
    }
  }

  private void aboutTheSource() {
    sharedAddress();
    CertificateVerdict certificate = r.certificate;
    if (certificate == null) {
      if (r.connection.presentedCertificate().isPresent()) {
        add(
            new Finding(
                Finding.Id.CERTIFICATE_IGNORED,
                "the session is plaintext (PKI-1)",
                Optional.of(RuleId.PKI_1)));
      }
      return;
    }
    Optional<ConditionExplanation> failure = certificate.firstFailure();
    if (failure.isPresent()) {
      add(
          new Finding(
              Finding.Id.CERTIFICATE_IGNORED,
              Words.failure(failure.get()),
              Optional.of(failure.get().rule())));
    } else if (decision.stage() != Stage.CERTIFICATE && !matchesAnEnabledConnector()) {
      add(Finding.Id.CERTIFICATE_UNMATCHED, Words.certificate(r));
    }
    certificate.revocationUnchecked().ifPresent(why -> add(Finding.Id.REVOCATION_NOT_CHECKED, why));
  }

  private void sharedAddress() {
    ConnectorIds hits = r.addressHits();
    int first = DirectoryIndex.NONE;
    SortedSet<String> tenants = null;
    for (int i = 0; i < hits.size(); i++) {
      if (r.index.connector(hits.get(i)).enabled()) {
        int tenant = r.index.tenantOf(hits.get(i));
        if (first == DirectoryIndex.NONE) {
          first = tenant;
        } else if (tenant != first) {
          tenants = tenants == null ? new TreeSet<>() : tenants;
          tenants.add(r.index.tenant(tenant).name());
          tenants.add(r.index.tenant(first).name());
        }
      }
    }
    if (tenants != null) {
      add(Finding.Id.SHARED_IP, String.join(", ", tenants));
    }
  }

  /** By name alone: of any tenant if OnPremises, of the receiver if Partner. */
  private boolean matchesAnEnabledConnector() {
    ConnectorIds hits = r.nameHits();
    for (int i = 0; i < hits.size(); i++) {
      OnPremisesConnector connector = r.index.connector(hits.get(i));
      if (connector.enabled() && Conditions.matchesCertificate(r, connector)) {
        return true;
      }
    }
    Tenant receiver = r.tenant(r.recipientOwner);
    if (receiver != null) {
      for (InboundConnector connector : receiver.inboundConnectors()) {
        if (connector instanceof PartnerConnector
            && connector.enabled()
            && Conditions.matchesCertificate(r, connector)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Tries each disabled connector that could matter as if it were enabled, it alone. */
  private void disabledWinner() {
    List<Candidate<?>> disabled = disabledConnectors();
    if (disabled.isEmpty()) {
      return;
    }
    SortedSet<String> winners = new TreeSet<>();
    for (Candidate<?> candidate : disabled) {
      if (winsIfEnabled(candidate)) {
        winners.add(candidate.toString());
      }
    }
    if (!winners.isEmpty()) {
      add(Finding.Id.DISABLED_CONNECTOR_WOULD_MATCH, String.join(", ", winners));
    }
  }

  private List<Candidate<?>> disabledConnectors() {
    List<Candidate<?>> disabled = withDisabled(decided.nameHits(), List.of());
    disabled = withDisabled(decided.addressHits(), disabled);
    Tenant receiver = decided.tenant(decided.recipientOwner);
    if (decision.stage() == Stage.INCOMING && receiver != null) {
      for (InboundConnector connector : receiver.inboundConnectors()) {
        if (connector instanceof PartnerConnector && !connector.enabled()) {
          disabled = with(disabled, decided.recipientOwner, connector);
        }
      }
    }
    return disabled;
  }

  private List<Candidate<?>> withDisabled(ConnectorIds hits, List<Candidate<?>> disabled) {
    List<Candidate<?>> further = disabled;
    for (int i = 0; i < hits.size(); i++) {
      OnPremisesConnector connector = r.index.connector(hits.get(i));
      if (!connector.enabled()) {
        further = with(further, r.index.tenantOf(hits.get(i)), connector);
      }
    }
    return further;
  }

  private List<Candidate<?>> with(
      List<Candidate<?>> candidates, int tenantId, InboundConnector further) {
    List<Candidate<?>> list = candidates.isEmpty() ? new ArrayList<>(2) : candidates;
    list.add(new Candidate<>(tenantId, r.index.tenant(tenantId), further, false, false));
    return list;
  }

  /** Whether the message would come through the disabled connector. */
  private boolean winsIfEnabled(Candidate<?> disabled) {
    Decision then =
        Stages.decide(decided.withEnabled(disabled.tenantId(), disabled.connector()), new Notes());
    Candidate<?> winner = then.connector();
    return then.rejection() == null
        && winner != null
        && winner.tenantId() == disabled.tenantId()
        && winner.connector().equals(disabled.connector());
  }
}
