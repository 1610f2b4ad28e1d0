package org.exoattribution.benchmark;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.exoattribution.model.Attribution;
import org.exoattribution.testkit.render.json.AttributionJsonLines;
import org.exoattribution.testkit.scenario.ConnectionLines;
import org.exoattribution.testkit.scenario.Replay;
import org.exoattribution.testkit.scenario.ScenarioConnection;
import org.exoattribution.testkit.scenario.ScenarioOverrides;
import org.exoattribution.testkit.scenario.ScenarioReader;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The replay of a log from its bytes to the JSON of its results, beside Jackson, which only parses
 * the same lines: their tokens with their texts, and trees of them. In turn, on as many threads.
 */
final class LogRace {
  private static final int THREADS = Runtime.getRuntime().availableProcessors();
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final JsonMapper MAPPER = new JsonMapper();

  private final int lines;
  private final byte[] log;
  private final ScenarioReader reader =
      new ScenarioReader(ScenarioOverrides.ofTenants(Path.of("exports-example")));

  @SuppressWarnings("UnusedVariable") // written, so that nothing is left out
  private volatile long kept;

  private LogRace(int lines) {
    this.lines = lines;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      text.append(line(i)).append('\n');
    }
    log = text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** As in the README of the testkit. */
  private static String line(int i) {
    String host = i % 4 == 0 ? "mx" + i % 50 : "mail";
    String certificate =
        i % 2 == 0 ? ",\"certificate\":{\"commonName\":\"" + host + ".contoso.com\"}" : "";
    return "{\"sourceIp\":\"203.0.113.%d\",\"mailFrom\":\"s%d@contoso.com\",\"rcptTo\":\"r@fabrikam.com\"%s}"
        .formatted(i % 256, i, certificate);
  }

  /** Lines a second of each, and how much of Jackson's the replay has, as medians. */
  static String measured(int lines, Scale scale) {
    LogRace race = new LogRace(lines);
    List<double[]> rounds = new ArrayList<>();
    for (int i = -scale.warmups(); i < 3 * scale.iterations(); i++) {
      double[] round = {
        race.seconds(race::replay), race.seconds(race::tokens), race.seconds(race::trees)
      };
      if (i >= 0) {
        rounds.add(round);
      }
    }
    Markdown table =
        new Markdown(List.of("replay", "Jackson, tokens", "ratio", "Jackson, trees", "ratio"));
    table.row(
        List.of(
            race.rate(rounds, 0),
            race.rate(rounds, 1),
            ratio(rounds, 1),
            race.rate(rounds, 2),
            ratio(rounds, 2)));
    return table.toString();
  }

  private String rate(List<double[]> rounds, int which) {
    return Section.count(
        Math.round(lines / median(rounds.stream().mapToDouble(r -> r[which]).toArray())));
  }

  private static String ratio(List<double[]> rounds, int peer) {
    return String.format(
        Locale.ROOT, "%.2f", median(rounds.stream().mapToDouble(r -> r[peer] / r[0]).toArray()));
  }

  private static double median(double[] figures) {
    Arrays.sort(figures);
    return figures[figures.length / 2];
  }

  private double seconds(Callable<Long> work) {
    long begun = System.nanoTime();
    try {
      kept = work.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  private long replay() {
    InputStream in = new ByteArrayInputStream(log);
    try (ConnectionLines connections = reader.readLines("log.jsonl", in, Path.of(""));
        Stream<Long> written = Replay.of(connections).batches(batch -> write(connections, batch))) {
      return written.mapToLong(Long::longValue).sum();
    }
  }

  private static long write(ConnectionLines connections, List<ScenarioConnection> batch) {
    StringWriter out = new StringWriter();
    try (AttributionJsonLines results = new AttributionJsonLines(out)) {
      for (ScenarioConnection each : batch) {
        for (Attribution attribution : connections.engine().resolve(each.transaction())) {
          results.write(each.name(), attribution);
        }
      }
    }
    return out.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  private long tokens() throws Exception {
    return parsed(
        (from, length) -> {
          long letters = 0;
          try (JsonParser parser =
              FACTORY.createParser(ObjectReadContext.empty(), log, from, length)) {
            while (parser.nextToken() != null) {
              letters += parser.getString().length();
            }
          }
          return letters;
        });
  }

  private long trees() throws Exception {
    return parsed((from, length) -> MAPPER.readTree(log, from, length).size());
  }

  private interface Parse {
    long line(int from, int length);
  }

  /** Each thread has a part of the log to itself. */
  private long parsed(Parse parse) throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Long>> parts = new ArrayList<>();
      int from = 0;
      for (int i = 1; i <= THREADS; i++) {
        int start = from;
        int end = lineEnd((int) ((long) log.length * i / THREADS) - 1);
        parts.add(workers.submit(() -> part(start, end, parse)));
        from = end;
      }
      long sum = 0;
      for (Future<Long> part : parts) {
        sum += part.get();
      }
      return sum;
    } finally {
      workers.shutdown();
    }
  }

  private long part(int start, int end, Parse parse) {
    long sum = 0;
    for (int at = start; at < end; ) {
      int next = lineEnd(at);
      sum += parse.line(at, next - at);
      at = next;
    }
    return sum;
  }

  private int lineEnd(int from) {
    int end = from;
    while (log[end] != '\n') {
      end++;
    }
    return end + 1;
  }
}
