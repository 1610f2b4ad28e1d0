package org.exoattribution.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.exoattribution.testkit.cli.CommandRun;
import org.exoattribution.testkit.design.Connections;
import org.exoattribution.testkit.pki.CertificateAuthority;
import org.exoattribution.testkit.pki.CertificateBundle;
import org.exoattribution.testkit.pki.CertificateTemplate;

/**
 * Gives the command line files that are a little wrong, for a given time: certificates, CRLs, OCSP
 * responses, scenario files and exports. It may refuse them, but not throw, not name a class of
 * Java, not hang, and not end with any status but 0, 1 and 2.
 */
final class Fuzz {
  private static final Pattern JAVA =
      Pattern.compile("internal error|[a-z]\\.[A-Z]\\w+(Exception|Error)");
  private static final String EXPORT =
      "/org/exoattribution/testkit/export/scubagear/ProviderSettingsExport.json";
  private static final long SECONDS_A_RUN = 30;

  /** Files by name, of which one is changed, and the arguments that name them. */
  private record Case(List<Path> files, List<Object> arguments) {}

  private final Path folder;
  private final List<Case> cases = new ArrayList<>();
  private final Random random;

  Fuzz(Path folder, Path scenarios, long seed) throws IOException, GeneralSecurityException {
    this.folder = folder;
    this.random = new Random(seed);
    CertificateBundle bundle =
        CertificateAuthority.create(CertificateTemplate.forAuthority("Root"), Connections.AT)
            .intermediate(CertificateTemplate.forAuthority("Issuing CA"))
            .issue(CertificateTemplate.forHost("mail.contoso.com"));
    Path anchors = write("anchors.pem", bundle.trustAnchorsPem().getBytes(StandardCharsets.UTF_8));
    Path chain = write("chain.pem", bundle.chainPem().getBytes(StandardCharsets.UTF_8));
    Path leaf = write("leaf.der", bundle.certificate().getEncoded());
    Path crl = write("list.crl", bundle.crls().get(0).getEncoded());
    Path ocsp = write("status.ocsp", bundle.goodByOcsp().ocspResponses().get(0));
    for (Path presented : List.of(chain, leaf)) {
      cases.add(
          new Case(
              List.of(presented, presented, crl, ocsp, anchors),
              List.of(
                  "certificate",
                  presented,
                  "--anchors",
                  anchors,
                  "--crl",
                  crl,
                  "--ocsp",
                  ocsp,
                  "--at",
                  Connections.AT)));
    }
    try (Stream<Path> all = Files.list(scenarios)) {
      for (Path scenario :
          all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList()) {
        Path copy = write(scenario.getFileName().toString(), Files.readAllBytes(scenario));
        cases.add(new Case(List.of(copy), List.of("resolve", copy)));
        cases.add(new Case(List.of(copy), List.of("check", copy)));
      }
    }
    try (InputStream in = Fuzz.class.getResourceAsStream(EXPORT)) {
      Path export = write("ProviderSettingsExport.json", in.readAllBytes());
      cases.add(new Case(List.of(export), List.of("lint", export)));
    }
  }

  /** Arguments: minutes, and a seed. */
  public static void main(String[] arguments) throws Exception {
    long minutes = arguments.length > 0 ? Long.parseLong(arguments[0]) : 10;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 0;
    Path folder = Files.createTempDirectory("fuzz");
    List<String> failures =
        new Fuzz(folder, Path.of("scenarios").toAbsolutePath(), seed)
            .run(Duration.ofMinutes(minutes), System.out);
    System.exit(failures.isEmpty() ? 0 : 1);
  }

  /** What should not have happened, each with the file that made it. */
  List<String> run(Duration duration, PrintStream out) throws IOException, InterruptedException {
    ExecutorService runner = Executors.newSingleThreadExecutor(Fuzz::daemon);
    List<String> failures = new ArrayList<>();
    int[] statuses = new int[3];
    long end = System.nanoTime() + duration.toNanos();
    while (System.nanoTime() < end) {
      Case each = cases.get(random.nextInt(cases.size()));
      Path file = each.files.get(random.nextInt(each.files.size()));
      byte[] original = Files.readAllBytes(file);
      byte[] changed = changed(original);
      Files.write(file, changed);
      String failure = "";
      try {
        CommandRun run =
            runner
                .submit(() -> CommandRun.of(each.arguments.toArray()))
                .get(SECONDS_A_RUN, TimeUnit.SECONDS);
        if (run.status() < 0 || run.status() > 2 || JAVA.matcher(run.err() + run.out()).find()) {
          failure = run.status() + " " + run.err();
        } else {
          statuses[run.status()]++;
        }
      } catch (ExecutionException e) {
        failure = e.getCause().toString();
      } catch (TimeoutException e) {
        failure = "did not end";
        runner = Executors.newSingleThreadExecutor(Fuzz::daemon);
      }
      if (!failure.isEmpty()) {
        Path kept = Files.createTempFile("fuzz-" + file.getFileName(), "");
        Files.write(kept, changed);
        failures.add(each.arguments.get(0) + " " + kept + ": " + failure.strip());
        out.println(failures.get(failures.size() - 1));
      }
      Files.write(file, original);
    }
    runner.shutdown();
    out.printf(
        "%,d runs: status 0 %,d, 1 %,d, 2 %,d; %d failures%n",
        statuses[0] + statuses[1] + statuses[2] + failures.size(),
        statuses[0],
        statuses[1],
        statuses[2],
        failures.size());
    return failures;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "fuzz");
    thread.setDaemon(true);
    return thread;
  }

  /** One to four changes: bytes overwritten, cut out, doubled, or the end cut off. */
  private byte[] changed(byte[] original) {
    byte[] bytes = original.clone();
    for (int i = random.nextInt(4); i >= 0 && bytes.length > 1; i--) {
      int at = random.nextInt(bytes.length);
      int length = Math.min(bytes.length - at, 1 + random.nextInt(16));
      bytes =
          switch (random.nextInt(8)) {
            case 0 -> spliced(bytes, at, at + length, new byte[0]);
            case 1 -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, at + length));
            case 2 -> random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : bytes;
            case 3 ->
                spliced(bytes, at, at + 1, "{\"[#:-%\u202e\0".getBytes(StandardCharsets.UTF_8));
            case 4 ->
                spliced(
                    bytes, at, at + 1, new byte[] {(byte) (bytes[at] ^ 1 << random.nextInt(8))});
            default -> spliced(bytes, at, at + 1, new byte[] {(byte) random.nextInt()});
          };
    }
    return bytes;
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] put) {
    byte[] spliced = Arrays.copyOf(bytes, bytes.length - (to - from) + put.length);
    System.arraycopy(put, 0, spliced, from, put.length);
    System.arraycopy(bytes, to, spliced, from + put.length, bytes.length - to);
    return spliced;
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }
}
