package org.exoattribution.testkit.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The cmdlets whose output makes a tenant. */
enum Cmdlet {
  ACCEPTED_DOMAIN("Get-AcceptedDomain", "the tenant owns no domain", "DomainType"),
  INBOUND_CONNECTOR(
      "Get-InboundConnector",
      "no connection matches an inbound connector of the tenant",
      "SenderIPAddresses SenderDomains TlsSenderCertificateName"),
  ORGANIZATION_CONFIG(
      "Get-OrganizationConfig", "RejectDirectSend is taken for false", "RejectDirectSend");

  private final String command;
  private final String consequence;
  private final String marks;

  /**
   * @param consequence what it means if its output is missing
   * @param marks properties of its records, between blanks, that those of no other cmdlet have
   */
  Cmdlet(String command, String consequence, String marks) {
    this.command = command;
    this.consequence = consequence;
    this.marks = marks;
  }

  String command() {
    return command;
  }

  String consequence() {
    return consequence;
  }

  /** The command that exports it, and what it writes if there is none but may be none. */
  String export() {
    String none = this == INBOUND_CONNECTOR ? ", which writes [] if there is none" : "";
    return "ConvertTo-Json -InputObject @(" + command + ") -Depth 4" + none;
  }

  /** The cmdlet whose records have such properties. */
  static Optional<Cmdlet> withProperties(Predicate<String> isThere) {
    return Arrays.stream(values())
        .filter(cmdlet -> Arrays.stream(cmdlet.marks.split(" ", -1)).anyMatch(isThere))
        .findFirst();
  }

  /** The cmdlet that a file is named for, such as {@code get-accepteddomain (2).json}. */
  static Optional<Cmdlet> named(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(
            cmdlet -> {
              String start = cmdlet.command.toLowerCase(Locale.ROOT);
              return name.startsWith(start)
                  && (name.length() == start.length()
                      || !Character.isLetter(name.charAt(start.length())));
            })
        .findFirst();
  }
}
