package org.exoattribution.testkit.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocketFactory;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Forest;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.RevocationStatus;
import org.jspecify.annotations.Nullable;

/**
 * An SMTP server that answers real mail servers as the front end of Exchange Online would, each
 * transaction judged by an engine. Point a mail server's route at it, and see which certificate it
 * presents and what the service would make of it. It relays nothing.
 *
 * <pre>{@code
 * try (SmtpFrontDoor door = SmtpFrontDoor.builder(engine).map("127.0.0.1", "198.51.100.7").start()) {
 *   mailServer.sendThrough("127.0.0.1", door.port());
 *   assertThat(door.transactions().get(0).attributions()).allSatisfy(...);
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads. Its threads are daemons.
 */
public final class SmtpFrontDoor implements AutoCloseable {
  private static final int BACKLOG = 200;
  private static final long WATCH_MILLIS = 250;

  private final Settings settings;
  private final ServerSocket server;
  private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
  private final ExecutorService sessions = Executors.newCachedThreadPool(daemons("smtp-session"));
  private final Remembered remembered;
  private volatile AttributionEngine engine;

  private SmtpFrontDoor(
      AttributionEngine engine, Settings settings, Remembered remembered, ServerSocket server) {
    this.engine = engine;
    this.settings = settings;
    this.remembered = remembered;
    this.server = server;
    daemons("smtp-watch").newThread(this::watch).start();
    daemons("smtp-accept").newThread(this::accept).start();
  }

  private static ThreadFactory daemons(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** A front door whose sessions this engine judges; {@link Builder#start} opens it. */
  public static Builder builder(AttributionEngine engine) {
    return new Builder(engine);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        admit(server.accept());
      } catch (IOException e) {
        // Closed, or the client went before it was let in.
      }
    }
  }

  private void watch() {
    while (!server.isClosed()) {
      wires.forEach(Wire::cutIfOverdue);
      try {
        Thread.sleep(WATCH_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void admit(Socket socket) throws IOException {
    Instant now = settings.clock().instant();
    String id = settings.nextSession(now);
    if (wires.size() >= settings.limits().connections()) {
      try (socket) {
        String line = Speaker.line(Reply.TOO_MANY_CONNECTIONS, settings.host(), id, now) + "\r\n";
        socket.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
      }
      return;
    }
    Wire wire = new Wire(socket, settings.limits().idle());
    IpAddress address = IpAddress.of(socket.getInetAddress());
    IpAddress source = settings.standsFor().getOrDefault(address, address);
    Peer peer = new Peer(address, source, now, Optional.empty(), Optional.empty());
    SmtpSession session = new SmtpSession(settings, engine, wire, id, peer);
    wires.add(wire);
    sessions.execute(
        () -> {
          try {
            session.run();
          } finally {
            wires.remove(wire);
          }
        });
  }

  /** The port that it listens on. */
  public int port() {
    return server.getLocalPort();
  }

  /** The address and port that it listens on. */
  public InetSocketAddress address() {
    return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
  }

  /** The name that it goes by. */
  public String host() {
    return settings.host();
  }

  /** Lets another engine judge the sessions that begin from now on. */
  public void judgeBy(AttributionEngine other) {
    engine = Objects.requireNonNull(other, "other");
  }

  /** The transactions that ended so far, the latest last; the first are forgotten in the end. */
  public List<SmtpTransaction> transactions() {
    return remembered.all();
  }

  /**
   * Waits until transactions have ended, for mail servers deliver in their own time.
   *
   * @param number how many are waited for, at most as many as are remembered
   * @return all that have ended; fewer than asked for if the time is over
   */
  public List<SmtpTransaction> awaitTransactions(int number, Duration time)
      throws InterruptedException {
    return remembered.await(number, time);
  }

  /** Stops at once: sessions are cut, and what they have not finished is forgotten. */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      // It listens no more.
    }
    wires.forEach(Wire::cut);
    sessions.shutdown();
    try {
      sessions.awaitTermination(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Builds front doors. */
  public static final class Builder {
    private final AttributionEngine engine;
    private final Map<IpAddress, IpAddress> standsFor = new HashMap<>();
    private InetSocketAddress listen = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private String host = "simulator.mail.protection.example";
    private @Nullable Forest forest;
    private SmtpLimits limits = SmtpLimits.defaults();
    private Clock clock = Clock.systemUTC();
    private int remembered = 1_000;
    private @Nullable KeyStore keyStore;
    private String keyStorePassword = "";
    private @Nullable RevocationStatus revocation;
    private @Nullable Path spool;
    private Consumer<SmtpTransaction> listener = transaction -> {};
    private Consumer<String> notes = note -> {};

    private Builder(AttributionEngine engine) {
      this.engine = Objects.requireNonNull(engine, "engine");
    }

    /** Where it listens. Default a free port of the loopback address. */
    public Builder listen(InetSocketAddress value) {
      listen = Objects.requireNonNull(value, "listen");
      return this;
    }

    /**
     * Lets a client's address stand for another, so that a mail server on this machine can knock
     * from its public address. May be called several times. Default: each stands for itself.
     *
     * @throws org.exoattribution.model.InvalidValueException if one is no IP address
     */
    public Builder map(String from, String to) {
      return map(IpAddress.parse(from), IpAddress.parse(to));
    }

    /** Lets a client's address stand for another. */
    public Builder map(IpAddress from, IpAddress to) {
      standsFor.put(Objects.requireNonNull(from, "from"), Objects.requireNonNull(to, "to"));
      return this;
    }

    /** The name in banner and replies. Default one that says that it is a simulator. */
    public Builder host(String value) {
      host = Objects.requireNonNull(value, "host");
      return this;
    }

    /**
     * The forest that it is a front end of (FOR-1, FOR-2). Default unknown, so that the tenants of
     * all forests take part.
     *
     * @throws org.exoattribution.model.InvalidValueException if it is not the name of a forest
     */
    public Builder forest(String value) {
      return forest(Forest.parse(value));
    }

    /** The forest that it is a front end of. */
    public Builder forest(Forest value) {
      forest = Objects.requireNonNull(value, "forest");
      return this;
    }

    /** Default {@link SmtpLimits#defaults}. */
    public Builder limits(SmtpLimits value) {
      limits = Objects.requireNonNull(value, "limits");
      return this;
    }

    /** The time at which sessions begin, and certificates must be valid. Default the system's. */
    public Builder clock(Clock value) {
      clock = Objects.requireNonNull(value, "clock");
      return this;
    }

    /** How many transactions {@link #transactions} gives at most. Default 1,000. */
    public Builder remembered(int value) {
      remembered = value;
      return this;
    }

    /** Its own key and chain. Default a self-signed certificate for the host, made at start. */
    public Builder keyStore(KeyStore store, String password) {
      keyStore = Objects.requireNonNull(store, "store");
      keyStorePassword = Objects.requireNonNull(password, "password");
      return this;
    }

    /**
     * What is known about the revocation of clients' certificates. Default nothing, and it is not
     * checked (finding REVOCATION_NOT_CHECKED).
     */
    public Builder revocation(RevocationStatus value) {
      revocation = Objects.requireNonNull(value, "revocation");
      return this;
    }

    /**
     * Keeps every message whose content came, refused ones too, as NAME.eml in this folder; in
     * fields {@code X-Attribution} before its own stands what became of it. Default none.
     */
    public Builder spool(Path folder) {
      spool = Objects.requireNonNull(folder, "folder");
      return this;
    }

    /** Is told of each transaction before the client hears of its end, on the session's thread. */
    public Builder onTransaction(Consumer<SmtpTransaction> value) {
      listener = Objects.requireNonNull(value, "listener");
      return this;
    }

    /** Is told in one line what else happens, such as TLS handshakes, on the session's thread. */
    public Builder onNote(Consumer<String> value) {
      notes = Objects.requireNonNull(value, "notes");
      return this;
    }

    /**
     * Opens the door.
     *
     * @throws IOException if it cannot listen there, or the spool cannot be made
     * @throws GeneralSecurityException if the key store does not open with its password
     */
    public SmtpFrontDoor start() throws IOException, GeneralSecurityException {
      if (listen.isUnresolved()) { // for which the JDK would listen everywhere
        throw new UnknownHostException(listen.getHostString());
      }
      SSLSocketFactory tls =
          keyStore == null
              ? ServerTls.selfSigned(host, clock.instant())
              : ServerTls.with(keyStore, keyStorePassword);
      Remembered last = new Remembered(remembered);
      Settings settings =
          new Settings(
              host,
              Optional.ofNullable(forest),
              limits,
              tls,
              Map.copyOf(standsFor),
              Optional.ofNullable(revocation),
              spool == null ? Optional.empty() : Optional.of(Files.createDirectories(spool)),
              clock,
              new AtomicLong(),
              new AtomicLong(),
              ((Consumer<SmtpTransaction>) last::add).andThen(listener),
              notes);
      ServerSocket server = new ServerSocket(listen.getPort(), BACKLOG, listen.getAddress());
      return new SmtpFrontDoor(engine, settings, last, server);
    }
  }
}
