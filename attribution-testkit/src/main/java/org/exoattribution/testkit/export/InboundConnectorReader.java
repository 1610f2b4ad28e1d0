package org.exoattribution.testkit.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.testkit.document.Node;
import org.exoattribution.testkit.document.Node.Fields;
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
    this(log, ConnectorProperties.KEPT);
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
    if (builder.isEmpty()
        || !new ConnectorProperties(record, name, kept, log).fill(builder.get())) {
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
}
