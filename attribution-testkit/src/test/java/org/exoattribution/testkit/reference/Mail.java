package org.exoattribution.testkit.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.certificate.TrustAnchors;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.Finding;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/**
 * Mail to a small directory, resolved by the reference. Of its certificate only the verdict
 * matters, which is given by hand, so that these tests judge the rules and no X.509.
 */
final class Mail {
  static final String GATEWAY = "203.0.113.10";

  private static final PresentedCertificate STAND_IN =
      PresentedCertificate.of(TrustAnchors.jdkDefaults().certificates().get(0));

  private final TenantDirectory directory;
  private final SimulatedConnection.Builder connection =
      SimulatedConnection.builder().at("2026-11-01T00:00:00Z").sourceIp(GATEWAY).tls(true);
  private Optional<CertificateVerdict> certificate = Optional.empty();
  private RuleSet rules = RuleSet.CURRENT;
  private Readings readings = Readings.defaults();

  private Mail(TenantDirectory directory) {
    this.directory = directory;
  }

  static Mail among(Tenant... tenants) {
    return new Mail(TenantDirectory.of(tenants));
  }

  static Tenant tenant(String name, String acceptedDomain, InboundConnector... connectors) {
    return tenant(name, List.of(acceptedDomain), connectors);
  }

  static Tenant tenant(String name, List<String> acceptedDomains, InboundConnector... connectors) {
    Tenant.Builder tenant = Tenant.builder(name);
    acceptedDomains.forEach(tenant::acceptedDomains);
    Stream.of(connectors).forEach(tenant::inboundConnector);
    return tenant.build();
  }

  static InboundConnector byIp(String name, String... addresses) {
    return OnPremisesConnector.builder(name).senderIpAddresses(addresses).build();
  }

  static InboundConnector byCertificate(String name, String certificateName) {
    return OnPremisesConnector.builder(name).tlsSenderCertificateName(certificateName).build();
  }

  static InboundConnector.Builder<PartnerConnector> partner(String name, String... senderDomains) {
    return PartnerConnector.builder(name).senderDomains(senderDomains);
  }

  Mail rules(RuleSet value) {
    rules = value;
    return this;
  }

  Mail reading(String key, String value) {
    readings = readings.with(key, value);
    return this;
  }

  Mail at(String instant) {
    connection.at(Instant.parse(instant));
    return this;
  }

  Mail source(String address) {
    connection.sourceIp(address);
    return this;
  }

  Mail forest(String name) {
    connection.forest(name);
    return this;
  }

  Mail plaintext() {
    connection.tls(false);
    return this;
  }

  Mail headerFrom(String domain) {
    connection.headerFrom(domain);
    return this;
  }

  /** An accepted certificate of these names. */
  Mail certificate(String... names) {
    return certificate(List.of(), Optional.empty(), names);
  }

  /** A certificate that fails a test. */
  Mail certificateFailing(RuleId rule, String... names) {
    return certificate(
        List.of(new ConditionExplanation("test", Outcome.NOT_MATCHED, rule, "", "")),
        Optional.empty(),
        names);
  }

  Mail certificateWithUncheckedRevocation(String... names) {
    return certificate(List.of(), Optional.of("left out"), names);
  }

  private Mail certificate(
      List<ConditionExplanation> tests, Optional<String> unchecked, String... names) {
    List<PresentedName> presented =
        Stream.of(names).map(name -> PresentedName.tryParse(name).orElseThrow()).toList();
    certificate =
        Optional.of(new CertificateVerdict(tests, presented, List.of(), unchecked, Set.of()));
    connection.presentedCertificate(STAND_IN);
    return this;
  }

  /** The outcome for one recipient, in one line that leaves nothing out but the reply. */
  String mail(String mailFrom, String rcptTo) {
    return line(resolve(mailFrom, rcptTo));
  }

  ReferenceResult resolve(String mailFrom, String rcptTo) {
    return Transactions.resolve(caseOf(mailFrom, rcptTo));
  }

  /** The outcomes for several recipients of one transaction. */
  List<String> mail(String mailFrom, String rcptTo, String... further) {
    List<ReferenceCase> recipients = new ArrayList<>(List.of(caseOf(mailFrom, rcptTo)));
    Stream.of(further).forEach(recipient -> recipients.add(caseOf(mailFrom, recipient)));
    return Transactions.resolve(recipients).stream().map(Mail::line).toList();
  }

  private ReferenceCase caseOf(String mailFrom, String rcptTo) {
    SimulatedConnection built = connection.mailFrom(mailFrom).rcptTo(rcptTo).build();
    return new ReferenceCase(
        directory, rules, readings, built, built.tls() ? certificate : Optional.empty());
  }

  private static String line(ReferenceResult result) {
    return Stream.of(
            Stream.of(result.verdict().key()),
            result.reason().map(Enum::name).stream(),
            result.tenant().stream(),
            result.connector().map(name -> "via " + name).stream(),
            Stream.of("at " + result.stage().key()),
            result.basis().map(AttributionBasis::key).map(key -> "by " + key).stream(),
            result.findings().stream().map(Finding.Id::name))
        .flatMap(parts -> parts)
        .collect(Collectors.joining(" "));
  }
}
