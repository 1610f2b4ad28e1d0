package org.exoattribution.engine;

import java.util.List;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.model.Tenant;

/** What explanations and findings say about the parts of a connection. */
final class Words {
  private Words() {}

  /** More values than this are counted, not listed: some connectors have hundreds. */
  private static final int MOST_VALUES = 6;

  static String list(List<?> values) {
    String shown = Conditions.join(values.subList(0, Math.min(values.size(), MOST_VALUES)));
    return values.size() <= MOST_VALUES
        ? shown
        : shown + " and " + (values.size() - MOST_VALUES) + " more";
  }

  /** The candidates by name: the order of tenants means nothing. */
  static String candidates(List<? extends Candidate<?>> candidates) {
    return list(candidates.stream().map(Candidate::toString).sorted().toList());
  }

  /** What a connector with a certificate name looks for. */
  static String wantedCertificate(InboundConnector connector) {
    return connector
        .tlsSenderCertificateName()
        .map(name -> "a certificate whose name matches " + name)
        .orElse("a TlsSenderCertificateName, which is not set");
  }

  /** What a connector with addresses looks for. */
  static String wantedAddress(InboundConnector connector) {
    List<SenderIpRange> addresses = connector.senderIpAddresses();
    return addresses.isEmpty()
        ? "SenderIPAddresses, which are not set"
        : "a source address in " + list(addresses);
  }

  static String certificateName(InboundConnector connector) {
    return connector.tlsSenderCertificateName().map(Object::toString).orElse("none");
  }

  /** What became of the certificate: its names, or why it does not count. */
  static String certificate(Resolution r) {
    if (r.certificate == null) {
      return r.connection.presentedCertificate().isEmpty()
          ? "no certificate presented"
          : "a plaintext session, in which no certificate counts";
    }
    String names =
        r.certificate.names().isEmpty() ? "a certificate without a name" : names(r.certificate);
    return r.certificate
        .firstFailure()
        .map(f -> names + ", not accepted: " + failure(f))
        .orElse(names);
  }

  /** What became of the certificate at this connector. */
  static String certificate(Resolution r, InboundConnector connector) {
    String names = certificate(r);
    String wanted = certificateName(connector);
    return Conditions.matchesCertificate(r, connector) && !names.equals(wanted)
        ? names + ", matching " + wanted
        : names;
  }

  /** The source address and the longest range of the connector that contains it. */
  static String address(Resolution r, InboundConnector connector) {
    return connector
        .rangeOf(r.connection.sourceIp())
        .filter(range -> range.prefixLength() < SenderIpRange.SINGLE_ADDRESS)
        .map(range -> r.connection.sourceIp() + ", which " + range + " contains")
        .orElse(r.connection.sourceIp().toString());
  }

  static String names(CertificateVerdict certificate) {
    return Conditions.join(certificate.names());
  }

  static String failure(ConditionExplanation test) {
    return test.actual() + " (" + test.rule().id() + ")";
  }

  static String mailFrom(Resolution r) {
    return r.connection.mailFrom().domain().map(DomainName::value).orElse("<>");
  }

  /** A domain and its owner, for the conditions of CERT-5, IP-2, IP-3 and IN-1. */
  static String owner(Resolution r, int owner, String domain) {
    Tenant tenant = r.tenant(owner);
    return domain + ", which " + (tenant == null ? "nobody" : tenant.name()) + " owns";
  }
}
