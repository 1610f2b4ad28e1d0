package org.exoattribution.testkit.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.StringJoiner;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.exoattribution.testkit.pki.CertificateBundle;
import org.jspecify.annotations.Nullable;

/** A client that says what a test tells it, and nothing on its own. */
final class Knock implements AutoCloseable {
  private final Socket plain;
  private Socket socket;
  private BufferedReader in;
  private boolean isCut;

  private Knock(Socket socket) throws IOException {
    this.plain = socket;
    this.socket = socket;
    socket.setSoTimeout(20_000);
    in = reader(socket);
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Connects from 127.0.0.1, and leaves the banner to be {@link #hear}d. */
  static Knock at(SmtpFrontDoor door) {
    return at(door, "127.0.0.1");
  }

  static Knock at(SmtpFrontDoor door, String from) {
    return at(door.port(), from);
  }

  private static Knock at(int port, String from) {
    try {
      InetAddress local = InetAddress.getByName(from);
      return new Knock(new Socket(InetAddress.getLoopbackAddress(), port, local, 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Connects and says EHLO. */
  static Knock greeted(SmtpFrontDoor door) {
    return greeted(door.port());
  }

  static Knock greeted(int port) {
    Knock knock = at(port, "127.0.0.1");
    knock.hear();
    knock.say("EHLO mail.contoso.com");
    return knock;
  }

  /** Connects, and says EHLO in TLS. */
  static Knock secured(SmtpFrontDoor door, @Nullable CertificateBundle certificate) {
    Knock knock = greeted(door);
    knock.startTls(certificate, "TLSv1.3");
    knock.say("EHLO mail.contoso.com");
    return knock;
  }

  /** Says a line and hears the reply. */
  String say(String line) {
    send(line + "\r\n");
    return hear();
  }

  /** Says several lines and hears the last reply. */
  String say(String first, String... more) {
    String reply = say(first);
    for (String line : more) {
      reply = say(line);
    }
    return reply;
  }

  void send(String raw) {
    send(raw.getBytes(StandardCharsets.UTF_8));
  }

  void send(byte[] raw) {
    try {
      socket.getOutputStream().write(raw);
      socket.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends what looks like TLS and is not. */
  void sendBeneathTls(byte[] raw) {
    try {
      plain.getOutputStream().write(raw);
    } catch (IOException e) {
      isCut = true;
    }
  }

  boolean isCut() {
    return isCut;
  }

  /** The next reply, its lines joined by a line feed; an empty text if the server has closed. */
  String hear() {
    StringJoiner lines = new StringJoiner("\n");
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines.add(line);
        if (line.length() < 4 || line.charAt(3) != '-') {
          break;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines.toString();
  }

  /** Whether something has come that was not heard yet. */
  boolean isAnswered() throws IOException {
    return in.ready();
  }

  /** All replies until the server closes. */
  String hearAll() {
    StringJoiner replies = new StringJoiner("\n");
    for (String reply = hear(); !reply.isEmpty(); reply = hear()) {
      replies.add(reply);
    }
    return replies.toString();
  }

  /** Whether the server ends the connection, in whatever way. */
  boolean hearsTheEnd() {
    try {
      int last = 0;
      while (last >= 0) {
        last = socket.getInputStream().read();
      }
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true; // reset
    }
  }

  /** Says STARTTLS and shakes hands, with this certificate or none. */
  String startTls(@Nullable CertificateBundle certificate, String protocol) {
    String reply = say("STARTTLS");
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          certificate == null ? null : new KeyManager[] {new Presents(certificate)},
          new TrustManager[] {new TrustsAny()},
          null);
      SSLSocket secure =
          (SSLSocket)
              context.getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
      secure.setEnabledProtocols(new String[] {protocol});
      secure.startHandshake();
      socket = secure;
      in = reader(secure);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    return reply;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Presents exactly this chain, whatever the server asks for. */
  private static final class Presents extends X509ExtendedKeyManager {
    private static final String ALIAS = "client";
    private final CertificateBundle bundle;

    Presents(CertificateBundle bundle) {
      this.bundle = bundle;
    }

    @Override
    public String[] getClientAliases(String type, Principal[] issuers) {
      return new String[] {ALIAS};
    }

    @Override
    public @Nullable String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
      for (String type : types) {
        if (type.equals(bundle.privateKey().getAlgorithm())) {
          return ALIAS;
        }
      }
      return null;
    }

    @Override
    public String[] getServerAliases(String type, Principal[] issuers) {
      return new String[0];
    }

    @Override
    public @Nullable String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
      return null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return bundle.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return bundle.privateKey();
    }
  }

  private static final class TrustsAny extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(
        X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(
        X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
