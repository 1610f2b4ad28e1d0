package org.exoattribution.analysis.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.exoattribution.model.InboundConnector;
import org.jspecify.annotations.Nullable;

/** Writes one line of PowerShell. Values come from files of others, so that each is quoted. */
final class ChangeCommand {
  private final StringBuilder line;

  private ChangeCommand(String cmdlet) {
    this.line = new StringBuilder(cmdlet);
  }

  static ChangeCommand of(String cmdlet) {
    return new ChangeCommand(cmdlet);
  }

  /** The line that makes a connector another version of itself. */
  static ChangeCommand setting(InboundConnector before, InboundConnector after) {
    return of("Set-InboundConnector")
        .with("Identity", before.name())
        .changing("Enabled", before.enabled(), after.enabled())
        .changing(
            "TlsSenderCertificateName",
            before.tlsSenderCertificateName().orElse(null),
            after.tlsSenderCertificateName().orElse(null))
        .changing("SenderIPAddresses", before.senderIpAddresses(), after.senderIpAddresses())
        .changing(
            "AssociatedAcceptedDomains",
            before.associatedAcceptedDomains(),
            after.associatedAcceptedDomains())
        .changing("RequireTls", before.requireTls(), after.requireTls())
        .changing(
            "RestrictDomainsToIPAddresses",
            before.restrictDomainsToIpAddresses(),
            after.restrictDomainsToIpAddresses())
        .changing(
            "RestrictDomainsToCertificate",
            before.restrictDomainsToCertificate(),
            after.restrictDomainsToCertificate());
  }

  /** The line that makes a connector. */
  static ChangeCommand creating(InboundConnector connector) {
    ChangeCommand command =
        of("New-InboundConnector")
            .with("Name", connector.name())
            .with("ConnectorType", connector.connectorType())
            .with("SenderDomains", connector.senderDomains());
    connector
        .tlsSenderCertificateName()
        .ifPresent(name -> command.with("TlsSenderCertificateName", name));
    if (!connector.senderIpAddresses().isEmpty()) {
      command.with("SenderIPAddresses", connector.senderIpAddresses());
    }
    return command.with("RequireTls", connector.requireTls());
  }

  private ChangeCommand changing(
      String parameter, @Nullable Object before, @Nullable Object after) {
    return after == null || after.equals(before) ? this : with(parameter, after);
  }

  /** Values that are added stay beside those that are there, which otherwise are replaced. */
  private ChangeCommand changing(String parameter, List<?> before, List<?> after) {
    if (before.equals(after)) {
      return this;
    }
    if (!after.containsAll(before)) {
      return with(parameter, after);
    }
    List<Object> added = new ArrayList<>(after);
    added.removeAll(before);
    return raw(parameter, "@{Add=" + list(added) + "}");
  }

  ChangeCommand with(String parameter, Object value) {
    if (value instanceof Boolean flag) {
      return raw(parameter, flag ? "$true" : "$false");
    }
    if (value instanceof Collection<?> values) {
      return raw(parameter, values.isEmpty() ? "$null" : list(values));
    }
    return raw(parameter, quoted(value));
  }

  private static String list(Collection<?> values) {
    return values.stream().map(ChangeCommand::quoted).collect(Collectors.joining(","));
  }

  private ChangeCommand raw(String parameter, String value) {
    line.append(" -").append(parameter).append(' ').append(value);
    return this;
  }

  /**
   * In a double-quoted string the backtick escapes, a dollar sign expands, and the typographic
   * double quotes end it as the plain one does.
   */
  private static String quoted(Object text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toString().toCharArray()) {
      if (c == '`' || c == '$' || c == '"' || (c >= '\u201c' && c <= '\u201e')) {
        quoted.append('`');
      }
      quoted.append(c);
    }
    return quoted.append('"').toString();
  }

  @Override
  public String toString() {
    return line.toString();
  }
}
