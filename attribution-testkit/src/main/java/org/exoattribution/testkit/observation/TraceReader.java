package org.exoattribution.testkit.observation;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.exoattribution.model.Attribution.Verdict;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.ReversePath;
import org.exoattribution.testkit.document.EncodedText;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * Reads an extended message trace: what came in is told by the rows with source SMTP and event
 * RECEIVE.
 */
final class TraceReader {
  private final ObservationReader reader;

  TraceReader(ObservationReader reader) {
    this.reader = reader;
  }

  /** Whether a first line names the columns of a trace. */
  static boolean isHeading(String line) {
    String names = line.toLowerCase(Locale.ROOT);
    return names.contains("event_id") && names.contains("custom_data");
  }

  private static char separator(String heading) {
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(heading, candidate) > count(heading, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String text, char c) {
    return text.chars().filter(each -> each == c).count();
  }

  void read(String name, InputStream in, Charset charset, ObservationSink sink) throws IOException {
    BufferedReader text = new BufferedReader(new InputStreamReader(in, charset), 1 << 16);
    int before = 0;
    String heading = "";
    for (String line = text.readLine(); line != null; line = text.readLine()) {
      before++;
      if (isHeading(line)) {
        heading = EncodedText.withoutMark(line);
        break;
      }
    }
    char separator = separator(heading);
    Map<String, Integer> columns = new HashMap<>();
    CsvReader.CsvReaderBuilder format =
        CsvReader.builder()
            .fieldSeparator(separator)
            .allowMissingFields(true)
            .allowExtraFields(true)
            .allowExtraCharsAfterClosingQuote(true);
    for (String column : format.ofCsvRecord(heading).iterator().next().getFields()) {
      columns.put(column.strip().toLowerCase(Locale.ROOT), columns.size());
    }
    Iterator<CsvRecord> rows = format.ofCsvRecord(text).iterator();
    long line = before;
    while (true) {
      try {
        if (!rows.hasNext()) {
          return;
        }
        CsvRecord row = rows.next();
        line = before + row.getStartingLineNumber();
        SourceLocation location = new SourceLocation(name, (int) line);
        if (row.getFieldCount() == columns.size()) {
          read(new Row(columns, row), location, sink);
        } else {
          sink.unreadable(
              new ScenarioException(
                  location,
                  "has "
                      + row.getFieldCount()
                      + " fields: expected "
                      + columns.size()
                      + ", as the first line has, and quotes that close"));
        }
      } catch (CsvParseException e) {
        sink.unreadable(
            new ScenarioException(
                new SourceLocation(name, (int) line + 1),
                "is no row of a CSV file, and the reading ends here: expected quotes that close"));
        return;
      }
    }
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
    if (!row.is("source", "SMTP") || !row.is("event_id", "RECEIVE")) {
      return;
    }
    try {
      Evidence evidence = evidence(row);
      if (evidence.isHosted()) {
        sink.sentByMailbox(location);
      } else {
        sink.observed(evidence.sighting(location, reader));
      }
    } catch (InvalidValueException e) {
      sink.unreadable(new ScenarioException(location, String.valueOf(e.getMessage())));
    }
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
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty(); // some other form, such as a spreadsheet's
    }
  }
}
