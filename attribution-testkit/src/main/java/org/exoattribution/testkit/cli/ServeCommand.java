package org.exoattribution.testkit.cli;

import static org.exoattribution.testkit.cli.Converters.named;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.testkit.cli.TransactionPrinter.Judge;
import org.exoattribution.testkit.export.TenantsImport;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.ResultStudy;
import org.exoattribution.testkit.render.layout.Printable;
import org.exoattribution.testkit.smtp.SmtpFrontDoor;
import org.exoattribution.testkit.source.ScenarioException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: answers real SMTP clients as the service would. */
@Command(name = "serve")
final class ServeCommand extends AttributionCommand {
  private static final long WATCH_MILLIS = 500;

  private final LogThread log = new LogThread();

  @Mixin private TenantsOption tenants = new TenantsOption();

  @Option(names = "--listen", paramLabel = "HOST:PORT")
  private String listen = "127.0.0.1:2525";

  @Option(names = "--map", paramLabel = "FROM=TO")
  private Map<String, String> map = new LinkedHashMap<>();

  @Option(names = "--forest", paramLabel = "NAME")
  private @Nullable String forest;

  @Option(names = "--spool", paramLabel = "DIR")
  private @Nullable Path spool;

  @Option(names = "--watch")
  private boolean watch;

  @Option(names = "--key-store", paramLabel = "FILE")
  private @Nullable Path keyStore;

  @Option(
      names = "--key-store-password",
      paramLabel = "TEXT",
      defaultValue = "${env:ATTRIBUTION_KEY_STORE_PASSWORD:-}")
  private String keyStorePassword = "";

  @Mixin private RulesOptions rules = new RulesOptions();

  @Mixin private TrustOptions trust = new TrustOptions();

  @Option(names = "--format", paramLabel = "FORMAT")
  private Formats.Judged format = Formats.Judged.TEXT;

  ServeCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() throws IOException {
    InputFiles inputs = new InputFiles(terminal.in());
    FileWatch changes = new FileWatch(tenants.path());
    TenantsImport read = tenants.read(this);
    AttributionEngine engine =
        rules.engine(read.partialDirectory()).trustAnchors(trust.anchors(inputs)).build();
    AtomicReference<Judge> judge = new AtomicReference<>(judge(engine, read));
    TransactionPrinter printer = new TransactionPrinter(terminal, format, judge::get);
    SmtpFrontDoor.Builder builder =
        SmtpFrontDoor.builder(engine)
            .listen(address(listen))
            .clock(terminal.clock())
            .remembered(0)
            .onTransaction(each -> log.print(() -> printer.print(each)))
            .onNote(this::note);
    map.forEach((from, to) -> named("--map", () -> builder.map(from, to)));
    if (forest != null) {
      String name = forest;
      named("--forest", () -> builder.forest(name));
    }
    trust.revocation(inputs).ifPresent(builder::revocation);
    if (spool != null) {
      builder.spool(spool);
    }
    if (keyStore != null) {
      builder.keyStore(keys(keyStore), keyStorePassword);
    }
    try (log;
        SmtpFrontDoor door = start(builder)) {
      Thread stop = new Thread(() -> stop(door), "smtp-stop");
      Runtime.getRuntime().addShutdownHook(stop);
      note(
          "This is a simulator of Exchange Online's front end: it relays nothing. "
              + door.host()
              + " listens on "
              + door.address().getAddress().getHostAddress()
              + ":"
              + door.port());
      serve(door, engine, changes, judge);
      Runtime.getRuntime().removeShutdownHook(stop);
    }
    return DONE;
  }

  private void stop(SmtpFrontDoor door) {
    door.close();
    log.close();
  }

  /** Until the process is told to stop, or the thread is interrupted. */
  private void serve(
      SmtpFrontDoor door,
      AttributionEngine engine,
      FileWatch changes,
      AtomicReference<Judge> judge) {
    try {
      while (true) {
        Thread.sleep(WATCH_MILLIS);
        if (watch && changes.hasChanged()) {
          takeUp(door, engine, judge);
        }
      }
    } catch (InterruptedException e) {
      // That is how it ends.
    }
  }

  private void takeUp(SmtpFrontDoor door, AttributionEngine engine, AtomicReference<Judge> judge) {
    try {
      TenantsImport read = tenants.read(this);
      AttributionEngine changed = engine.withDirectory(read.partialDirectory());
      judge.set(judge(changed, read));
      door.judgeBy(changed);
      note("the tenants have changed: " + read.partialDirectory().tenants().size() + " in force");
    } catch (ScenarioException | InvalidValueException e) {
      note("the tenants have changed, but the old ones stay in force: " + e.getMessage());
    }
  }

  private static Judge judge(AttributionEngine engine, TenantsImport read) {
    return new Judge(ResultStudy.of(engine), PartialNotice.of(List.of(read.report())));
  }

  private void note(String text) {
    log.print(
        () -> {
          terminal.err().println(Printable.visible(text));
          terminal.err().flush();
        });
  }

  private static InetSocketAddress address(String text) throws IOException {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? "" : text.substring(0, colon);
    String port = text.substring(colon + 1);
    if (host.isEmpty() || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 0xffff) {
      throw new InvalidValueException(
          "--listen: \"" + text + "\" is no address and port: expected one such as 127.0.0.1:2525");
    }
    return new InetSocketAddress(InetAddress.getByName(host), Integer.parseInt(port));
  }

  private KeyStore keys(Path file) {
    try (InputStream in =
        Files.newInputStream(InputFiles.existing(file.toString(), "a PKCS #12 file"))) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, keyStorePassword.toCharArray());
      return keys;
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(file);
    }
  }

  private static ScenarioException unusable(Path file) {
    return InputFiles.unusable(
        file.toString(),
        "cannot be opened: expected a PKCS #12 file with a key, and its --key-store-password");
  }

  private SmtpFrontDoor start(SmtpFrontDoor.Builder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new InvalidValueException(
          "--listen \""
              + listen
              + "\" or --spool cannot be used: "
              + e.getMessage()
              + ": expected a free port of this machine, and a folder that can be written");
    } catch (GeneralSecurityException e) {
      throw unusable(keyStore == null ? Path.of("--key-store") : keyStore);
    }
  }
}
