package org.exoattribution.testkit.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.testkit.assertj.AttributionAssertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exoattribution.model.Finding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An Exim in a root of its own, for its package and that of Postfix exclude each other: unpacked by
 * {@code .ci/run} into the folder that EXIM_ROOT names, and copied from there.
 */
class EximTest {
  private static final Path UNPACKED =
      Path.of(System.getenv().getOrDefault("EXIM_ROOT", "/nonexistent"));
  private static final String PROGRAM = "usr/sbin/exim4";
  private static final Pattern LIBRARY = Pattern.compile("(/\\S+) \\(0x");
  private static final String USERS =
      "root:x:0:0::/:/bin/sh\nDebian-exim:x:65500:65500::/:/bin/sh\n";
  private static final String CONFIGURATION =
      """
      primary_hostname = mail.contoso.com
      spool_directory = /spool
      log_file_path = /log/%slog
      keep_environment =
      tls_advertise_hosts =
      begin routers
      certified:
        driver = manualroute
        domains = relayed.example
        route_list = * 127.0.0.1
        self = send
        transport = certified
      plain:
        driver = manualroute
        route_list = * 127.0.0.1
        self = send
        transport = plain
      begin transports
      certified:
        driver = smtp
        port = PORT
        hosts_require_tls = *
        tls_certificate = /chain.pem
        tls_privatekey = /key.pem
      plain:
        driver = smtp
        port = PORT
        interface = 127.0.0.2
        hosts_require_tls = *
      """;

  @TempDir private Path root;
  private final SmtpFrontDoor door = Street.open(Street.door().map("127.0.0.2", Street.GATEWAY));

  @BeforeEach
  void build_a_root() throws IOException {
    MailTools.requireRoot();
    MailTools.require(
        "Exim (Debian's package exim4-daemon-light, unpacked into the folder EXIM_ROOT)",
        UNPACKED.resolve(PROGRAM));
    MailTools.enterable(root);
    copy(UNPACKED.resolve(PROGRAM), PROGRAM);
    Path libraries = UNPACKED.resolve("usr/lib/x86_64-linux-gnu");
    Matcher library =
        LIBRARY.matcher(
            MailTools.run(
                "env",
                "LD_LIBRARY_PATH=" + libraries,
                "ldd",
                UNPACKED.resolve(PROGRAM).toString()));
    while (library.find()) {
      Path file = Path.of(library.group(1));
      Path inRoot = file.startsWith(UNPACKED) ? UNPACKED.relativize(file) : file;
      copy(file, inRoot.toString().replaceFirst("^/", ""));
    }
    write("etc/passwd", USERS);
    write("etc/group", "root:x:0:\nDebian-exim:x:65500:\n");
    write("etc/exim4/exim4.conf", CONFIGURATION.replace("PORT", Integer.toString(door.port())));
    Files.createDirectories(root.resolve("dev"));
    MailTools.run("mknod", "-m", "666", root.resolve("dev/null").toString(), "c", "1", "3");
    MailTools.writeCertificate(root, Street.CONTOSO);
    for (String each : List.of("spool", "log")) {
      Path folder = Files.createDirectory(root.resolve(each));
      MailTools.run("chown", "65500:65500", folder.toString());
    }
  }

  @AfterEach
  void close() {
    door.close();
  }

  private void copy(Path file, String to) throws IOException {
    Path target = root.resolve(to);
    Files.createDirectories(target.getParent());
    Files.copy(
        file, target, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(root.resolve(file).getParent());
    Files.writeString(root.resolve(file), text);
    MailTools.readable(root.resolve(file));
  }

  /** Sends and delivers in one run, without a daemon; the log of it. */
  private String send(String from, String... to) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("chroot", root.toString(), "/" + PROGRAM, "-odf", "-f", from));
    command.addAll(List.of(to));
    String printed = MailTools.run("Subject: Hello\n\nHello\n", command);
    return printed + Files.readString(root.resolve("log/mainlog"));
  }

  @Test
  void with_its_certificate_it_relays_and_bounces_pass_too() throws Exception {
    assertThat(send("someone@contoso.com", "one@relayed.example", "two@relayed.example"))
        .containsPattern("=> one@relayed\\.example .*C=\"250 2\\.6\\.0 <")
        .containsPattern("-> two@relayed\\.example ");
    assertThat(send("<>", "one@relayed.example")).contains("<= <> ");
    assertThat(door.transactions()).hasSize(2);
    assertThat(door.transactions().get(0).attributions()).hasSize(2);
    assertThat(door.transactions().get(1).attributions().get(0))
        .from("contoso")
        .via("Relay by certificate")
        .hasFinding(Finding.Id.REVOCATION_NOT_CHECKED);
  }

  @Test
  void without_it_the_mapped_address_decides() throws Exception {
    assertThat(send("someone@contoso.com", "one@example.net"))
        .containsPattern("=> one@example\\.net .*C=\"250 2\\.6\\.0 <");
    assertThat(send("someone@elsewhere.example", "one@example.net"))
        .containsPattern(
            "\\*\\* one@example\\.net .*SMTP error from remote mail server after (pipelined )?end"
                + " of data: 550 5\\.7\\.64 Relay Access Denied ATTR36\\.");
    assertThat(door.transactions().get(0).certificate()).isEmpty();
  }
}
