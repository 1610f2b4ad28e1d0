package org.exoattribution.testkit.smtp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.exoattribution.testkit.pki.CertificateBundle;
import org.junit.jupiter.api.Assumptions;

/** Programs that send mail, from the packages that {@code .ci/run} installs. */
final class MailTools {
  private static final boolean IN_CI = "true".equals(System.getenv("CI"));

  private MailTools() {}

  /** Goes on if all of these are there; fails in CI, and skips elsewhere. */
  static void require(String what, Path... files) {
    require(what + " is not installed", Stream.of(files).allMatch(Files::exists));
  }

  /** Goes on if this is root, without whom no mail server can be started. */
  static void requireRoot() {
    require("the build does not run as root", "root".equals(System.getProperty("user.name")));
  }

  private static void require(String otherwise, boolean holds) {
    if (!holds && IN_CI) {
      throw new AssertionError(otherwise);
    }
    Assumptions.assumeTrue(holds, otherwise);
  }

  /** Runs a program to its end, and returns what it printed. */
  static String run(String input, List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new AssertionError(command + " does not end");
      }
      return printed;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      process.destroyForcibly();
    }
  }

  static String run(String... command) throws IOException {
    return run("", List.of(command));
  }

  /** What a file says once that holds of it. */
  static String awaited(Path file, Predicate<String> holds) throws Exception {
    String text = "";
    for (int i = 0; i < 600; i++) {
      text = Files.exists(file) ? Files.readString(file) : "";
      if (holds.test(text)) {
        return text;
      }
      Thread.sleep(50);
    }
    throw new AssertionError(file + " does not come to say what it should: " + text);
  }

  /** The certificate, what is above it alone, and its key, as files that any user can read. */
  static void writeCertificate(Path folder, CertificateBundle certificate) throws IOException {
    Files.writeString(folder.resolve("chain.pem"), certificate.chainPem());
    Files.writeString(folder.resolve("key.pem"), certificate.privateKeyPem());
    List<X509Certificate> chain = certificate.chain();
    Files.writeString(
        folder.resolve("above.pem"),
        certificate.presenting(chain.subList(1, chain.size())).chainPem());
    readable(folder.resolve("chain.pem"));
    readable(folder.resolve("key.pem"));
  }

  static void readable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
  }

  static void enterable(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
