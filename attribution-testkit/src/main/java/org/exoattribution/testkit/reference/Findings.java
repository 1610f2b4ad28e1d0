package org.exoattribution.testkit.reference;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.Finding;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Stage;
import org.exoattribution.model.Tenant;

/** Section 9: the facts that make a result fragile or surprising. */
final class Findings {
  private static final Set<AttributionBasis> ENVELOPE =
      EnumSet.of(
          AttributionBasis.MAIL_FROM, AttributionBasis.RCPT_TO, AttributionBasis.HEADER_FROM);

  private final ReferenceCase given;
  private final ReferenceResult result;
  private final Set<Finding.Id> findings = EnumSet.noneOf(Finding.Id.class);

  private Findings(ReferenceCase given, ReferenceResult result) {
    this.given = given;
    this.result = result;
  }

  /** All findings but AMBIGUOUS_CONNECTOR, which the result of the stages already carries. */
  static Set<Finding.Id> of(ReferenceCase given, ReferenceResult result) {
    Findings facts = new Findings(given, result);
    facts.addOfSession();
    facts.addOfRecipient();
    facts.add(Finding.Id.FOREIGN_SENDER, facts.isForeign(given.mailFromOwner()));
    facts.add(Finding.Id.CERTIFICATE_DOMAIN_NOT_ACCEPTED, facts.certificateDomainNotAccepted());
    facts.add(Finding.Id.RECIPIENT_DECIDED, facts.recipientDecided());
    facts.add(Finding.Id.AMBIGUOUS_CERTIFICATE, new OnPremisesStages(given).ownedCandidatesTied());
    facts.add(Finding.Id.DISABLED_CONNECTOR_WOULD_MATCH, facts.disabledConnectorWouldMatch());
    return facts.findings;
  }

  /** The findings that a recipient has for the session's sake, however its result came about. */
  static Set<Finding.Id> ofSession(ReferenceCase given, ReferenceResult result) {
    Findings facts = new Findings(given, result);
    facts.addOfSession();
    facts.add(Finding.Id.CERTIFICATE_UNMATCHED, facts.certificateUnmatched());
    return facts.findings;
  }

  /** The findings that depend on the recipient. */
  static Set<Finding.Id> ofRecipient(ReferenceCase given, ReferenceResult result) {
    Findings facts = new Findings(given, result);
    facts.addOfRecipient();
    return facts.findings;
  }

  private void addOfSession() {
    add(Finding.Id.SHARED_IP, sharedIp());
    add(Finding.Id.CERTIFICATE_IGNORED, certificateIgnored());
    add(Finding.Id.REVOCATION_NOT_CHECKED, revocationNotChecked());
  }

  private void addOfRecipient() {
    add(Finding.Id.FOREIGN_RECIPIENT, isForeign(given.rcptToOwner()));
    add(Finding.Id.WILDCARD_CAPTURE, wildcardCapture());
    add(Finding.Id.CERTIFICATE_UNMATCHED, certificateUnmatched());
  }

  private void add(Finding.Id id, boolean present) {
    if (present) {
      findings.add(id);
    }
  }

  /** FOREIGN_SENDER, FOREIGN_RECIPIENT: Originating, and another tenant owns the domain. */
  private boolean isForeign(Optional<Tenant> owner) {
    return result.isOriginating() && owner.filter(tenant -> !isOurs(tenant)).isPresent();
  }

  private boolean isOurs(Tenant tenant) {
    return result.tenant().filter(tenant.name()::equals).isPresent();
  }

  /** A wildcard counts if mail came through it: at the certificate stage. */
  private boolean wildcardCapture() {
    return result.isOriginating()
        && result.stage() == Stage.CERTIFICATE
        && resultConnector()
            .flatMap(InboundConnector::tlsSenderCertificateName)
            .filter(CertificateNamePattern::wildcard)
            .isPresent()
        && given.mailFromOwner().filter(this::isOurs).isEmpty()
        && given.rcptToOwner().filter(this::isOurs).isEmpty();
  }

  private Optional<InboundConnector> resultConnector() {
    return result
        .tenant()
        .flatMap(given.directory()::tenant)
        .flatMap(tenant -> result.connector().flatMap(tenant::inboundConnector));
  }

  private boolean certificateDomainNotAccepted() {
    return result.isOriginating()
        && result.stage() == Stage.CERTIFICATE
        && result.basis().filter(ENVELOPE::contains).isPresent()
        && !new OnPremisesStages(given).ownedCandidatesTied();
  }

  /** Whatever the verdict, and whether or not the connectors apply to this mail. */
  private boolean sharedIp() {
    return given
            .enabledConnectors()
            .filter(candidate -> candidate.connector() instanceof OnPremisesConnector)
            .filter(candidate -> given.matchesAddress(candidate.connector()))
            .map(Candidate::tenant)
            .distinct()
            .count()
        > 1;
  }

  private boolean recipientDecided() {
    return result.isOriginating()
        && result.basis().filter(AttributionBasis.RCPT_TO::equals).isPresent();
  }

  private boolean certificateIgnored() {
    return given.connection().presentedCertificate().isPresent() && !certificateAccepted();
  }

  private boolean certificateAccepted() {
    return given.tlsCertificate().filter(CertificateVerdict::accepted).isPresent();
  }

  /** By NAME-1 alone, among the connectors that could have mattered. */
  private boolean certificateUnmatched() {
    return certificateAccepted()
        && result.stage() != Stage.CERTIFICATE
        && given
            .enabledConnectors()
            .filter(
                candidate ->
                    candidate.connector() instanceof OnPremisesConnector
                        || given.rcptToOwner().filter(candidate.tenant()::equals).isPresent())
            .noneMatch(candidate -> given.matchesCertificate(candidate.connector()));
  }

  /** Each disabled connector is enabled in turn, alone. */
  private boolean disabledConnectorWouldMatch() {
    return given.directory().tenants().stream()
        .anyMatch(
            tenant ->
                tenant.inboundConnectors().stream()
                    .filter(connector -> !connector.enabled())
                    .anyMatch(connector -> wouldWin(tenant, connector)));
  }

  private boolean wouldWin(Tenant tenant, InboundConnector disabled) {
    Tenant changed = tenant.withInboundConnector(disabled.withEnabled(true));
    ReferenceResult other = Transactions.decide(given.in(given.directory().withTenant(changed)));
    return other.reason().isEmpty()
        && other.tenant().equals(Optional.of(tenant.name()))
        && other.connector().equals(Optional.of(disabled.name()));
  }

  private boolean revocationNotChecked() {
    return given.tlsCertificate().flatMap(CertificateVerdict::revocationUnchecked).isPresent();
  }
}
