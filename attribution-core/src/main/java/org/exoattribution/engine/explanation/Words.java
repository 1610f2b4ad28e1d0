package org.exoattribution.engine.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.exoattribution.engine.stage.Case;
import org.exoattribution.engine.stage.ConnectorFacts;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.model.Tenant;
import org.jspecify.annotations.Nullable;

/** What explanations say about the parts of a case. */
final class Words {
  /** More values than this are counted, not listed: some connectors have hundreds. */
  private static final int MOST_VALUES = 6;

  private final Case given;

  Words(Case given) {
    this.given = given;
  }

  static String list(List<?> values) {
    String shown =
        values.stream().limit(MOST_VALUES).map(Object::toString).collect(Collectors.joining(", "));
    return values.size() <= MOST_VALUES
        ? shown
        : shown + " and " + (values.size() - MOST_VALUES) + " more";
  }

  /** What a stage found, by name: the order of tenants means nothing. */
  static String sorted(List<?> candidates) {
    return list(candidates.stream().map(Object::toString).sorted().toList());
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

  /** What became of the certificate at a connector. */
  String certificate(ConnectorFacts<?> facts) {
    String names = given.certificate();
    String wanted =
        facts.connector().tlsSenderCertificateName().map(Object::toString).orElse(names);
    return facts.byCertificate() && !names.equals(wanted) ? names + ", matching " + wanted : names;
  }

  /** The source address, and the range of the connector that contains it. */
  String address(ConnectorFacts<?> facts) {
    String source = given.connection().sourceIp().toString();
    return facts
        .range()
        .filter(range -> range.prefixLength() < SenderIpRange.SINGLE_ADDRESS)
        .map(range -> source + ", which " + range + " contains")
        .orElse(source);
  }

  String mailFrom() {
    return given.connection().mailFrom().domain().map(DomainName::value).orElse("<>");
  }

  /** RCPT TO and its owner. */
  String recipient() {
    return owner("RCPT TO " + given.connection().rcptTo().domain(), given.recipient());
  }

  /** Who owns the domains of the envelope. */
  String envelope() {
    List<String> owners = new ArrayList<>();
    owners.add(owner("MAIL FROM " + mailFrom(), given.sender()));
    Optional<DomainName> headerFrom = given.connection().headerFromDomain();
    if (given.rules().headerFromCounts() && headerFrom.isPresent()) {
      owners.add(owner("header-from " + headerFrom.get(), given.headerFrom()));
    }
    owners.add(recipient());
    return String.join("; ", owners);
  }

  private static String owner(String domain, @Nullable Tenant tenant) {
    return domain + ", which " + (tenant == null ? "nobody" : tenant.name()) + " owns";
  }
}
