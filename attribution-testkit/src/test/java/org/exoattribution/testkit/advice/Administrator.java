package org.exoattribution.testkit.advice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exoattribution.analysis.change.Change;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Forest;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.exoattribution.testkit.pki.SyntheticCertificate;
import org.exoattribution.testkit.pki.SyntheticPki;

/**
 * Follows advice to the letter, and knows nothing but its text: runs the command lines in the whole
 * directory, presents real certificates, sends again.
 */
final class Administrator {
  private final AttributionEngine engine;
  private TenantDirectory directory;
  private SimulatedConnection connection;

  private Administrator(AttributionEngine engine, SimulatedConnection connection) {
    this.engine = engine;
    this.directory = engine.directory();
    this.connection = connection;
  }

  /** What the connection comes to once the change is made. */
  static Attribution following(
      Change change, AttributionEngine engine, SimulatedConnection connection) {
    Administrator administrator = new Administrator(engine, connection);
    change.parts().forEach(administrator::follow);
    return engine.withDirectory(administrator.directory).resolve(administrator.connection);
  }

  private void follow(Change step) {
    if (step.kind() == Change.Kind.SEVERAL) {
      step.parts().forEach(this::follow);
    } else if (step.commands().isEmpty()) {
      followWords(step.action());
    } else {
      Tenant tenant =
          directory.tenants().stream()
              .filter(
                  t ->
                      withoutNames(step.action())
                          .matches(".* (in|of) " + t.name() + "(?![\\w-]).*"))
              .findFirst()
              .orElseThrow(() -> new AssertionError("whose tenant? " + step.action()));
      for (String line : step.commands()) {
        directory = directory.withTenant(run(PowerShellLine.parse(line), tenant));
      }
    }
  }

  /** Connectors can be named after anybody. */
  private static String withoutNames(String action) {
    return action.replaceAll("\"[^\"]*\"", "");
  }

  private static Tenant run(PowerShellLine line, Tenant tenant) {
    return switch (line.cmdlet()) {
      case "New-AcceptedDomain" ->
          tenant.toBuilder().acceptedDomains(line.text("DomainName")).build();
      case "Set-InboundConnector" ->
          tenant.withInboundConnector(
              set(
                  tenant.inboundConnector(line.text("Identity")).orElseThrow().toBuilder(),
                  tenant.inboundConnector(line.text("Identity")).orElseThrow(),
                  line.parameters()));
      case "New-InboundConnector" -> tenant.toBuilder().inboundConnector(create(line)).build();
      case "Remove-InboundConnector" -> {
        Tenant.Builder copy = tenant.toBuilder().clearInboundConnectors();
        tenant.inboundConnectors().stream()
            .filter(c -> !c.name().equals(line.text("Identity")))
            .forEach(copy::inboundConnector);
        yield copy.build();
      }
      case "Set-OrganizationConfig" ->
          tenant.toBuilder()
              .rejectDirectSend(line.parameters().get("RejectDirectSend").isTrue())
              .build();
      default -> throw new AssertionError("no such cmdlet: " + line.cmdlet());
    };
  }

  private static InboundConnector create(PowerShellLine line) {
    InboundConnector.Builder<?> builder =
        line.text("ConnectorType").equals("OnPremises")
            ? OnPremisesConnector.builder(line.text("Name"))
            : PartnerConnector.builder(line.text("Name"));
    return set(builder, null, line.parameters());
  }

  private static InboundConnector set(
      InboundConnector.Builder<?> builder,
      InboundConnector before,
      Map<String, PowerShellLine.Value> parameters) {
    parameters.forEach(
        (name, value) -> {
          switch (name) {
            case "Identity", "Name", "ConnectorType" -> {}
            case "Enabled" -> builder.enabled(value.isTrue());
            case "RequireTls" -> builder.requireTls(value.isTrue());
            case "RestrictDomainsToCertificate" ->
                builder.restrictDomainsToCertificate(value.isTrue());
            case "RestrictDomainsToIPAddresses" ->
                builder.restrictDomainsToIpAddresses(value.isTrue());
            case "TlsSenderCertificateName" -> builder.tlsSenderCertificateName(value.text());
            case "SenderDomains" -> builder.senderDomains(value.texts().toArray(new String[0]));
            case "SenderIPAddresses" -> {
              List<SenderIpRange> ranges =
                  new ArrayList<>(value.adds() ? before.senderIpAddresses() : List.of());
              value.texts().stream()
                  .filter(text -> !text.equals("$null"))
                  .forEach(text -> ranges.add(SenderIpRange.parse(text)));
              builder.senderIpAddresses(ranges);
            }
            case "AssociatedAcceptedDomains" -> {
              List<String> domains = new ArrayList<>(value.texts());
              before.associatedAcceptedDomains().forEach(domain -> domains.add(domain.value()));
              builder.associatedAcceptedDomains(domains.toArray(new String[0]));
            }
            default -> throw new AssertionError("no such parameter: " + name);
          }
        });
    return builder.build();
  }

  private void followWords(String action) {
    Matcher name =
        Pattern.compile("with (?:the|another) name,?(?: such as)? ([^ ,]+)").matcher(action);
    Matcher mailFrom = Pattern.compile("MAIL FROM domain ([^ ,]+),").matcher(action);
    Matcher forest = Pattern.compile("front end of the forest ([^ ,]+),").matcher(action);
    Matcher address = Pattern.compile("send from the address (\\S+)").matcher(action);
    Matcher subscription = Pattern.compile("give (.+) a subscription with mail").matcher(action);
    if (name.find()) {
      present(List.of(name.group(1)));
    } else if (action.contains("certificate")) {
      present(namesOfTheCertificate());
    } else if (mailFrom.find()) {
      connection = connection.toBuilder().mailFrom(mailFrom.group(1)).build();
    } else if (address.find()) {
      connection = connection.toBuilder().sourceIp(address.group(1)).build();
    } else if (forest.find()) {
      connection = connection.toBuilder().forest(Forest.parse(forest.group(1))).build();
    } else if (action.contains("STARTTLS")) {
      connection = connection.toBuilder().tls(true).build();
    } else if (subscription.find()) {
      Tenant tenant = directory.tenant(subscription.group(1)).orElseThrow();
      directory = directory.withTenant(tenant.toBuilder().mailEnabled(true).build());
    } else if (!action.contains("a transaction of its own")) {
      throw new AssertionError("what to do? " + action);
    }
  }

  private List<String> namesOfTheCertificate() {
    return engine
        .evaluateCertificate(connection.toBuilder().tls(true).build())
        .orElseThrow()
        .names()
        .stream()
        .map(PresentedName::toString)
        .toList();
  }

  private void present(List<String> names) {
    Instant at = connection.at();
    SyntheticCertificate certificate =
        SyntheticCertificate.named(names.get(0)).withSubjectAltNames(names);
    connection =
        connection.toBuilder()
            .presentedCertificate(SyntheticPki.shared().issue(certificate, at).presented())
            .tls(true)
            .build();
  }
}
