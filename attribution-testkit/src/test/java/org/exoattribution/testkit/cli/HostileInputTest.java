package org.exoattribution.testkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.exoattribution.testkit.render.Palette;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files without end, or made to keep a reader busy, end in one line. The build runs it in 256 MB.
 */
@Tag("hostile")
class HostileInputTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final String ENDLESS = "/dev/zero";
  private static final String HEADING = "date_time,source,event_id,custom_data\n";

  /** A message of a mailbox, which is passed over. */
  private static final String HOSTED =
      "From a Mon 10:00:00\nX-MS-Exchange-CrossTenant-FromEntityHeader: Hosted\n\n";

  @TempDir private Path folder;
  private Path tenants;

  @BeforeEach
  void write() {
    tenants = Inputs.write(folder, "tenants.yaml", Inputs.TENANTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lint --tenants " + ENDLESS,
        "check " + ENDLESS,
        "resolve --tenants TENANTS " + ENDLESS,
        "resolve --tenants TENANTS FOLDER/endless.jsonl",
        "certificate " + ENDLESS,
        "certificate --anchors " + ENDLESS + " TENANTS",
        "certificate --crl " + ENDLESS + " TENANTS",
        "observed --tenants TENANTS " + ENDLESS,
        "observed --tenants TENANTS FOLDER/endless.jsonl",
        "diff " + ENDLESS + " TENANTS",
      })
  void a_file_without_end_is_refused(String commandLine) throws IOException {
    Path log = Files.createSymbolicLink(folder.resolve("endless.jsonl"), Path.of(ENDLESS));
    Object[] arguments =
        commandLine
            .replace("TENANTS", tenants.toString())
            .replace("FOLDER", folder.toString())
            .split(" ", -1);

    isRefused(() -> CommandRun.of(arguments));
    Files.delete(log);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "check|tenants: [|a",
        "check|tenants: [|'[1,",
        "certificate|-----BEGIN CERTIFICATE-----|a",
        "lint --tenants|`[{\"a\":\"`|a",
        "lint --tenants|Name : |a, ",
        "observed --tenants TENANTS|`{\"sourceIp\":\"`|a",
        "observed --tenants TENANTS|From: |a",
        "observed --tenants TENANTS|`" + HOSTED + "`|a",
        "observed --tenants TENANTS|`" + HEADING + "`|a",
        "observed --tenants TENANTS|`" + HEADING + "`|`\"a`",
        "observed --tenants TENANTS|`" + HEADING + "`|`a,`",
      })
  void a_stream_that_begins_well_and_has_no_end_is_refused(
      String command, String beginning, String repeated) {
    Object[] arguments = (command.replace("TENANTS", tenants.toString()) + " -").split(" ", -1);

    isRefused(
        () -> CommandRun.run(endless(beginning, repeated + repeated), Palette.NONE, arguments));
  }

  private static InputStream endless(String beginning, String repeated) {
    byte[] more = repeated.getBytes(StandardCharsets.UTF_8);
    return new SequenceInputStream(
        new ByteArrayInputStream(beginning.getBytes(StandardCharsets.UTF_8)),
        new InputStream() {
          private int position;

          @Override
          public int read() {
            position = (position + 1) % more.length;
            return more[position];
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            for (int i = 0; i < length; i++) {
              buffer[offset + i] = (byte) read();
            }
            return length;
          }
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tenants: \"%s\"",
        "tenants: '%s'",
        "tenants: %s",
        "tenants: |\n  %s",
        "%s: a",
        "#%s",
        "tenants: &%s a",
        "tenants: !<%s> a",
        "%%TAG ! tag:%s\n---\ntenants: a",
        "a\n%s",
      })
  void text_of_megabytes_in_a_yaml_file_takes_no_longer_than_that(String form) {
    Path file = Inputs.write(folder, "long.yaml", form.formatted("--\u00e9".repeat(1 << 20)));

    isRefused(() -> CommandRun.of("lint", "--tenants", file));
  }

  private static void isRefused(Supplier<CommandRun> command) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    CommandRun run = command.get();

    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)).isLessThan(LIMIT);
    assertThat(run.status()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).hasLineCount(1).doesNotContain("memory", "java.", "Exception");
  }

  @ParameterizedTest
  @ValueSource(strings = {"resolve", "observed"})
  void a_pipe_is_read(String command) throws Exception {
    Path pipe = folder.resolve("log.jsonl");
    start("mkfifo " + pipe).waitFor();
    String line = Inputs.line("a").strip();
    String observed =
        line.substring(0, line.length() - 1) + ",\"observed\":{\"verdict\":\"incoming\"}}";
    Process writer =
        start("echo '" + (command.equals("observed") ? observed : line) + "' > " + pipe);

    CommandRun run = CommandRun.of(command, "--tenants", tenants, pipe);

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(writer.waitFor(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void two_folders_whose_names_a_system_cannot_tell_apart_are_refused() throws Exception {
    String one = "$(printf 'cont\\303\\266so')";
    String other = "$(printf 'cont\\303\\244so')";
    start("cd " + folder + " && mkdir -p x/" + one + " x/" + other + " y/" + one).waitFor();
    start(
            "cd "
                + folder
                + " && for d in x/* y/*; do echo '[]' > $d/Get-InboundConnector.json;"
                + " echo '[\"contoso.com\"]' > $d/Get-AcceptedDomain.json; done")
        .waitFor();

    assertThat(underC("lint --tenants " + folder.resolve("x")))
        .containsPattern("so: has a name that cannot be told from another's: .*LC_ALL=C.UTF-8");
    assertThat(underC("lint --tenants " + folder.resolve("y")))
        .containsPattern("so: warning: has a name that cannot be read here; .*LC_ALL=C.UTF-8");
    assertThat(underC("lint --tenants " + folder.resolve("y") + "/" + one))
        .contains("is no path: expected a path of characters", "LC_ALL=C.UTF-8");
  }

  private static String underC(String commandLine) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        start(
            "LC_ALL=C "
                + java
                + " -cp \"$CLASS_PATH\" "
                + Main.class.getName()
                + " "
                + commandLine);
    try (InputStream printed = process.getInputStream()) {
      return new String(printed.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Process start(String script) throws IOException {
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", script).redirectErrorStream(true);
    shell.environment().put("CLASS_PATH", System.getProperty("java.class.path"));
    return shell.start();
  }
}
