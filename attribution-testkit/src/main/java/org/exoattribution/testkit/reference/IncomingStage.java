package org.exoattribution.testkit.reference;

import static org.exoattribution.model.RejectionReason.DIRECT_SEND;
import static org.exoattribution.model.RejectionReason.DOMAIN_NOT_ACCEPTED;
import static org.exoattribution.model.RejectionReason.NO_CONNECTOR_MATCHED;
import static org.exoattribution.model.RejectionReason.NO_MAIL_SUBSCRIPTION;
import static org.exoattribution.model.RejectionReason.PARTNER_RESTRICTION;
import static org.exoattribution.model.RejectionReason.TLS_REQUIRED;
import static org.exoattribution.model.RejectionReason.WRONG_FOREST;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Readings.PartnerAddresses;
import org.exoattribution.model.Readings.PartnerBoth;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.Stage;
import org.exoattribution.model.Tenant;

/** Section 6: the tenant that receives the message, and its Partner connectors. */
final class IncomingStage {
  private final ReferenceCase given;
  private final boolean onPremisesConnectorMatched;

  IncomingStage(ReferenceCase given, boolean onPremisesConnectorMatched) {
    this.given = given;
    this.onPremisesConnectorMatched = onPremisesConnectorMatched;
  }

  /** IN-1. */
  ReferenceResult incoming() {
    return given.rcptToOwner().map(this::receivedBy).orElseGet(this::relayRefused);
  }

  /** Section 8, its first two rows. */
  private ReferenceResult relayRefused() {
    RejectionReason reason =
        onPremisesConnectorMatched ? DOMAIN_NOT_ACCEPTED : NO_CONNECTOR_MATCHED;
    return rejected(reason, Optional.empty(), Optional.empty());
  }

  private ReferenceResult receivedBy(Tenant tenant) {
    if (for2(tenant)) {
      return rejected(WRONG_FOREST, Optional.of(tenant), Optional.empty());
    }
    if (!tenant.mailEnabled()) {
      return rejected(NO_MAIL_SUBSCRIPTION, Optional.of(tenant), Optional.empty()); // IN-2
    }
    List<Candidate> takingPart = in3(tenant);
    List<Candidate> restricting = takingPart.stream().filter(IncomingStage::isRestricting).toList();
    List<Candidate> met = restricting.stream().filter(this::restrictionMet).toList();
    if (!restricting.isEmpty() && met.isEmpty()) {
      return rejected(PARTNER_RESTRICTION, Optional.of(tenant), firstByName(restricting)); // IN-4
    }
    Optional<Choice> chosen = in5(restricting.isEmpty() ? takingPart : met);
    if (chosen.isPresent() && chosen.get().connector().requireTls() && !given.connection().tls()) {
      return rejected(TLS_REQUIRED, Optional.of(tenant), chosen); // IN-6
    }
    if (in7(tenant)) {
      return rejected(DIRECT_SEND, Optional.of(tenant), Optional.empty())
          .andFindings(chosen.map(Choice::findings).orElse(Set.of()));
    }
    return ReferenceResult.incoming(tenant, chosen);
  }

  /** FOR-2: the connection names a forest and the tenant is known to be in another. */
  private boolean for2(Tenant tenant) {
    return given.connection().forest().isPresent()
        && tenant.forest().isPresent()
        && !tenant.forest().equals(given.connection().forest());
  }

  private List<Candidate> in3(Tenant tenant) {
    return given
        .connectorsTakingPart()
        .filter(candidate -> candidate.tenant().equals(tenant))
        .filter(candidate -> candidate.connector() instanceof PartnerConnector)
        .filter(candidate -> coversSender(candidate.connector()))
        .toList();
  }

  private boolean coversSender(InboundConnector connector) {
    return connector.senderDomains().stream()
        .anyMatch(entry -> ConnectorKeys.covers(entry, given.connection().mailFrom()));
  }

  private static boolean isRestricting(Candidate candidate) {
    InboundConnector connector = candidate.connector();
    return connector.restrictDomainsToIpAddresses() || connector.restrictDomainsToCertificate();
  }

  /** IN-4; with both restrictions set, both must be met, or either (reading partnerBoth). */
  private boolean restrictionMet(Candidate candidate) {
    InboundConnector connector = candidate.connector();
    if (given.readings().partnerBoth() == PartnerBoth.OR
        && connector.restrictDomainsToIpAddresses()
        && connector.restrictDomainsToCertificate()) {
      return given.matchesAddress(connector) || given.matchesCertificate(connector);
    }
    boolean addressFails =
        connector.restrictDomainsToIpAddresses() && !given.matchesAddress(connector);
    boolean certificateFails =
        connector.restrictDomainsToCertificate() && !given.matchesCertificate(connector);
    return !addressFails && !certificateFails;
  }

  /** Which of several restrictions refuses is a matter of naming one, not of choosing (IN-4). */
  private static Optional<Choice> firstByName(List<Candidate> restricting) {
    return restricting.stream().min(Candidate.BY_NAME).map(first -> new Choice(first, false));
  }

  /** The first of: by certificate, by address, by sender domain alone; empty if none is left. */
  private Optional<Choice> in5(List<Candidate> left) {
    List<Candidate> byCertificate =
        left.stream().filter(c -> given.matchesCertificate(c.connector())).toList();
    List<Candidate> byAddress =
        left.stream()
            .filter(c -> addressesCount(c.connector()) && given.matchesAddress(c.connector()))
            .toList();
    return Choice.sel1(byCertificate, ConnectorKeys.byCertificate(given))
        .or(() -> Choice.sel1(byAddress, ConnectorKeys.byAddress(given)))
        .or(() -> Choice.sel1(left, ConnectorKeys.bySenderDomain(given)));
  }

  /** Only if the connector restricts to them (NIC), or always (reading partnerAddresses). */
  private boolean addressesCount(InboundConnector connector) {
    return connector.restrictDomainsToIpAddresses()
        || given.readings().partnerAddresses() == PartnerAddresses.ALWAYS;
  }

  /** IN-7: whether Direct Send is refused; RejectDirectSend exists since 2025-05-01. */
  private boolean in7(Tenant tenant) {
    return given.rules() == RuleSet.V2025
        && tenant.rejectDirectSend()
        && given.mailFromOwner().filter(tenant::equals).isPresent()
        && given
            .connectorsTakingPart()
            .filter(candidate -> candidate.tenant().equals(tenant))
            .map(Candidate::connector)
            .noneMatch(c -> given.matchesAddress(c) || given.matchesCertificate(c));
  }

  private ReferenceResult rejected(
      RejectionReason reason, Optional<Tenant> tenant, Optional<Choice> through) {
    return ReferenceResult.rejected(
        reason, Stage.INCOMING, Replies.to(reason, given.readings()), tenant, through);
  }
}
