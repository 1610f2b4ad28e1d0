package org.exoattribution.testkit.render.yaml;

import static org.exoattribution.testkit.render.json.Json.object;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.AcceptedDomain.DomainType;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.model.Tenant;
import org.exoattribution.testkit.pki.SyntheticCertificate;
import org.exoattribution.testkit.pki.SyntheticCertificate.Chain;
import org.exoattribution.testkit.pki.SyntheticCertificate.Issuer;
import org.exoattribution.testkit.pki.SyntheticPki;
import org.jspecify.annotations.Nullable;

/**
 * Tenants and connections as the records of a scenario file, without what has its default value.
 */
final class YamlRecords {
  private static final SyntheticCertificate DEFAULT = SyntheticCertificate.nameless();

  private YamlRecords() {}

  static Map<String, Object> tenant(Tenant tenant) {
    return object(
        "name", tenant.name(),
        "tenantId", tenant.tenantId().orElse(null),
        "forest", tenant.forest().map(Object::toString).orElse(null),
        "rejectDirectSend", unless(false, tenant.rejectDirectSend()),
        "mailEnabled", unless(true, tenant.mailEnabled()),
        "acceptedDomains",
            unless(List.of(), tenant.acceptedDomains().stream().map(YamlRecords::domain).toList()),
        "inboundConnectors",
            unless(
                List.of(),
                tenant.inboundConnectors().stream().map(YamlRecords::connector).toList()));
  }

  private static Object domain(AcceptedDomain domain) {
    String name = domain.domainName().value();
    if (domain.equals(AcceptedDomain.of(domain.domainName()))) {
      return name;
    }
    boolean ordinary = domain.domainType() == DomainType.AUTHORITATIVE;
    return object(
        "DomainName",
        name,
        "DomainType",
        ordinary ? null : domain.domainType().property(),
        "MatchSubDomains",
        unless(false, domain.matchSubDomains()));
  }

  private static Map<String, Object> connector(InboundConnector connector) {
    Map<String, Object> record =
        object(
            "Name", connector.name(),
            "ConnectorType", connector.connectorType(),
            "Enabled", unless(true, connector.enabled()),
            "TlsSenderCertificateName",
                connector.tlsSenderCertificateName().map(Object::toString).orElse(null),
            "SenderIPAddresses", texts(connector.senderIpAddresses()),
            "SenderDomains", texts(connector.senderDomains()),
            "RequireTls", unless(true, connector.requireTls()),
            "RestrictDomainsToCertificate", unless(false, connector.restrictDomainsToCertificate()),
            "RestrictDomainsToIPAddresses", unless(false, connector.restrictDomainsToIpAddresses()),
            "AssociatedAcceptedDomains", texts(connector.associatedAcceptedDomains()),
            "CloudServicesMailEnabled", unless(false, connector.cloudServicesMailEnabled()),
            "TreatMessagesAsInternal", unless(false, connector.treatMessagesAsInternal()));
    record.putAll(connector.otherProperties());
    return record;
  }

  /**
   * A connection.
   *
   * @param defaultInstant what the file says under {@code at}, if there is one
   */
  static Map<String, Object> connection(
      SimulatedTransaction transaction, Optional<Instant> defaultInstant) {
    SimulatedConnection connection = transaction.connections().get(0);
    Optional<Instant> at = Optional.of(connection.at());
    List<String> recipients =
        transaction.connections().stream().map(each -> each.rcptTo().toString()).toList();
    return object(
        "sourceIp", connection.sourceIp().toString(),
        "ehlo", connection.ehlo().orElse(null),
        "tls", unless(connection.presentedCertificate().isPresent(), connection.tls()),
        "certificate",
            connection
                .presentedCertificate()
                .map(presented -> certificate(described(presented, connection)))
                .orElse(null),
        "mailFrom", connection.mailFrom().toString(),
        "headerFrom", connection.headerFromDomain().map(DomainName::value).orElse(null),
        "rcptTo", recipients.size() == 1 ? recipients.get(0) : recipients,
        "forest", connection.forest().map(Object::toString).orElse(null),
        "at", defaultInstant.equals(at) ? null : connection.at().toString());
  }

  private static SyntheticCertificate described(
      PresentedCertificate presented, SimulatedConnection connection) {
    String expected =
        "\" cannot be described in a scenario: expected a certificate that SyntheticPki issued for"
            + " the day of its connection, ";
    return SyntheticPki.shared()
        .describe(presented, connection.at())
        .orElseThrow(
            () -> new IllegalArgumentException("\"" + presented + expected + connection.at()));
  }

  private static Map<String, Object> certificate(SyntheticCertificate certificate) {
    return object(
        "commonName", certificate.commonName().orElse(null),
        "subjectAltNames", unless(List.of(), certificate.subjectAltNames()),
        "issuer", key(unless(Issuer.TRUSTED, certificate.issuer())),
        "chain", key(unless(Chain.COMPLETE, certificate.chain())),
        "notBefore", certificate.notBefore().map(Object::toString).orElse(null),
        "notAfter", certificate.notAfter().map(Object::toString).orElse(null),
        "revocation", key(certificate.revocation().orElse(null)),
        "extendedKeyUsage", unless(DEFAULT.extendedKeyUsage(), certificate.extendedKeyUsage()));
  }

  private static @Nullable List<String> texts(List<?> values) {
    return unless(List.of(), values.stream().map(Object::toString).toList());
  }

  /** The value, or null if it is the default. */
  private static <T> @Nullable T unless(T byDefault, T value) {
    return value.equals(byDefault) ? null : value;
  }

  private static @Nullable String key(@Nullable Enum<?> value) {
    return value == null ? null : value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
