package org.exoattribution.testkit.export;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The cmdlets whose output makes a tenant. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are not to be changed
enum Cmdlet {
  ACCEPTED_DOMAIN(
      "Get-AcceptedDomain",
      "the tenant owns no domain",
      "DomainType",
      "DomainName Domain MatchSubDomains",
      "DomainType"),

  /** What it shows: scope in other respects, Enhanced Filtering, and who made it, when. */
  INBOUND_CONNECTOR(
      "Get-InboundConnector",
      "no connection matches an inbound connector of the tenant",
      "SenderIPAddresses SenderDomains TlsSenderCertificateName",
      "Name ConnectorType Enabled TlsSenderCertificateName SenderIPAddresses SenderDomains"
          + " RequireTls RestrictDomainsToCertificate RestrictDomainsToIPAddresses"
          + " AssociatedAcceptedDomains CloudServicesMailEnabled TreatMessagesAsInternal",
      "ClientHostNames TrustedOrganizations EFSkipIPs EFSkipLastIP EFSkipMailGateway EFTestMode"
          + " EFUsers ScanAndDropRecipients ConnectorSource Comment WhenCreated WhenChanged"
          + " WhenCreatedUTC WhenChangedUTC"),
  ORGANIZATION_CONFIG(
      "Get-OrganizationConfig",
      "RejectDirectSend is taken for false",
      "RejectDirectSend",
      "RejectDirectSend",
      "Name Guid");

  private final String command;
  private final String consequence;
  private final List<String> marks;
  private final List<String> used;
  private final List<String> shown;

  /**
   * @param consequence what it means if its output is missing
   * @param marks properties of its records, between blanks, that those of no other cmdlet have
   * @param used those that take part in attribution
   * @param shown those outside the model that are kept to be shown
   */
  Cmdlet(String command, String consequence, String marks, String used, String shown) {
    this.command = command;
    this.consequence = consequence;
    this.marks = words(marks);
    this.used = words(used);
    this.shown = words(shown);
  }

  String command() {
    return command;
  }

  String consequence() {
    return consequence;
  }

  List<String> used() {
    return used;
  }

  List<String> shown() {
    return shown;
  }

  private static List<String> words(String text) {
    return List.of(text.split(" ", -1));
  }

  /** The command that exports it, and what it writes if there is none but may be none. */
  String export() {
    String none = this == INBOUND_CONNECTOR ? ", which writes [] if there is none" : "";
    return "ConvertTo-Json -InputObject @(" + command + ") -Depth 4" + none;
  }

  static Optional<Cmdlet> withProperties(Predicate<String> isThere) {
    return first(cmdlet -> cmdlet.marks.stream().anyMatch(isThere));
  }

  /** The cmdlet that a file is named for, such as {@code get-accepteddomain (2).json}. */
  static Optional<Cmdlet> named(String file) {
    return first(
        cmdlet -> {
          int end = cmdlet.command.length();
          return file.regionMatches(true, 0, cmdlet.command, 0, end)
              && (file.length() == end || !Character.isLetter(file.charAt(end)));
        });
  }

  private static Optional<Cmdlet> first(Predicate<Cmdlet> wanted) {
    return Arrays.stream(values()).filter(wanted).findFirst();
  }
}
