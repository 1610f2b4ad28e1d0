package org.exoattribution.testkit.report;

import com.google.common.base.Joiner;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.exoattribution.analysis.lint.LintFinding;
import org.exoattribution.analysis.lint.LintRule.Severity;
import org.exoattribution.analysis.search.Misroute;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/** The connectors of a directory with what they match, whom they serve, and which stand out. */
final class ConnectorTable {
  /** So many are shown whether they stand out or not. */
  private static final int FEW = 16;

  private static final int DOMAINS_LISTED = 8;

  /**
   * A connector.
   *
   * @param id its anchor in the page
   */
  record Row(String id, Tenant tenant, InboundConnector connector) {
    /** Its certificate name and addresses. */
    private Stream<Object> matched() {
      return Stream.concat(
          connector.tlsSenderCertificateName().stream(), connector.senderIpAddresses().stream());
    }

    List<String> sources() {
      return matched().map(Object::toString).toList();
    }
  }

  private final TenantDirectory directory;
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, String> tenantIds = new LinkedHashMap<>();
  private final Set<String> shared = new LinkedHashSet<>();
  private final Set<String> marked = new LinkedHashSet<>();

  private ConnectorTable(TenantDirectory directory) {
    this.directory = directory;
  }

  static ConnectorTable of(TenantDirectory directory) {
    ConnectorTable table = new ConnectorTable(directory);
    for (Tenant tenant : directory.tenants()) {
      table.tenantIds.put(tenant.name(), "tenant-" + (table.tenantIds.size() + 1));
      for (InboundConnector connector : tenant.inboundConnectors()) {
        String id = "connector-" + (table.rows.size() + 1);
        table.rows.add(new Row(id, tenant, connector));
      }
    }
    table.findShared();
    return table;
  }

  private void findShared() {
    for (Row one : rows) {
      for (Row other : rows) {
        if (!one.tenant().name().equals(other.tenant().name())) {
          one.matched()
              .filter(source -> other.matched().anyMatch(its -> overlap(source, its)))
              .forEach(source -> shared.add(source.toString()));
        }
      }
    }
  }

  /** Whether a source of one connector is, or has a part that is, one of another. */
  private static boolean overlap(Object source, Object its) {
    if (source instanceof SenderIpRange one && its instanceof SenderIpRange other) {
      int prefix = Math.min(one.prefixLength(), other.prefixLength());
      return (one.networkBits() ^ other.networkBits()) >>> (Integer.SIZE - prefix) == 0;
    }
    if (source instanceof CertificateNamePattern one
        && its instanceof CertificateNamePattern other) {
      String a = "." + one.domain().value();
      String b = "." + other.domain().value();
      return a.equals(b)
          || (one.wildcard() && b.endsWith(a))
          || (other.wildcard() && a.endsWith(b));
    }
    return false;
  }

  /** Takes note of a finding: what it is about stands out, unless it is a remark. */
  void mark(LintFinding finding) {
    if (finding.severity() != Severity.INFO) {
      marked.add(anchor(finding.tenant(), finding.connector()));
    }
  }

  /** Takes note of a misroute that happens as things stand. */
  void mark(Misroute misroute) {
    if (misroute.severity() == Misroute.Severity.ERROR) {
      misroute
          .outcome()
          .tenant()
          .ifPresent(tenant -> marked.add(anchor(tenant, misroute.outcome().connector())));
    }
  }

  /** The anchor of a connector, or else of its tenant; empty if there is neither. */
  String anchor(String tenant, Optional<String> connector) {
    return connector
        .flatMap(
            name ->
                rows.stream()
                    .filter(row -> row.tenant().name().equals(tenant))
                    .filter(row -> row.connector().name().equals(name))
                    .findFirst())
        .map(Row::id)
        .orElse(tenantIds.getOrDefault(tenant, ""));
  }

  /** Whether connectors of several tenants name this source, or a part of it. */
  boolean isShared(String source) {
    return shared.contains(source);
  }

  /** Whether something was found about the connector, or a source of it is shared. */
  boolean standsOut(Row row) {
    return marked.contains(row.id()) || row.sources().stream().anyMatch(this::isShared);
  }

  /** Those to be looked at: all if they are few. */
  List<Row> shown() {
    return rows.size() <= FEW ? rows : rows.stream().filter(this::standsOut).toList();
  }

  String tenantAnchor(Row row) {
    return tenantIds.getOrDefault(row.tenant().name(), "");
  }

  /** What the template says of connectors and tenants. */
  Map<String, Object> context() {
    List<Row> shown = shown();
    List<Row> ordinary = rows.stream().filter(row -> !shown.contains(row)).toList();
    return Map.of(
        "connectorCount", rows.size(),
        "connectors", shown.stream().map(this::row).toList(),
        "ordinary", ordinary.stream().map(this::row).toList(),
        "ordinaryCount", ordinary.size(),
        "tenants", directory.tenants().stream().map(this::tenant).toList());
  }

  private Map<String, Object> row(Row row) {
    InboundConnector connector = row.connector();
    return Map.of(
        "id", row.id(),
        "name", connector.name(),
        "tenant", row.tenant().name(),
        "tenantId", tenantAnchor(row),
        "type", connector.connectorType(),
        "disabled", !connector.enabled(),
        "found", marked.contains(row.id()),
        "sources", row.sources().stream().map(this::source).toList(),
        "senders", Joiner.on(", ").join(connector.senderDomains()),
        "serves", domains(row.tenant()));
  }

  private Map<String, Object> source(String source) {
    return Map.of("source", source, "shared", isShared(source));
  }

  private Map<String, Object> tenant(Tenant tenant) {
    return Map.of(
        "id", tenantIds.getOrDefault(tenant.name(), ""),
        "name", tenant.name(),
        "domains", domains(tenant),
        "connectors", tenant.inboundConnectors().size());
  }

  private static String domains(Tenant tenant) {
    List<String> names =
        tenant.acceptedDomains().stream().map(domain -> domain.domainName().value()).toList();
    String first = String.join(", ", Iterables.limit(names, DOMAINS_LISTED));
    int more = names.size() - DOMAINS_LISTED;
    return names.isEmpty() ? "no domain" : more > 0 ? first + " and " + more + " more" : first;
  }
}
