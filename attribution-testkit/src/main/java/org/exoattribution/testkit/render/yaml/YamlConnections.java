package org.exoattribution.testkit.render.yaml;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.testkit.pki.SyntheticCertificate;
import org.exoattribution.testkit.pki.SyntheticCertificate.Chain;
import org.exoattribution.testkit.pki.SyntheticCertificate.Issuer;
import org.exoattribution.testkit.pki.SyntheticPki;

/** Connections as the records of a scenario file, without what has its default value. */
final class YamlConnections {
  private static final SyntheticCertificate DEFAULT = SyntheticCertificate.nameless();

  private YamlConnections() {}

  /**
   * A record.
   *
   * @param defaultInstant what the file says under {@code at}, if there is one
   */
  static Map<String, Object> record(
      SimulatedTransaction transaction, Optional<Instant> defaultInstant) {
    SimulatedConnection connection = transaction.connections().get(0);
    boolean certificate = connection.presentedCertificate().isPresent();
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("sourceIp", connection.sourceIp().toString());
    connection.ehlo().ifPresent(name -> record.put("ehlo", name));
    if (connection.tls() != certificate) {
      record.put("tls", connection.tls());
    }
    connection
        .presentedCertificate()
        .ifPresent(presented -> record.put("certificate", record(describe(presented, connection))));
    record.put("mailFrom", connection.mailFrom().toString());
    connection.headerFromDomain().ifPresent(domain -> record.put("headerFrom", domain.value()));
    List<String> recipients =
        transaction.connections().stream().map(each -> each.rcptTo().toString()).toList();
    record.put("rcptTo", recipients.size() == 1 ? recipients.get(0) : recipients);
    connection.forest().ifPresent(forest -> record.put("forest", forest.name()));
    if (!defaultInstant.equals(Optional.of(connection.at()))) {
      record.put("at", connection.at().toString());
    }
    return record;
  }

  private static SyntheticCertificate describe(
      PresentedCertificate presented, SimulatedConnection connection) {
    return SyntheticPki.shared()
        .describe(presented, connection.at())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\""
                        + presented
                        + "\" cannot be described in a scenario: expected a certificate that"
                        + " SyntheticPki issued for the day of its connection, "
                        + connection.at()));
  }

  private static Map<String, Object> record(SyntheticCertificate certificate) {
    Map<String, Object> record = new LinkedHashMap<>();
    certificate.commonName().ifPresent(name -> record.put("commonName", name));
    if (!certificate.subjectAltNames().isEmpty()) {
      record.put("subjectAltNames", certificate.subjectAltNames());
    }
    if (certificate.issuer() != Issuer.TRUSTED) {
      record.put("issuer", key(certificate.issuer()));
    }
    if (certificate.chain() != Chain.COMPLETE) {
      record.put("chain", key(certificate.chain()));
    }
    certificate.notBefore().ifPresent(from -> record.put("notBefore", from.toString()));
    certificate.notAfter().ifPresent(until -> record.put("notAfter", until.toString()));
    certificate.revocation().ifPresent(status -> record.put("revocation", key(status)));
    if (!certificate.extendedKeyUsage().equals(DEFAULT.extendedKeyUsage())) {
      record.put("extendedKeyUsage", certificate.extendedKeyUsage());
    }
    return record;
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
