package org.exoattribution.testkit.render.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.AcceptedDomain.DomainType;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/** Tenants as the records of a scenario file, without what has its default value. */
final class YamlTenants {
  private YamlTenants() {}

  static List<Map<String, Object>> records(TenantDirectory directory) {
    return directory.tenants().stream().map(YamlTenants::record).toList();
  }

  private static Map<String, Object> record(Tenant tenant) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("name", tenant.name());
    tenant.tenantId().ifPresent(id -> record.put("tenantId", id));
    tenant.forest().ifPresent(forest -> record.put("forest", forest.name()));
    putUnless(record, "rejectDirectSend", tenant.rejectDirectSend(), false);
    putUnless(record, "mailEnabled", tenant.mailEnabled(), true);
    putIfAny(
        record,
        "acceptedDomains",
        tenant.acceptedDomains().stream().map(YamlTenants::record).toList());
    putIfAny(
        record,
        "inboundConnectors",
        tenant.inboundConnectors().stream().map(YamlTenants::record).toList());
    return record;
  }

  private static Object record(AcceptedDomain domain) {
    if (domain.equals(AcceptedDomain.of(domain.domainName()))) {
      return domain.domainName().value();
    }
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("DomainName", domain.domainName().value());
    if (domain.domainType() != DomainType.AUTHORITATIVE) {
      record.put("DomainType", domain.domainType().property());
    }
    putUnless(record, "MatchSubDomains", domain.matchSubDomains(), false);
    return record;
  }

  private static Map<String, Object> record(InboundConnector connector) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("Name", connector.name());
    record.put("ConnectorType", connector.connectorType());
    putUnless(record, "Enabled", connector.enabled(), true);
    connector
        .tlsSenderCertificateName()
        .ifPresent(name -> record.put("TlsSenderCertificateName", name.toString()));
    putIfAny(record, "SenderIPAddresses", texts(connector.senderIpAddresses()));
    putIfAny(record, "SenderDomains", texts(connector.senderDomains()));
    putUnless(record, "RequireTls", connector.requireTls(), true);
    putUnless(
        record, "RestrictDomainsToCertificate", connector.restrictDomainsToCertificate(), false);
    putUnless(
        record, "RestrictDomainsToIPAddresses", connector.restrictDomainsToIpAddresses(), false);
    putIfAny(record, "AssociatedAcceptedDomains", texts(connector.associatedAcceptedDomains()));
    putUnless(record, "CloudServicesMailEnabled", connector.cloudServicesMailEnabled(), false);
    putUnless(record, "TreatMessagesAsInternal", connector.treatMessagesAsInternal(), false);
    record.putAll(connector.otherProperties());
    return record;
  }

  private static List<String> texts(List<?> values) {
    return values.stream().map(Object::toString).toList();
  }

  private static void putIfAny(Map<String, Object> record, String key, List<?> values) {
    if (!values.isEmpty()) {
      record.put(key, values);
    }
  }

  private static void putUnless(
      Map<String, Object> record, String key, boolean value, boolean left) {
    if (value != left) {
      record.put(key, value);
    }
  }
}
