package org.exoattribution.testkit.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.SenderDomainPattern;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.testkit.document.Node;
import org.exoattribution.testkit.document.Node.Fields;
import org.exoattribution.testkit.document.Node.Items;
import org.exoattribution.testkit.document.Node.Scalar;
import org.exoattribution.testkit.document.Quoted;
import org.exoattribution.testkit.source.ScenarioException;

/**
 * Reads records of Get-InboundConnector. A value that the model refuses costs an export as little
 * as possible: the entry of a list, else the connector, never the tenant.
 */
final class InboundConnectorReader {
  static final String LEFT_OUT = "the connector is left out: no connection matches it";

  /** What to do about an enumeration as its number, which means nothing outside the service. */
  private static final String AS_WORDS =
      "export it with ConvertTo-Json -EnumsAsStrings, or in Windows PowerShell 5.1 behind"
          + " Select-Object *, @{n='ConnectorType';e={\"$($_.ConnectorType)\"}}"
          + " -ExcludeProperty ConnectorType";

  /**
   * Properties outside the model that are kept to be shown: scope in other respects, Enhanced
   * Filtering, and who made the connector for what, and when.
   */
  private static final List<String> KEPT =
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
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final String CMDLET = "Get-InboundConnector";
  private static final Set<String> USED =
      Set.of(
          "Name",
          "ConnectorType",
          "Enabled",
          "TlsSenderCertificateName",
          "SenderIPAddresses",
          "SenderDomains",
          "RequireTls",
          "RestrictDomainsToCertificate",
          "RestrictDomainsToIPAddresses",
          "AssociatedAcceptedDomains",
          "CloudServicesMailEnabled",
          "TreatMessagesAsInternal");

  private final ImportLog log;
  private final List<String> kept;

  InboundConnectorReader(ImportLog log) {
    this(log, KEPT);
  }

  /**
   * @param kept properties outside the model that the connector is to show
   */
  InboundConnectorReader(ImportLog log, List<String> kept) {
    this.log = log;
    this.kept = kept;
  }

  /** The connector; empty if the record could not be honoured, which is reported. */
  Optional<InboundConnector> read(Node node) {
    if (!(node instanceof Fields fields)) {
      log.fault(
          node.location(),
          "an inbound connector is " + node.shown() + ": expected an object with Name",
          LEFT_OUT);
      return Optional.empty();
    }
    CmdletRecord record = new CmdletRecord(fields, CMDLET, log);
    record.reportOthers(USED, kept);
    Optional<Node> given = record.get("Name");
    Optional<String> name = given.flatMap(CmdletRecord::textOf);
    if (name.isEmpty()) {
      log.fault(
          record.locationOf("Name"),
          given
              .map(value -> "Name is " + value.shown() + ": expected a text")
              .orElse("an inbound connector without Name: expected one"),
          LEFT_OUT);
    }
    return name.flatMap(text -> read(record, text));
  }

  private Optional<InboundConnector> read(CmdletRecord record, String name) {
    Optional<InboundConnector.Builder<?>> builder = builder(record, name);
    if (builder.isEmpty() || !fill(record, name, builder.get())) {
      return Optional.empty();
    }
    try {
      return Optional.of(builder.get().build());
    } catch (InvalidValueException e) {
      log.fault(record.location(), ScenarioException.problem(e), LEFT_OUT);
      return Optional.empty();
    }
  }

  private Optional<InboundConnector.Builder<?>> builder(CmdletRecord record, String name) {
    Optional<Node> given = record.get("ConnectorType");
    if (given.isEmpty()) {
      return Optional.of(PartnerConnector.builder(name));
    }
    String type = CmdletRecord.textOf(given.get()).orElse("");
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "onpremises" -> Optional.of(OnPremisesConnector.builder(name));
      case "partner" -> Optional.of(PartnerConnector.builder(name));
      default -> {
        log.fault(
            given.get().location(),
            "ConnectorType of connector "
                + Quoted.text(name)
                + " is "
                + given.get().shown()
                + ": expected OnPremises or Partner",
            LEFT_OUT,
            NUMBER.matcher(type).matches() ? AS_WORDS : "correct it in the file");
        yield Optional.empty();
      }
    };
  }

  /**
   * Sets what the record says.
   *
   * @return false if the connector must be left out, because without what could not be honoured it
   *     would match more than it should, or by nothing that was meant
   */
  private boolean fill(CmdletRecord record, String name, InboundConnector.Builder<?> builder) {
    Optional<CertificateNamePattern> certificateName = certificateName(record, name);
    List<SenderIpRange> addresses =
        entries(record, name, "SenderIPAddresses", SenderIpRange::parse);
    List<SenderDomainPattern> senders =
        entries(record, name, "SenderDomains", SenderDomainPattern::parse);
    List<DomainName> associated =
        entries(record, name, "AssociatedAcceptedDomains", DomainName::parse);
    boolean identified =
        isGiven(record, "SenderIPAddresses") || isGiven(record, "TlsSenderCertificateName");
    if (identified && addresses.isEmpty() && certificateName.isEmpty()) {
      return leftOut(record, name, "neither SenderIPAddresses nor TlsSenderCertificateName");
    }
    if (isGiven(record, "AssociatedAcceptedDomains") && associated.isEmpty()) {
      return leftOut(record, name, "none of AssociatedAcceptedDomains");
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
          .map(InboundConnectorReader::shown)
          .filter(value -> !value.isEmpty())
          .ifPresent(value -> builder.otherProperty(property, value));
    }
    return true;
  }

  private static boolean isGiven(CmdletRecord record, String property) {
    return !record.list(property).isEmpty();
  }

  private boolean leftOut(CmdletRecord record, String name, String what) {
    log.fault(record.location(), about(name) + what + " can be used", LEFT_OUT);
    return false;
  }

  private static String about(String name) {
    return "connector " + Quoted.text(name) + ": ";
  }

  /** A name, also as the subject {@code CN=name}; with an issuer it is more than the model has. */
  private Optional<CertificateNamePattern> certificateName(CmdletRecord record, String name) {
    Optional<Node> given = record.get("TlsSenderCertificateName");
    return given.flatMap(
        value ->
            parsed(
                name,
                value,
                "TlsSenderCertificateName",
                text -> CertificateNamePattern.parse(withoutSubject(text)),
                "the name is left out: no certificate matches the connector"));
  }

  private static String withoutSubject(String text) {
    boolean subject = text.regionMatches(true, 0, SUBJECT, 0, SUBJECT.length());
    return subject ? text.substring(SUBJECT.length()) : text;
  }

  private <T> List<T> entries(
      CmdletRecord record, String name, String property, Function<String, T> parse) {
    List<T> values = new ArrayList<>();
    for (Node entry : record.list(property)) {
      parsed(name, entry, property, parse, "the entry is left out and the others are used")
          .ifPresent(values::add);
    }
    return values;
  }

  private <T> Optional<T> parsed(
      String name, Node node, String property, Function<String, T> parse, String consequence) {
    Optional<String> text = CmdletRecord.textOf(node);
    if (text.isEmpty()) {
      log.fault(
          node.location(),
          about(name) + property + " is or holds " + node.shown() + ": expected a text",
          consequence);
      return Optional.empty();
    }
    if (text.get().equals(FormatList.CUT_OFF)) {
      log.fault(
          node.location(),
          about(name) + property + " is cut off (\"...\"): expected all of its entries",
          "the entries that are not shown are left out",
          "set $FormatEnumerationLimit = -1 and export it again");
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(text.get()));
    } catch (InvalidValueException e) {
      log.fault(node.location(), about(name) + ScenarioException.problem(e), consequence);
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
          .map(InboundConnectorReader::shown)
          .collect(Collectors.joining(", "));
    }
    List<Node> wrapped = CmdletRecord.entriesOf(node);
    return node instanceof Fields && wrapped.equals(List.of(node))
        ? CmdletRecord.textOf(node).orElse("(object)")
        : wrapped.stream().map(InboundConnectorReader::shown).collect(Collectors.joining(", "));
  }
}
