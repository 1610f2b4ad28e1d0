package org.exoattribution.analysis.change;

import java.util.ArrayList;
import java.util.List;
import org.exoattribution.model.InboundConnector;

/**
 * Other properties of a connector.
 *
 * @param tenant the name of the tenant
 * @param before the connector as it is
 * @param after the connector as it is to be, of the same name and type
 * @param what what to do to it, in the imperative
 * @param effort see {@link Change#effort}
 */
public record ChangeConnector(
    String tenant, InboundConnector before, InboundConnector after, String what, int effort)
    implements Change {

  @Override
  public String action() {
    return what + " connector \"" + before.name() + "\" of " + tenant;
  }

  @Override
  public List<String> commands() {
    ChangeCommand command =
        ChangeCommand.of("Set-InboundConnector").with("Identity", before.name());
    if (before.enabled() != after.enabled()) {
      command.with("Enabled", after.enabled());
    }
    if (!before.tlsSenderCertificateName().equals(after.tlsSenderCertificateName())) {
      after
          .tlsSenderCertificateName()
          .ifPresent(name -> command.with("TlsSenderCertificateName", name));
    }
    list(command, "SenderIPAddresses", before.senderIpAddresses(), after.senderIpAddresses());
    list(
        command,
        "AssociatedAcceptedDomains",
        before.associatedAcceptedDomains(),
        after.associatedAcceptedDomains());
    if (before.requireTls() != after.requireTls()) {
      command.with("RequireTls", after.requireTls());
    }
    if (before.restrictDomainsToIpAddresses() != after.restrictDomainsToIpAddresses()) {
      command.with("RestrictDomainsToIPAddresses", after.restrictDomainsToIpAddresses());
    }
    if (before.restrictDomainsToCertificate() != after.restrictDomainsToCertificate()) {
      command.with("RestrictDomainsToCertificate", after.restrictDomainsToCertificate());
    }
    return List.of(command.toString());
  }

  private static void list(ChangeCommand command, String property, List<?> before, List<?> after) {
    if (before.equals(after)) {
      return;
    }
    if (after.containsAll(before)) {
      List<Object> added = new ArrayList<>(after);
      added.removeAll(before);
      command.adding(property, added);
    } else {
      command.with(property, after);
    }
  }

  @Override
  public boolean changesDirectory() {
    return true;
  }

  @Override
  public ChangeSubject applyTo(ChangeSubject subject) {
    return subject.withTenant(tenant, t -> t.withInboundConnector(after));
  }
}
