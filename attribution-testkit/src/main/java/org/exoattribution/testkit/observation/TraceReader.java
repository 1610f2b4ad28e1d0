package org.exoattribution.testkit.observation;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import com.google.common.base.CharMatcher;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.exoattribution.model.Attribution.Verdict;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.ReversePath;
import org.exoattribution.testkit.document.Typed;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * Reads an extended message trace: what came in is told by the rows with source SMTP and event
 * RECEIVE.
 */
final class TraceReader {
  /** A time as Exchange writes it, whether there is such a time or not. */
  private static final Pattern ISO =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*(?:Z|[+-]\\d\\d:?\\d\\d)", CASE_INSENSITIVE);

  private final ObservationReader reader;

  TraceReader(ObservationReader reader) {
    this.reader = reader;
  }

  /** Whether a first line names the columns of a trace. */
  static boolean isHeading(String line) {
    String names = line.toLowerCase(Locale.ROOT);
    return names.contains("event_id") && names.contains("custom_data");
  }

  void read(String name, Reader text, String heading, ObservationSink sink) {
    Map<String, Integer> columns = new HashMap<>();
    try {
      for (CsvRecord row : format(heading).ofCsvRecord(text)) {
        SourceLocation location = new SourceLocation(name, (int) row.getStartingLineNumber());
        if (!columns.isEmpty()) {
          read(new Row(columns, row), location, sink);
        } else if (isHeading(String.join(",", row.getFields()))) {
          row.getFields()
              .forEach(c -> columns.put(c.strip().toLowerCase(Locale.ROOT), columns.size()));
        }
      }
    } catch (CsvParseException e) {
      sink.unreadable(
          new ScenarioException(
              new SourceLocation(name, 0),
              "cannot be read to its end: expected quotes that close and no field of megabytes"));
    }
  }

  private static CsvReader.CsvReaderBuilder format(String heading) {
    return CsvReader.builder()
        .fieldSeparator(heading.charAt(CharMatcher.anyOf(",;\t").indexIn(heading)))
        .allowMissingFields(true)
        .allowExtraFields(true)
        .allowExtraCharsAfterClosingQuote(true);
  }

  /** The fields of a row by the names of their columns. */
  private record Row(Map<String, Integer> columns, CsvRecord fields) {
    Optional<String> get(String column) {
      @Nullable Integer index = columns.get(column);
      return index == null || index >= fields.getFieldCount()
          ? Optional.empty()
          : Optional.of(fields.getField(index).strip()).filter(value -> !value.isEmpty());
    }

    Optional<String> firstOf(String... names) {
      for (String column : names) {
        if (get(column).isPresent()) {
          return get(column);
        }
      }
      return Optional.empty();
    }

    boolean is(String column, String value) {
      return get(column).filter(value::equalsIgnoreCase).isPresent();
    }
  }

  private void read(Row row, SourceLocation location, ObservationSink sink) {
    int fields = row.fields().getFieldCount();
    if (fields != row.columns().size()) {
      String expected = row.columns().size() + ", as the first line has, and quotes that close";
      sink.unreadable(
          new ScenarioException(location, "has " + fields + " fields: expected " + expected));
      return;
    }
    if (!row.is("source", "SMTP") || !row.is("event_id", "RECEIVE")) {
      return;
    }
    reader.tell(() -> evidence(row), location, sink);
  }

  private static Evidence evidence(Row row) {
    Evidence evidence = new Evidence();
    CustomData data = new CustomData(row.get("custom_data").orElse(""));
    evidence.entity(data.get("FromEntity"));
    evidence.verdict =
        evidence
            .verdict
            .or(() -> data.connectorType().map(TraceReader::verdictOfType))
            .or(() -> row.get("directionality").flatMap(TraceReader::verdictOfDirection));
    evidence.connector = data.connector();
    evidence.tenant = data.tenant().or(() -> row.get("tenant_id"));
    evidence.source =
        data.get("ProxiedClientIPAddress")
            .or(() -> row.firstOf("original_client_ip", "client_ip"))
            .map(IpAddress::parse);
    evidence.ehlo = data.get("ProxiedClientHostname");
    evidence.tls = data.get("tlsversion").map(version -> !version.equalsIgnoreCase("None"));
    evidence.mailFrom =
        Optional.of(
            row.firstOf("return_path", "sender_address")
                .map(ReversePath::parse)
                .orElse(ReversePath.NULL));
    evidence.rcptTo =
        row.get("recipient_address")
            .map(list -> list.split(";", 2)[0].split("##", 2)[0].strip())
            .map(ForwardPath::parse);
    evidence.at =
        row.firstOf("date_time_utc", "date_time", "origin_timestamp_utc", "origin_timestamp")
            .flatMap(TraceReader::instant);
    evidence.beside("directionality", row.get("directionality"));
    evidence.beside("connector_id", row.get("connector_id"));
    evidence.beside("Oorg", data.get("Oorg"));
    return evidence;
  }

  private static Verdict verdictOfType(String connectorType) {
    return connectorType.equalsIgnoreCase("OnPremises") ? Verdict.ORIGINATING : Verdict.INCOMING;
  }

  private static Optional<Verdict> verdictOfDirection(String direction) {
    return switch (direction) {
      case "1" -> Optional.of(Verdict.INCOMING);
      case "2" -> Optional.of(Verdict.ORIGINATING);
      default -> Evidence.verdict(direction);
    };
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Typed.instant(text));
    } catch (DateTimeException e) {
      if (ISO.matcher(text).matches()) {
        throw InvalidValueException.notA("an instant", text, "one such as 2026-11-01T00:00:00Z");
      }
      return Optional.empty(); // some other form, such as a spreadsheet's
    }
  }

  /**
   * The {@code custom_data} of a trace: {@code S:KEY=VALUE;} pairs. A value may hold semicolons, so
   * that a field ends where the next begins.
   */
  private static final class CustomData {
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
}
