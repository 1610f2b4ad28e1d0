package org.exoattribution.testkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.exoattribution.testkit.render.Palette;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeCommandTest {
  private static final Pattern PORT = Pattern.compile("listens on 127\\.0\\.0\\.1:([0-9]+)");
  private static final String TENANTS =
      """
      tenants:
        - name: contoso
          acceptedDomains: [contoso.com]
          inboundConnectors:
            - {Name: Relay, ConnectorType: OnPremises, SenderIPAddresses: [198.51.100.7]}
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private Writer reader = out;
  private final StringWriter err = new StringWriter();
  private Thread command = new Thread();
  private Path tenants = Path.of("");

  @BeforeEach
  void write_tenants() throws IOException {
    tenants = Files.writeString(folder.resolve("tenants.yaml"), TENANTS);
  }

  @AfterEach
  void stop() throws InterruptedException {
    command.interrupt();
    command.join();
  }

  private int serve(String... further) throws InterruptedException {
    String[] args =
        Stream.concat(
                Stream.of("serve", "--tenants", tenants.toString(), "--listen", "127.0.0.1:0"),
                Stream.of(further))
            .toArray(String[]::new);
    Terminal terminal =
        new Terminal(
            InputStream.nullInputStream(),
            new PrintWriter(reader),
            new PrintWriter(err),
            Palette.NONE,
            false,
            CommandRun.CLOCK);
    command = new Thread(() -> Main.run(terminal, args));
    command.start();
    return Integer.parseInt(awaited(err, PORT));
  }

  private static String awaited(StringWriter stream, Pattern text) throws InterruptedException {
    for (int i = 0; i < 400; i++) {
      Matcher matcher = text.matcher(stream.toString());
      if (matcher.find()) {
        return matcher.group(matcher.groupCount());
      }
      Thread.sleep(50);
    }
    throw new AssertionError(text + " is not in: " + stream);
  }

  /** What the server says to each line. */
  private static List<String> say(int port, String... lines) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      return in.lines().toList();
    }
  }

  private static List<String> send(int port, String from, String to) throws IOException {
    String mail = "MAIL FROM:<" + from + ">";
    return say(port, "HELO x", mail, "RCPT TO:<" + to + ">", "DATA", "", "Hello", ".", "QUIT");
  }

  @Test
  void the_first_line_says_that_it_is_a_simulator_that_relays_nothing() throws Exception {
    serve();
    assertThat(err.toString())
        .startsWith("This is a simulator of Exchange Online's front end: it relays nothing.");
  }

  @Test
  void a_transaction_is_printed_as_resolve_prints_it() throws Exception {
    int port = serve("--map", "127.0.0.1=198.51.100.7");
    assertThat(send(port, "a@contoso.com", "b@example.net"))
        .anyMatch(line -> line.startsWith("250 2.6.0 "));
    awaited(out, Pattern.compile("Answered.*\n\n"));
    assertThat(out.toString())
        .matches("(?s)session [0-9A-F]{16}-1, to b@example\\.net\n.*")
        .contains("\n  Originating from contoso")
        .contains("\n  Client     127.0.0.1, plaintext, no certificate presented\n")
        .contains("\n  Answered   250 2.6.0 ");
  }

  @Test
  void json_has_the_keys_of_resolve_and_those_of_the_session() throws Exception {
    int port = serve("--format", "json");
    send(port, "a@contoso.com", "b@example.net");
    awaited(out, Pattern.compile("}\n"));
    assertThat(out.toString())
        .startsWith("{\"connection\":\"08D")
        .contains("\"recipient\":\"b@example.net\",\"verdict\":\"rejected\",\"tenant\":null,")
        .contains(",\"session\":\"08D")
        .contains(
            "\"client\":\"127.0.0.1\",\"tls\":null,\"certificate\":null,"
                + "\"certificateVerdict\":null,\"answer\":\"550 5.7.64 ")
        .endsWith("\"}\n");
  }

  @Test
  void clients_are_served_while_nobody_reads_what_is_printed() throws Exception {
    CountDownLatch goesOn = new CountDownLatch(1);
    reader =
        new FilterWriter(out) {
          @Override
          public void flush() throws IOException {
            try {
              goesOn.await();
            } catch (InterruptedException e) {
              throw new InterruptedIOException();
            }
          }
        };
    int port = serve();
    for (int i = 0; i < 3; i++) {
      assertThat(send(port, "a@contoso.com", "b@contoso.com"))
          .anyMatch(line -> line.startsWith("250 2.6.0 "));
    }
    awaited(out, Pattern.compile("Answered"));
    assertThat(out.toString()).containsOnlyOnce("Answered");
    goesOn.countDown();
    awaited(out, Pattern.compile("(?s)(Answered.*){3}"));
  }

  @Test
  void the_forest_of_the_front_end_counts() throws Exception {
    Files.writeString(
        tenants, TENANTS.replace("- name: contoso", "- name: contoso\n    forest: eurprd04"));
    int port = serve("--forest", "namprd12");
    assertThat(send(port, "a@example.net", "b@contoso.com"))
        .anyMatch(
            line ->
                line.startsWith("451 4.4.62 Mail sent to the wrong Office 365 region. ATTR35."));
  }

  @Test
  void messages_are_kept_with_what_became_of_them() throws Exception {
    int port = serve("--spool", folder.resolve("spool").toString());
    send(port, "a@contoso.com", "b@contoso.com");
    try (Stream<Path> files = Files.list(folder.resolve("spool"))) {
      assertThat(files.toList())
          .singleElement()
          .satisfies(
              file ->
                  assertThat(Files.readString(file))
                      .startsWith("X-Attribution: {\"connection\":\"08D")
                      .contains("\"verdict\":\"incoming\",\"tenant\":\"contoso\"")
                      .endsWith("}\r\n\r\nHello\r\n"));
    }
  }

  @Test
  void changed_tenants_are_taken_up_and_wrong_ones_are_not() throws Exception {
    int port = serve("--watch");
    assertThat(send(port, "a@contoso.com", "b@fabrikam.com")).anyMatch(l -> l.startsWith("550"));
    Files.writeString(tenants, TENANTS.replace("[contoso.com]", "[contoso.com, fabrikam.com]"));
    awaited(err, Pattern.compile("the tenants have changed: 1 in force"));
    assertThat(send(port, "a@contoso.com", "b@fabrikam.com")).noneMatch(l -> l.startsWith("5"));

    Files.writeString(tenants, TENANTS.replace("acceptedDomains", "acceptedDomain"));
    awaited(
        err, Pattern.compile("the old ones stay in force: .*tenants\\.yaml:3.*acceptedDomains"));
    assertThat(send(port, "a@contoso.com", "b@fabrikam.com")).noneMatch(l -> l.startsWith("5"));
  }

  @ParameterizedTest
  @CsvSource({
    "--listen, nowhere, '--listen: \"nowhere\" is no address and port: expected one such as'",
    "--forest, ..., '--forest: \"...\" is not a forest'",
    "--map, 127.0.0.1=x, '--map: \"x\" is not an IP address'",
    "--key-store, nosuch.p12, 'nosuch.p12: there is no such file: expected a PKCS #12 file'"
  })
  void what_cannot_be_used_gives_one_line_and_status_2(
      String option, String value, String message) {
    CommandRun run = CommandRun.of("serve", "--tenants", tenants, option, value);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith(message).hasLineCount(1);
  }

  /** In a process of its own, for it is the process that is told to stop. */
  @Test
  void it_stops_at_once_when_it_is_told_to_and_what_it_kept_is_whole() throws Exception {
    Path spool = folder.resolve("spool");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--tenants",
                tenants.toString(),
                "--listen",
                "127.0.0.1:0",
                "--spool",
                spool.toString())
            .start();
    try (BufferedReader notes = process.errorReader()) {
      Matcher matcher = PORT.matcher(String.valueOf(notes.readLine()));
      assertThat(matcher.find()).isTrue();
      int port = Integer.parseInt(matcher.group(1));
      send(port, "a@contoso.com", "b@contoso.com");
      try (Socket halfway = new Socket(InetAddress.getLoopbackAddress(), port)) {
        halfway
            .getOutputStream()
            .write(
                "HELO x\r\nMAIL FROM:<>\r\nRCPT TO:<b@contoso.com>\r\nDATA\r\nHalf"
                    .getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 200 && names(spool).size() < 2; i++) {
          Thread.sleep(50);
        }
        process.destroy();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(names(spool)).singleElement().asString().endsWith(".eml");
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).toList();
    }
  }
}
