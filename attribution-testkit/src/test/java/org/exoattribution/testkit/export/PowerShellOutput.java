package org.exoattribution.testkit.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.Tenant;

/** What PowerShell writes of the records of a cmdlet, in each of the shapes that are read. */
enum PowerShellOutput {
  /** ConvertTo-Json of Windows PowerShell 5.1, over a remote session. */
  WINDOWS_JSON(".json") {
    @Override
    String of(List<Map<String, Object>> records) {
      return records.size() == 1
          ? json(records.get(0))
          : records.stream().map(this::json).collect(Collectors.joining(",\n", "[\n", "\n]"));
    }

    private String json(Map<String, Object> record) {
      return record.entrySet().stream()
          .map(field -> "    \"" + field.getKey() + "\":  " + value(field.getValue()))
          .collect(Collectors.joining(",\n", "{\n", "\n}"));
    }

    private String value(Object value) {
      if (value instanceof List<?> list) {
        return list.stream()
            .map(this::value)
            .collect(
                Collectors.joining(", ", "{ \"value\": [", "], \"Count\": " + list.size() + " }"));
      }
      return value instanceof Enumeration e
          ? "{ \"value\": " + e.number + ", \"Value\": \"" + e.name + "\" }"
          : plain(value);
    }
  },

  /** ConvertTo-Json -EnumsAsStrings -AsArray of PowerShell 7. */
  JSON(".json") {
    @Override
    String of(List<Map<String, Object>> records) {
      return records.stream()
          .map(
              record ->
                  record.entrySet().stream()
                      .map(field -> "\"" + field.getKey() + "\": " + value(field.getValue()))
                      .collect(Collectors.joining(",\n    ", "  {\n    ", "\n  }")))
          .collect(Collectors.joining(",\n", "[\n", "\n]"));
    }

    private String value(Object value) {
      return value instanceof List<?> list
          ? list.stream().map(this::value).collect(Collectors.joining(", ", "[", "]"))
          : value instanceof Enumeration e ? plain(e.name) : plain(value);
    }
  },

  CLIXML(".xml") {
    @Override
    String of(List<Map<String, Object>> records) {
      StringBuilder xml =
          new StringBuilder(
              "<Objs Version=\"1.1.0.1\""
                  + " xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">\n");
      int id = 0;
      for (Map<String, Object> record : records) {
        xml.append("  <Obj RefId=\"").append(id++).append("\">\n");
        xml.append("    <TN RefId=\"0\"><T>Deserialized.Record</T><T>System.Object</T></TN>\n");
        xml.append("    <ToString>")
            .append(record.get("Name"))
            .append("</ToString>\n    <Props>\n");
        for (Map.Entry<String, Object> field : record.entrySet()) {
          xml.append("      ").append(element(field.getKey(), field.getValue(), id++)).append('\n');
        }
        xml.append("    </Props>\n    <MS><S N=\"PSComputerName\">outlook</S></MS>\n  </Obj>\n");
      }
      return xml.append("</Objs>").toString();
    }

    private String element(String name, Object value, int id) {
      String n = name.isEmpty() ? "" : " N=\"" + name + "\"";
      if (value == null) {
        return "<Nil" + n + " />";
      }
      if (value instanceof Boolean) {
        return "<B" + n + ">" + value + "</B>";
      }
      if (value instanceof Enumeration e) {
        return "<Obj"
            + n
            + " RefId=\""
            + id
            + "\"><TN RefId=\"9\"><T>System.Enum</T></TN><ToString>"
            + e.name
            + "</ToString><I32>"
            + e.number
            + "</I32></Obj>";
      }
      if (value instanceof List<?> list) {
        return list.stream()
            .map(entry -> element("", entry, 0))
            .collect(
                Collectors.joining(
                    "",
                    "<Obj" + n + " RefId=\"" + id + "\"><TNRef RefId=\"1\" /><LST>",
                    "</LST></Obj>"));
      }
      return "<S" + n + ">" + escaped(value.toString()) + "</S>";
    }

    private String escaped(String text) {
      return text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "_x000A_");
    }
  },

  /** Format-List with $FormatEnumerationLimit = -1 in a window of 80 columns. */
  FORMAT_LIST(".txt") {
    @Override
    String of(List<Map<String, Object>> records) {
      StringBuilder text = new StringBuilder("\r\n\r\n");
      for (Map<String, Object> record : records) {
        int width = record.keySet().stream().mapToInt(String::length).max().orElse(0);
        record.forEach(
            (name, value) -> {
              String start = name + " ".repeat(width - name.length()) + " : ";
              text.append(start)
                  .append(
                      String.join(
                          "\r\n" + " ".repeat(start.length()),
                          wrapped(shown(value), WINDOW - start.length())))
                  .append("\r\n");
            });
        text.append("\r\n");
      }
      return text.append("\r\n\r\n").toString();
    }

    private String shown(Object value) {
      if (value == null) {
        return "";
      }
      if (value instanceof List<?> list) {
        return list.stream().map(this::shown).collect(Collectors.joining(", ", "{", "}"));
      }
      if (value instanceof Boolean flag) {
        return flag ? "True" : "False";
      }
      return value instanceof Enumeration e ? e.name : value.toString();
    }

    /** Between words, whose blank stays behind, and within those that are too long. */
    private List<String> wrapped(String text, int width) {
      List<String> lines = new ArrayList<>();
      StringBuilder line = new StringBuilder();
      for (String word : text.split("(?<= )", -1)) {
        if (line.length() + word.length() > width && line.length() > 0 && word.length() <= width) {
          lines.add(line.toString());
          line.setLength(0);
        }
        for (int i = 0; i < word.length(); i++) {
          if (line.length() == width) {
            lines.add(line.toString());
            line.setLength(0);
          }
          line.append(word.charAt(i));
        }
      }
      lines.add(line.toString());
      return lines;
    }
  };

  private static final int WINDOW = 80;

  private final String extension;

  PowerShellOutput(String extension) {
    this.extension = extension;
  }

  /** A value of an enumeration, which some shapes write as its number too. */
  record Enumeration(String name, int number) {}

  abstract String of(List<Map<String, Object>> records);

  String extension() {
    return extension;
  }

  private static String plain(Object value) {
    return value instanceof String text
        ? "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\""
        : String.valueOf(value);
  }

  static List<Map<String, Object>> acceptedDomains(Tenant tenant) {
    return tenant.acceptedDomains().stream().map(PowerShellOutput::record).toList();
  }

  private static Map<String, Object> record(AcceptedDomain domain) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("DomainName", domain.domainName().value());
    record.put("CatchAllRecipientID", null);
    record.put("DomainType", new Enumeration(domain.domainType().property(), 0));
    record.put("MatchSubDomains", domain.matchSubDomains());
    record.put("Name", domain.domainName().value());
    record.put("WhenCreated", "/Date(1772500512000)/");
    return record;
  }

  static List<Map<String, Object>> inboundConnectors(Tenant tenant) {
    return tenant.inboundConnectors().stream().map(connector -> record(tenant, connector)).toList();
  }

  private static Map<String, Object> record(Tenant tenant, InboundConnector connector) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("Enabled", connector.enabled());
    record.put("ConnectorType", new Enumeration(connector.connectorType(), 1));
    record.put("SenderIPAddresses", texts(connector.senderIpAddresses()));
    record.put(
        "SenderDomains",
        connector.senderDomains().stream().map(domain -> "smtp:" + domain + ";1").toList());
    record.put("AssociatedAcceptedDomains", texts(connector.associatedAcceptedDomains()));
    record.put("RequireTls", connector.requireTls());
    record.put("RestrictDomainsToIPAddresses", connector.restrictDomainsToIpAddresses());
    record.put("RestrictDomainsToCertificate", connector.restrictDomainsToCertificate());
    record.put("CloudServicesMailEnabled", connector.cloudServicesMailEnabled());
    record.put("TreatMessagesAsInternal", connector.treatMessagesAsInternal());
    record.put(
        "TlsSenderCertificateName",
        connector.tlsSenderCertificateName().map(Object::toString).orElse(null));
    record.putAll(connector.otherProperties());
    record.put("Name", connector.name());
    record.put("ObjectClass", List.of("top", "msExchSMTPInboundConnector"));
    record.put("OrganizationId", organizationId(tenant));
    return record;
  }

  static List<Map<String, Object>> organization(Tenant tenant) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("Name", tenant.name());
    record.put("Guid", tenant.tenantId().orElse(null));
    record.put("RejectDirectSend", tenant.rejectDirectSend());
    record.put("OrganizationId", organizationId(tenant));
    return List.of(record);
  }

  /** Begins with the forest; nothing says that the service always has one that is known here. */
  private static String organizationId(Tenant tenant) {
    String forest =
        tenant
            .forest()
            .map(name -> name.toString().toUpperCase(Locale.ROOT) + ".PROD.OUTLOOK.COM")
            .orElse("outlook.example");
    return forest
        + "/Microsoft Exchange Hosted Organizations/"
        + tenant.name()
        + " - "
        + forest
        + "/ConfigurationUnits/Configuration";
  }

  private static List<String> texts(List<?> values) {
    return values.stream().map(Object::toString).toList();
  }
}
