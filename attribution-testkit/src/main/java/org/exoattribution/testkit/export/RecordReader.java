package org.exoattribution.testkit.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.AcceptedDomain.DomainType;
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
 * Reads records of Get-AcceptedDomain, for which a text alone may stand, and Get-InboundConnector.
 * A value that the model refuses costs an export as little as possible: the entry of a list, else
 * the domain or connector, never the tenant.
 */
final class RecordReader {
  private static final String UNOWNED = "the domain is left out: nobody owns it";
  private static final String LEFT_OUT = "the connector is left out: no connection matches it";
  private static final String ADDRESSES = "SenderIPAddresses";
  private static final String CERTIFICATE_NAME = "TlsSenderCertificateName";
  private static final String ASSOCIATED = "AssociatedAcceptedDomains";

  /** What to do about an enumeration as its number, which means nothing outside the service. */
  private static final String AS_WORDS =
      "export it with ConvertTo-Json -EnumsAsStrings, or in Windows PowerShell 5.1 behind"
          + " Select-Object *, @{n='ConnectorType';e={\"$($_.ConnectorType)\"}}"
          + " -ExcludeProperty ConnectorType";

  private static final String SUBJECT = "CN=";
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private final ImportLog log;
  private final boolean whole;

  RecordReader(ImportLog log, boolean whole) {
    this.log = log;
    this.whole = whole;
  }

  /** The accepted domain; empty if the record could not be honoured, which is reported. */
  Optional<AcceptedDomain> acceptedDomain(Node node) {
    if (!(node instanceof Fields fields)) {
      return domainName(node).map(AcceptedDomain::of);
    }
    CmdletRecord record = new CmdletRecord(fields, Cmdlet.ACCEPTED_DOMAIN, log);
    record.reportOthers();
    Optional<Node> value = record.get("DomainName").or(() -> record.get("Domain"));
    if (value.isEmpty()) {
      log.fault(node.location(), "an accepted domain without DomainName: expected one", UNOWNED);
      return Optional.empty();
    }
    Optional<DomainName> name = domainName(value.get());
    DomainType type = domainType(record);
    boolean matchSubDomains = record.flag("MatchSubDomains", false);
    return name.map(domain -> new AcceptedDomain(domain, type, matchSubDomains));
  }

  private Optional<DomainName> domainName(Node node) {
    Optional<String> text = CmdletRecord.textOf(node);
    if (text.isEmpty()) {
      String problem = "an accepted domain is " + node.shown();
      log.fault(
          node.location(), problem + ": expected a domain, or an object with DomainName", UNOWNED);
    }
    try {
      return text.map(DomainName::parse);
    } catch (InvalidValueException e) {
      log.fault(node.location(), ScenarioException.problem(e), UNOWNED);
      return Optional.empty();
    }
  }

  private DomainType domainType(CmdletRecord record) {
    String consequence = "Authoritative is assumed, which plays no part in attribution";
    Optional<String> given = record.text("DomainType", consequence);
    try {
      return given.map(DomainType::parse).orElse(DomainType.AUTHORITATIVE);
    } catch (InvalidValueException e) {
      log.harmless(record.locationOf("DomainType"), ScenarioException.problem(e), consequence);
      return DomainType.AUTHORITATIVE;
    }
  }

  /** The connector; empty if the record could not be honoured, which is reported. */
  Optional<InboundConnector> inboundConnector(Node node) {
    if (!(node instanceof Fields fields)) {
      String problem = "an inbound connector is " + node.shown();
      log.fault(node.location(), problem + ": expected an object with Name", LEFT_OUT);
      return Optional.empty();
    }
    CmdletRecord record = new CmdletRecord(fields, Cmdlet.INBOUND_CONNECTOR, log);
    record.reportOthers();
    Optional<Node> given = record.get("Name");
    Optional<String> name = given.flatMap(CmdletRecord::textOf);
    if (name.isEmpty()) {
      String problem =
          given
              .map(value -> "Name is " + value.shown() + ": expected a text")
              .orElse("an inbound connector without Name: expected one");
      log.fault(record.locationOf("Name"), problem, LEFT_OUT);
      return Optional.empty();
    }
    try {
      return builder(record, name.get())
          .filter(builder -> fill(record, name.get(), builder))
          .map(InboundConnector.Builder::build);
    } catch (InvalidValueException e) {
      log.fault(node.location(), ScenarioException.problem(e), LEFT_OUT);
      return Optional.empty();
    }
  }

  private Optional<InboundConnector.Builder<?>> builder(CmdletRecord record, String name) {
    Optional<Node> given = record.get("ConnectorType");
    if (given.isEmpty()) {
      return Optional.of(PartnerConnector.builder(name));
    }
    String type = CmdletRecord.textOf(given.get()).orElse("");
    if (type.equalsIgnoreCase("OnPremises")) {
      return Optional.of(OnPremisesConnector.builder(name));
    }
    if (type.equalsIgnoreCase("Partner")) {
      return Optional.of(PartnerConnector.builder(name));
    }
    log.fault(
        given.get().location(),
        "ConnectorType of connector %s is %s: expected OnPremises or Partner"
            .formatted(Quoted.text(name), given.get().shown()),
        LEFT_OUT,
        NUMBER.matcher(type).matches() ? AS_WORDS : "correct it in the file");
    return Optional.empty();
  }

  /**
   * Sets what the record says.
   *
   * @return false if the connector must be left out, because without what could not be honoured it
   *     would match more than it should, or by nothing that was meant
   */
  private boolean fill(CmdletRecord record, String name, InboundConnector.Builder<?> builder) {
    Optional<CertificateNamePattern> certificateName = certificateName(record, name);
    List<SenderIpRange> addresses = entries(record, name, ADDRESSES, SenderIpRange::parse);
    List<SenderDomainPattern> senders =
        entries(record, name, "SenderDomains", SenderDomainPattern::parse);
    List<DomainName> associated = entries(record, name, ASSOCIATED, DomainName::parse);
    boolean identified =
        !record.list(ADDRESSES).isEmpty() || !record.list(CERTIFICATE_NAME).isEmpty();
    if (identified && addresses.isEmpty() && certificateName.isEmpty()) {
      return leftOut(record, name, "neither SenderIPAddresses nor TlsSenderCertificateName");
    }
    if (!record.list(ASSOCIATED).isEmpty() && associated.isEmpty()) {
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
    for (String property : whole ? Cmdlet.INBOUND_CONNECTOR.shown() : List.<String>of()) {
      String value = record.get(property).map(RecordReader::shown).orElse("");
      if (!value.isEmpty()) {
        builder.otherProperty(property, value);
      }
    }
    return true;
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
    String consequence = "the name is left out: no certificate matches the connector";
    return record
        .get(CERTIFICATE_NAME)
        .flatMap(node -> parsed(name, node, CERTIFICATE_NAME, RecordReader::pattern, consequence));
  }

  private static CertificateNamePattern pattern(String text) {
    boolean subject = text.regionMatches(true, 0, SUBJECT, 0, SUBJECT.length());
    return CertificateNamePattern.parse(subject ? text.substring(SUBJECT.length()) : text);
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
    String text = CmdletRecord.textOf(node).orElse(null);
    if (text == null) {
      String problem = property + " is or holds " + node.shown() + ": expected a text";
      log.fault(node.location(), about(name) + problem, consequence);
      return Optional.empty();
    }
    if (text.equals(FormatList.CUT_OFF)) {
      log.fault(
          node.location(),
          about(name) + property + " is cut off (\"...\"): expected all of its entries",
          "the entries that are not shown are left out",
          "set $FormatEnumerationLimit = -1 and export it again");
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(text));
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
    List<Node> parts = node instanceof Items items ? items.nodes() : CmdletRecord.entriesOf(node);
    return parts.equals(List.of(node))
        ? CmdletRecord.textOf(node).orElse("(object)")
        : parts.stream()
            .filter(part -> !part.isNull())
            .map(RecordReader::shown)
            .collect(Collectors.joining(", "));
  }
}
