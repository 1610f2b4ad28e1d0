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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.RuleSet;
import org.exoattribution.testkit.source.ScenarioException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs of connections in JSON Lines. */
class ConnectionLinesTest {
  private static final String LINE =
      "{\"sourceIp\":\"192.0.2.1\",\"mailFrom\":\"a@contoso.com\",\"rcptTo\":\"b@example.net\"}";

  @TempDir Path folder;
  private ScenarioOverrides overrides = ScenarioOverrides.none();

  @BeforeEach
  void tenants() throws IOException {
    overrides =
        ScenarioOverrides.ofTenants(Files.writeString(folder.resolve("tenants.yaml"), TENANTS));
  }

  private ConnectionLines lines(InputStream in) {
    return new ScenarioReader(overrides).readLines("log.jsonl", in, folder);
  }

  private List<ScenarioConnection> all(String text) {
    List<ScenarioConnection> connections = new ArrayList<>();
    try (ConnectionLines lines = lines(stream(text))) {
      lines.forEachRemaining(connections::add);
    }
    return connections;
  }

  @Test
  void lines_come_in_their_order_numbered_and_blank_ones_are_skipped() {
    List<ScenarioConnection> connections =
        all(
            "\uFEFF"
                + LINE
                + "\r\n\r\n  \n"
                + LINE.replace("{", "{\"name\":\"second\",")
                + "\n"
                + LINE);

    assertThat(connections)
        .extracting(ScenarioConnection::name)
        .containsExactly("1", "second", "3");
    assertThat(connections)
        .extracting(connection -> connection.location().toString())
        .containsExactly("log.jsonl:1", "log.jsonl:4", "log.jsonl:5");
  }

  @Test
  void utf_16_is_read() {
    try (ConnectionLines lines =
        lines(
            new ByteArrayInputStream(
                ("\uFEFF" + LINE + "\n" + LINE).getBytes(StandardCharsets.UTF_16LE)))) {
      assertThat(lines).toIterable().hasSize(2);
    }
  }

  @Test
  void no_line_at_all_is_no_connection() {
    assertThat(all("")).isEmpty();
    try (ConnectionLines lines = lines(stream("\n"))) {
      assertThatThrownBy(lines::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  @Test
  void a_bad_line_is_named_and_the_next_ones_can_still_be_used() {
    try (ConnectionLines lines = lines(stream(LINE + "\n{\"sourceIp\":1\n" + LINE))) {
      assertThat(lines.next().name()).isEqualTo("1");
      assertThatThrownBy(lines::next)
          .isInstanceOf(ScenarioException.class)
          .hasMessageStartingWith("log.jsonl:2: not readable: ");
      assertThat(lines.next().name()).isEqualTo("3");
      assertThat(lines.hasNext()).isFalse();
    }
  }

  @Test
  void a_line_is_one_object_and_nothing_more() {
    assertThatThrownBy(() -> all(LINE + "\n" + LINE + LINE))
        .isInstanceOf(ScenarioException.class)
        .hasMessage("log.jsonl:2: a second document begins here: expected one only");
    assertThatThrownBy(() -> all("[" + LINE + "]"))
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith("log.jsonl:1: a list is not a connection: expected an object");
    assertThatThrownBy(() -> all(LINE.replace("rcptTo", "rcptto")))
        .isInstanceOf(ScenarioException.class)
        .hasMessage(
            "log.jsonl:1: \"rcptto\" is not a key of a connection: did you mean \"rcptTo\"?");
  }

  @Test
  void bytes_that_are_no_text_are_refused() {
    byte[] bytes = (LINE + "\nx").getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 1] = (byte) 0xFF;

    assertThatThrownBy(() -> lines(new ByteArrayInputStream(bytes)).forEachRemaining(c -> {}))
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith("log.jsonl:")
        .hasMessageEndingWith(": is not text: expected UTF-8 or UTF-16");
  }

  @Test
  void a_stream_without_line_breaks_is_refused_before_it_fills_the_memory() {
    AtomicLong delivered = new AtomicLong();
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            delivered.incrementAndGet();
            return 'x';
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            delivered.addAndGet(length);
            Arrays.fill(bytes, offset, offset + length, (byte) 'x');
            return length;
          }
        };

    assertThatThrownBy(() -> lines(endless).next())
        .isInstanceOf(ScenarioException.class)
        .hasMessage("log.jsonl:1: the line is longer than 1048576 characters");
    assertThat(delivered).hasValueLessThan(1_500_000);
  }

  @Test
  void lines_are_read_only_as_they_are_asked_for() {
    byte[] line = (LINE + "\n").getBytes(StandardCharsets.UTF_8);
    InputStream endless =
        new InputStream() {
          private int position;

          @Override
          public int read() {
            return line[position++ % line.length];
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            bytes[offset] = (byte) read();
            return 1;
          }
        };

    try (ConnectionLines lines = lines(endless)) {
      for (int i = 1; i <= 10_000; i++) {
        assertThat(lines.next().name()).isEqualTo(Integer.toString(i));
      }
    }
  }

  @Test
  void repeated_certificates_are_made_once() {
    String line = LINE.replace("{", "{\"certificate\":{\"commonName\":\"gw.contoso.com\"},");

    List<PresentedCertificate> certificates =
        all((line + "\n").repeat(2)).stream()
            .map(c -> c.transaction().connections().get(0).presentedCertificate().orElseThrow())
            .toList();

    assertThat(certificates.get(1)).isSameAs(certificates.get(0));
  }

  @Test
  void overrides_apply() {
    Instant at = Instant.parse("2018-02-03T00:00:00Z");
    overrides =
        new ScenarioOverrides(
            overrides.tenants(), Optional.of(RuleSet.V2017), Map.of(), Optional.empty(), false);
    assertThat(all(LINE).get(0).transaction().connections().get(0).at())
        .isEqualTo(RuleSet.V2017.firstInstant());

    overrides =
        new ScenarioOverrides(
            overrides.tenants(), Optional.empty(), Map.of(), Optional.of(at), false);
    assertThat(
            all(LINE.replace("{", "{\"at\":\"2020-01-01T00:00:00Z\","))
                .get(0)
                .transaction()
                .connections()
                .get(0)
                .at())
        .isEqualTo(at);
  }

  @Test
  void without_tenants_there_is_nothing_to_attribute_to() {
    ScenarioReader reader = new ScenarioReader(ScenarioOverrides.none());

    assertThatThrownBy(() -> reader.readLines("log.jsonl", stream(LINE), folder))
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith("log.jsonl: has connections but no tenants: expected");
  }
}
