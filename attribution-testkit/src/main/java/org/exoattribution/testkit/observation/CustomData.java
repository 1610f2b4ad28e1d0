package org.exoattribution.testkit.observation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code custom_data} of a trace: {@code S:KEY=VALUE;} pairs. A value may hold semicolons, so
 * that a field ends where the next begins.
 */
final class CustomData {
  private static final String TYPE = ";ConnectorType=";
  private static final String TENANT = ";TenantId=";

  private final Map<String, String> values = new HashMap<>();

  CustomData(String text) {
    for (String field : (";" + text.strip()).split(";(?:\\s*[\\r\\n]\\s*)?S:", -1)) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        String value = field.substring(equals + 1).strip();
        values.putIfAbsent(
            field.substring(0, equals).strip().toLowerCase(Locale.ROOT),
            value.endsWith(";") ? value.substring(0, value.length() - 1) : value);
      }
    }
  }

  /** The value of a key, whatever its letter case; empty if it is missing or blank. */
  Optional<String> get(String key) {
    return Optional.ofNullable(values.get(key.toLowerCase(Locale.ROOT)))
        .filter(value -> !value.isBlank());
  }

  /** The inbound connector; its name may hold semicolons and equals signs. */
  Optional<String> connector() {
    return data()
        .filter(data -> data.regionMatches(true, 0, "Name=", 0, 5))
        .map(
            data ->
                data.substring(
                    5,
                    Math.min(
                        end(data.lastIndexOf(TYPE), data), end(data.lastIndexOf(TENANT), data))))
        .filter(name -> !name.isBlank());
  }

  Optional<String> connectorType() {
    return data().flatMap(data -> part(data, TYPE));
  }

  Optional<String> tenant() {
    return data().flatMap(data -> part(data, TENANT));
  }

  private Optional<String> data() {
    return get("InboundConnectorData");
  }

  private static Optional<String> part(String data, String marker) {
    int start = data.lastIndexOf(marker);
    if (start < 0) {
      return Optional.empty();
    }
    String rest = data.substring(start + marker.length());
    return Optional.of(rest.substring(0, end(rest.indexOf(';'), rest)).strip());
  }

  private static int end(int index, String text) {
    return index < 0 ? text.length() : index;
  }
}
