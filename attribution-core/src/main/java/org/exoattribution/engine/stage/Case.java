package org.exoattribution.engine.stage;

import java.util.ArrayList;
import java.util.List;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.engine.index.Candidate;
import org.exoattribution.engine.index.DirectoryIndex;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.Forest;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * One recipient of a connection, and what is known of it before the stages begin: who owns its
 * domains, and to which OnPremises connectors its certificate and its source address lead.
 */
public final class Case {
  private final SimulatedConnection connection;

  /**
   * What the certificate says, under the setting, of the OnPremises connectors of this forest
   * (FOR-1).
   */
  private final CertificateMatch match;

  /**
   * OnPremises connectors of this forest whose SenderIPAddresses contain the source address, the
   * disabled too.
   */
  private final List<Candidate<OnPremisesConnector>> addressHits;

  private final int senderOwner;
  private final int recipientOwner;

  /**
   * Looks up what is to be known.
   *
   * @param verdict about the certificate; null if none was presented in a TLS session (PKI-1)
   */
  public Case(
      Setting setting, SimulatedConnection connection, @Nullable CertificateVerdict verdict) {
    this.connection = connection;
    List<Candidate<OnPremisesConnector>> hits = setting.index().byAddress(connection.sourceIp());
    Forest forest = connection.forest().orElse(null);
    this.match = match(verdict, forest, setting);
    this.addressHits = forest == null ? hits : Candidate.within(forest, hits);
    DomainName sender = connection.mailFrom().domain().orElse(null);
    this.senderOwner = sender == null ? DirectoryIndex.NONE : setting.index().ownerOf(sender);
    this.recipientOwner = setting.index().ownerOf(connection.rcptTo().domain());
  }

  private Case(
      Case from,
      SimulatedConnection connection,
      CertificateMatch match,
      List<Candidate<OnPremisesConnector>> addressHits,
      int recipientOwner) {
    this.connection = connection;
    this.match = match;
    this.addressHits = addressHits;
    this.senderOwner = from.senderOwner;
    this.recipientOwner = recipientOwner;
  }

  private static CertificateMatch match(
      @Nullable CertificateVerdict verdict, @Nullable Forest forest, Setting setting) {
    CertificateMatch anywhere = setting.match(verdict);
    return forest == null ? anywhere : anywhere.within(forest);
  }

  /** Another recipient of the same transaction. */
  Case forRecipient(SimulatedConnection later) {
    int owner = setting().index().ownerOf(later.rcptTo().domain());
    return new Case(this, later, match, addressHits, owner);
  }

  /** The same under other readings. */
  Case under(Readings other) {
    CertificateVerdict verdict = match.verdict == null ? null : match.verdict.under(other);
    CertificateMatch changed =
        match(verdict, connection.forest().orElse(null), setting().under(other));
    return new Case(this, connection, changed, addressHits, recipientOwner);
  }

  /** The same as if this disabled connector were enabled (CON-8). */
  Case withEnabled(Candidate<?> disabled) {
    return new Case(
        this,
        connection,
        match.withEnabled(disabled),
        Candidate.enabled(disabled, addressHits),
        recipientOwner);
  }

  /** The recipient's connection. */
  public SimulatedConnection connection() {
    return connection;
  }

  public RuleSet rules() {
    return setting().rules();
  }

  public Readings readings() {
    return setting().readings();
  }

  Setting setting() {
    return match.setting;
  }

  CertificateMatch match() {
    return match;
  }

  /** IP-1 but for CON-8 and CON-9. */
  List<Candidate<OnPremisesConnector>> addressHits() {
    return addressHits;
  }

  /** Whether the session is TLS: one in which a certificate counts always is (PKI-1). */
  public boolean tls() {
    return match.verdict != null || connection.tls();
  }

  /** The names of the accepted certificate; none without one (CERT-1). */
  List<PresentedName> names() {
    return match.names;
  }

  /** The order of CERT-4 among connectors of either type. */
  <C extends InboundConnector> Exactness<C> exactness() {
    return new Exactness<>(names(), readings());
  }

  int senderOwner() {
    return senderOwner;
  }

  /** The owner of the header-from domain, which counts before 2023-11-01 alone. */
  int headerFromOwner() {
    if (!rules().headerFromCounts()) {
      return DirectoryIndex.NONE;
    }
    return connection
        .headerFromDomain()
        .map(domain -> setting().index().ownerOf(domain))
        .orElse(DirectoryIndex.NONE);
  }

  int recipientOwner() {
    return recipientOwner;
  }

  /** The owner of the MAIL FROM domain; null if nobody owns it, as the null reverse-path's. */
  public @Nullable Tenant sender() {
    return tenant(senderOwner);
  }

  /** The owner of the header-from domain, where that counts; else null. */
  public @Nullable Tenant headerFrom() {
    return tenant(headerFromOwner());
  }

  /** The owner of the RCPT TO domain (IN-1); null if nobody owns it. */
  public @Nullable Tenant recipient() {
    return tenant(recipientOwner);
  }

  private @Nullable Tenant tenant(int id) {
    return id == DirectoryIndex.NONE ? null : setting().index().tenant(id);
  }

  /** The Partner connectors of a tenant. */
  List<Candidate<PartnerConnector>> partnersOf(int tenantId) {
    if (!setting().index().hasPartners(tenantId)) { // as a rule
      return List.of();
    }
    Tenant tenant = setting().index().tenant(tenantId);
    List<Candidate<PartnerConnector>> partners = new ArrayList<>();
    for (InboundConnector connector : tenant.inboundConnectors()) {
      if (connector instanceof PartnerConnector partner) {
        partners.add(candidate(tenantId, tenant, partner));
      }
    }
    return partners;
  }

  /** A connector of the tenant as a candidate of the incoming stage. */
  <C extends InboundConnector> Candidate<C> candidate(int tenantId, Tenant tenant, C connector) {
    Candidate<C> candidate = Candidate.of(tenantId, tenant, connector);
    Candidate<?> enabledAlone = match.enabledAlone;
    return enabledAlone != null && enabledAlone.isSame(candidate)
        ? candidate.asEnabled()
        : candidate;
  }

  /** What became of the certificate, in words: its names, or why it does not count. */
  public String certificate() {
    if (match.verdict != null) {
      return match.words();
    }
    return connection.presentedCertificate().isEmpty()
        ? "no certificate presented"
        : "a plaintext session, in which no certificate counts";
  }

  /** The tests of the certificate (PKI-2 to PKI-6); none without one. */
  public List<ConditionExplanation> certificateTests() {
    return match.verdict == null ? List.of() : match.verdict.tests();
  }

  /** Whether a certificate was presented in a TLS session (PKI-1). */
  public boolean hasCertificate() {
    return match.verdict != null;
  }

  /** IP-3, reading recipientOnlyIpMatch: whether the recipient's owner makes mail Originating. */
  public boolean recipientIsEnough() {
    return readings().recipientOnlyIpMatch() == Readings.RecipientOnlyIpMatch.ORIGINATING;
  }
}
