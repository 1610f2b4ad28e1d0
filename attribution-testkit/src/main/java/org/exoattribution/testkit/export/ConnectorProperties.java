package org.exoattribution.testkit.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.SenderDomainPattern;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.testkit.document.Node;
import org.exoattribution.testkit.document.Node.Fields;
import org.exoattribution.testkit.document.Node.Items;
import org.exoattribution.testkit.document.Node.Scalar;
import org.exoattribution.testkit.document.Quoted;
import org.exoattribution.testkit.source.ScenarioException;

/** Fills a connector with the properties of its record, and reports those that it cannot honour. */
final class ConnectorProperties {
  /**
   * Properties outside the model that are kept to be shown: scope in other respects, Enhanced
   * Filtering, and who made the connector for what, and when.
   */
  static final List<String> KEPT =
      List.of(
          "ClientHostNames",
          "TrustedOrganizations",
          "EFSkipIPs",
          "EFSkipLastIP",
          "EFSkipMailGateway",
          "EFTestMode",
          "EFUsers",
          "ScanAndDropRecipients",
          "ConnectorSource",
          "Comment",
          "WhenCreated",
          "WhenChanged",
          "WhenCreatedUTC",
          "WhenChangedUTC");

  private static final String SUBJECT = "CN=";

  private final CmdletRecord record;
  private final String name;
  private final List<String> kept;
  private final ImportLog log;

  ConnectorProperties(CmdletRecord record, String name, List<String> kept, ImportLog log) {
    this.record = record;
    this.name = name;
    this.kept = kept;
    this.log = log;
  }

  /**
   * Sets what the record says.
   *
   * @return false if the connector must be left out, because without what could not be honoured it
   *     would match more than it should, or by nothing that was meant
   */
  boolean fill(InboundConnector.Builder<?> builder) {
    Optional<CertificateNamePattern> certificateName = certificateName();
    List<SenderIpRange> addresses = entries("SenderIPAddresses", SenderIpRange::parse);
    List<SenderDomainPattern> senders = entries("SenderDomains", SenderDomainPattern::parse);
    List<DomainName> associated = entries("AssociatedAcceptedDomains", DomainName::parse);
    boolean identified = isGiven("SenderIPAddresses") || isGiven("TlsSenderCertificateName");
    if (identified && addresses.isEmpty() && certificateName.isEmpty()) {
      return leftOut("neither SenderIPAddresses nor TlsSenderCertificateName");
    }
    if (isGiven("AssociatedAcceptedDomains") && associated.isEmpty()) {
      return leftOut("none of AssociatedAcceptedDomains");
    }
    certificateName.ifPresent(builder::tlsSenderCertificateName);
    builder.senderIpAddresses(addresses);
    builder.senderDomains(senders);
    builder.associatedAcceptedDomains(associated);
    builder.enabled(record.flag("Enabled", true));
    builder.requireTls(record.flag("RequireTls", true));
    builder.restrictDomainsToCertificate(record.flag("RestrictDomainsToCertificate", false));
    builder.restrictDomainsToIpAddresses(record.flag("RestrictDomainsToIPAddresses", false));
    builder.cloudServicesMailEnabled(record.flag("CloudServicesMailEnabled", false));
    builder.treatMessagesAsInternal(record.flag("TreatMessagesAsInternal", false));
    for (String property : kept) {
      record
          .get(property)
          .map(ConnectorProperties::shown)
          .filter(value -> !value.isEmpty())
          .ifPresent(value -> builder.otherProperty(property, value));
    }
    return true;
  }

  private boolean isGiven(String property) {
    return !record.list(property).isEmpty();
  }

  private boolean leftOut(String what) {
    log.fault(record.location(), about() + what + " can be used", InboundConnectorReader.LEFT_OUT);
    return false;
  }

  private String about() {
    return "connector " + Quoted.text(name) + ": ";
  }

  /** A name, also as the subject {@code CN=name}; with an issuer it is more than the model has. */
  private Optional<CertificateNamePattern> certificateName() {
    Optional<Node> given = record.get("TlsSenderCertificateName");
    return given.flatMap(
        value ->
            parsed(
                value,
                "TlsSenderCertificateName",
                text -> CertificateNamePattern.parse(withoutSubject(text)),
                "the name is left out: no certificate matches the connector"));
  }

  private static String withoutSubject(String text) {
    boolean subject = text.regionMatches(true, 0, SUBJECT, 0, SUBJECT.length());
    return subject ? text.substring(SUBJECT.length()) : text;
  }

  private <T> List<T> entries(String property, Function<String, T> parse) {
    List<T> values = new ArrayList<>();
    for (Node entry : record.list(property)) {
      parsed(entry, property, parse, "the entry is left out and the others are used")
          .ifPresent(values::add);
    }
    return values;
  }

  private <T> Optional<T> parsed(
      Node node, String property, Function<String, T> parse, String consequence) {
    Optional<String> text = CmdletRecord.textOf(node);
    if (text.isEmpty()) {
      log.fault(
          node.location(),
          about() + property + " is or holds " + node.shown() + ": expected a text",
          consequence);
      return Optional.empty();
    }
    if (text.get().equals(FormatList.CUT_OFF)) {
      log.fault(
          node.location(),
          about() + property + " is cut off (\"...\"): expected all of its entries",
          "the entries that are not shown are left out",
          "set $FormatEnumerationLimit = -1 and export it again");
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(text.get()));
    } catch (InvalidValueException e) {
      log.fault(node.location(), about() + ScenarioException.problem(e), consequence);
      return Optional.empty();
    }
  }

  private static String shown(Node node) {
    if (node instanceof Scalar scalar) {
      String text = ScenarioException.oneLine(scalar.text().trim());
      boolean flag = text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
      return flag ? text.toLowerCase(Locale.ROOT) : text;
    }
    if (node instanceof Items items) {
      return items.nodes().stream()
          .filter(item -> !item.isNull())
          .map(ConnectorProperties::shown)
          .collect(Collectors.joining(", "));
    }
    List<Node> wrapped = CmdletRecord.entriesOf(node);
    return node instanceof Fields && wrapped.equals(List.of(node))
        ? CmdletRecord.textOf(node).orElse("(object)")
        : wrapped.stream().map(ConnectorProperties::shown).collect(Collectors.joining(", "));
  }
}
