package org.exoattribution.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.exoattribution.testkit.scenario.Texts.TENANTS;
import static org.exoattribution.testkit.scenario.Texts.stream;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.testkit.scenario.Replay.Result;
import org.exoattribution.testkit.source.ScenarioException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs of connections, resolved on several threads. */
@Timeout(120)
class ReplayTest {
  private static final int LINES = 5_000;

  @TempDir private Path folder;
  private final List<String> printed = new ArrayList<>();
  private ScenarioReader reader = new ScenarioReader(ScenarioOverrides.none());

  @BeforeEach
  void tenants() throws IOException {
    Path tenants = Files.writeString(folder.resolve("tenants.yaml"), TENANTS);
    reader = new ScenarioReader(ScenarioOverrides.ofTenants(tenants));
  }

  /** Every line is another; some have a certificate, two recipients or a name of their own. */
  private static String line(int i) {
    return "{\"sourceIp\":\"192.0.2."
        + i % 256
        + (i % 7 == 0 ? "\",\"name\":\"mail " + i : "")
        + "\",\"mailFrom\":\"sender"
        + i
        + "@example.net\",\"rcptTo\":"
        + (i % 5 == 0 ? "[\"a@contoso.com\",\"b@example.org\"]" : "\"c@contoso.com\"")
        + (i % 3 == 0 ? ",\"certificate\":{\"commonName\":\"mail" + i % 4 + ".example.net\"}" : "")
        + "}\n";
  }

  private static String log(int lines) {
    StringBuilder log = new StringBuilder();
    for (int i = 1; i <= lines; i++) {
      log.append(i % 100 == 0 ? "\n" : "").append(line(i));
    }
    return log.toString();
  }

  private ConnectionLines lines(InputStream in) {
    return reader.readLines("log.jsonl", in, folder);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void the_results_are_those_of_reading_and_resolving_line_by_line(int threads) {
    List<Result> expected = new ArrayList<>();
    try (ConnectionLines lines = lines(stream(log(LINES)))) {
      AttributionEngine engine = lines.engine();
      lines.forEachRemaining(
          each -> expected.add(new Result(each, engine.resolve(each.transaction()))));
    }

    try (ConnectionLines lines = lines(stream(log(LINES)));
        Stream<Result> results = Replay.of(lines).withThreads(threads).results()) {
      assertThat(results).hasSize(LINES).containsExactlyElementsOf(expected);
    }
    assertThat(expected).extracting(each -> each.attributions().size()).contains(1, 2);
    assertThat(expected.get(LINES - 1).connection().name()).isEqualTo("" + LINES);
  }

  @Test
  void a_file_is_replayed() throws IOException {
    Path file = Files.writeString(folder.resolve("log.jsonl"), line(1));

    try (ConnectionLines lines = reader.readLines(file);
        Stream<Result> results = Replay.of(lines).results()) {
      assertThat(results.toList())
          .singleElement()
          .satisfies(
              result -> {
                assertThat(result.connection().location()).hasToString(file + ":1");
                assertThat(result.attributions())
                    .extracting(Attribution::verdict)
                    .containsExactly(Attribution.Verdict.INCOMING);
              });
    }
    assertThatThrownBy(() -> reader.readLines(folder.resolve("none.jsonl")))
        .isInstanceOf(ScenarioException.class)
        .hasMessageEndingWith("none.jsonl: there is no such file");
  }

  @Test
  void the_example_of_the_readme_prints_the_connections_in_their_order() throws IOException {
    Path file = Files.writeString(folder.resolve("log.jsonl"), log(LINES));

    // readme
    try (ConnectionLines log = reader.readLines(file);
        Stream<Replay.Result> results = Replay.of(log).results()) {
      results.forEach(each -> print(each.connection().name(), each.attributions()));
    }
    // end

    assertThat(printed).hasSize(LINES).startsWith("1", "2", "3").endsWith("" + LINES);
    Path source = Path.of("src/test/java", getClass().getName().replace('.', '/') + ".java");
    String example = Files.readString(source).split(" +// (readme|end)\n", -1)[1];
    assertThat(Files.readString(Path.of("README.md")))
        .contains("```java\n" + example.stripTrailing().stripIndent() + "\n```");
  }

  private void print(String name, List<Attribution> attributions) {
    printed.add(attributions.isEmpty() ? "nothing" : name);
  }

  @Test
  void an_empty_log_has_no_results() {
    for (String log : List.of("", "\n\n")) {
      try (ConnectionLines lines = lines(stream(log))) {
        assertThat(Replay.of(lines).results()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void everything_before_the_first_bad_line_is_delivered_and_then_it_is_named(int threads) {
    String log = log(LINES) + "{\"sourceIp\":7}\n" + log(LINES) + "{\n";

    assertFailure(
        lines(stream(log)), threads, "log.jsonl:5051: sourceIp: \"7\" is not an IP address");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void a_certificate_that_cannot_be_made_is_reported_for_its_first_line(int threads) {
    String bad =
        line(1)
            .replace(
                "{",
                "{\"certificate\":{\"commonName\":\"a.example\",\"extendedKeyUsage\":[\"no\"]},");

    assertFailure(lines(stream(log(LINES) + bad.repeat(LINES))), threads, "log.jsonl:5051: ");
  }

  @Test
  void what_can_no_longer_be_read_fails_after_what_could_be() {
    byte[] log = (log(LINES) + line(1)).getBytes(StandardCharsets.UTF_8);
    InputStream broken =
        new InputStream() {
          private final InputStream in = new ByteArrayInputStream(log, 0, log.length - 20);

          @Override
          public int read() throws IOException {
            int b = in.read();
            if (b < 0) {
              throw new IOException("the disk is gone");
            }
            return b;
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = in.read(bytes, offset, length);
            if (count < 0) {
              throw new IOException("the disk is gone");
            }
            return count;
          }
        };

    assertFailure(lines(broken), 4, "log.jsonl:5051: cannot be read: ");
  }

  private static void assertFailure(ConnectionLines lines, int threads, String message) {
    List<Result> delivered = new ArrayList<>();
    try (lines;
        Stream<Result> results = Replay.of(lines).withThreads(threads).results()) {
      assertThatThrownBy(() -> results.forEachOrdered(delivered::add))
          .isInstanceOf(ScenarioException.class)
          .hasMessageStartingWith(message);
    }
    assertThat(delivered).hasSize(LINES);
    assertThat(delivered.get(LINES - 1).connection().name()).isEqualTo("" + LINES);
  }

  @Test
  void the_failure_is_thrown_as_often_as_somebody_asks_on() {
    try (ConnectionLines lines = lines(stream(line(1) + "{}\n"));
        Stream<Result> results = Replay.of(lines).results()) {
      Iterator<Result> iterator = results.iterator();
      assertThat(iterator.next().connection().name()).isEqualTo("1");
      assertThatThrownBy(iterator::next).isInstanceOf(ScenarioException.class);
      assertThatThrownBy(iterator::hasNext).isInstanceOf(ScenarioException.class);
    }
  }

  @Test
  void an_endless_log_is_read_only_a_little_ahead() {
    byte[] line = line(1).getBytes(StandardCharsets.UTF_8);
    Endless endless = new Endless(line);

    try (ConnectionLines lines = lines(endless);
        Stream<Result> results = Replay.of(lines).withThreads(2).results()) {
      assertThat(results.skip(20_000).findFirst().orElseThrow().connection().name())
          .isEqualTo("20001");
    }
    // Four batches ahead, the current one, and what the decoder holds.
    assertThat(endless.delivered - 20_000L * line.length).isBetween(0L, 6L * (1 << 15) + (1 << 18));
  }

  /** The same line again and again. */
  private static final class Endless extends InputStream {
    private final byte[] line;
    private long delivered;

    Endless(byte[] line) {
      this.line = line;
    }

    @Override
    public int read() {
      return line[(int) (delivered++ % line.length)];
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      for (int i = 0; i < length; i++) {
        bytes[offset + i] = (byte) read();
      }
      return length;
    }
  }
}
