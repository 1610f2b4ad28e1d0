package org.exoattribution.testkit.export;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.exoattribution.testkit.document.Node;
import org.exoattribution.testkit.document.Node.Fields;
import org.exoattribution.testkit.source.SourceLocation;

/**
 * A report of ScubaGear, CISA's assessment of Microsoft 365 tenants: the settings that it collected
 * for its judgement, among them what makes a tenant here.
 */
final class ScubaReport {
  private static final String DOMAINS = "accepted_domains";
  private static final String CONNECTORS = "inbound_connectors";
  private static final String DETAILS = "tenant_details";
  private static final String TENANT_ID = "TenantId";
  private static final String FAILED = "exo_unsuccessful_commands";

  /** The key of the settings in a file that has the judgement too. */
  private static final String SETTINGS = "Raw";

  private final Fields settings;
  private final boolean isJudged;

  private ScubaReport(Fields settings, boolean isJudged) {
    this.settings = settings;
    this.isJudged = isJudged;
  }

  static Optional<ScubaReport> in(Node document) {
    if (!(document instanceof Fields fields)) {
      return Optional.empty();
    }
    Optional<Fields> judged =
        fields.first(SETTINGS).filter(Fields.class::isInstance).map(Fields.class::cast);
    Fields settings = judged.orElse(fields);
    boolean isReport =
        Stream.of(DOMAINS, CONNECTORS, DETAILS).anyMatch(key -> settings.first(key).isPresent());
    return isReport ? Optional.of(new ScubaReport(settings, judged.isPresent())) : Optional.empty();
  }

  /** Whether another report is the settings of this one on their own. */
  boolean isRepeatedBy(ScubaReport other) {
    return isJudged && !other.isJudged && detail(TENANT_ID).equals(other.detail(TENANT_ID));
  }

  SourceLocation location() {
    return SourceLocation.ofWhole(settings.location().file());
  }

  /** Adds the tenant, by this name if the report does not know it. */
  void read(String otherwise, DirectoryClaims claims) {
    String name = detail("DisplayName").or(() -> detail("DomainName")).orElse(otherwise);
    DirectoryClaims.TenantRecords tenant = claims.new TenantRecords(name, location());
    detail(TENANT_ID).ifPresent(tenant.tenant()::tenantId);
    required(DOMAINS, Cmdlet.ACCEPTED_DOMAIN, claims.log()).ifPresent(tenant::exportedDomains);
    required(CONNECTORS, Cmdlet.INBOUND_CONNECTOR, claims.log())
        .ifPresent(tenant::inboundConnectors);
    settings
        .first("org_config")
        .ifPresent(config -> tenant.organization(config, config.location()));
    settings.first(DOMAINS).flatMap(CmdletRecord::forestOf).ifPresent(tenant.tenant()::forest);
    tenant.finish(location());
  }

  /** What the report says of the tenant, unless it says that it could not be asked. */
  private Optional<String> detail(String key) {
    return entries(DETAILS)
        .filter(Fields.class::isInstance)
        .flatMap(details -> ((Fields) details).first(key).stream())
        .flatMap(value -> CmdletRecord.textOf(value).stream())
        .filter(text -> !text.isBlank() && !text.contains("ERROR"))
        .findFirst();
  }

  private Stream<Node> entries(String key) {
    return settings.first(key).map(CmdletRecord::entriesOf).orElse(List.of()).stream();
  }

  private Optional<Node> required(String key, Cmdlet cmdlet, ImportLog log) {
    Optional<Node> value = settings.first(key);
    boolean failed =
        entries(FAILED)
            .flatMap(command -> CmdletRecord.textOf(command).stream())
            .anyMatch(cmdlet.command()::equalsIgnoreCase);
    if (failed || value.isEmpty()) {
      String problem = failed ? cmdlet.command() + " had failed" : "no " + key;
      String remedy = "make the report again with the product exo and the right to see it";
      log.gap(
          value.map(Node::location).orElse(location()),
          problem + "; " + cmdlet.consequence() + "; " + remedy);
    }
    return value;
  }
}
