package org.exoattribution.testkit.smtp;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one connection, plain and later in TLS. Replies gather until the client has nothing
 * more under way, as PIPELINING allows (RFC 2920), and memory is two small buffers whatever comes.
 * A command line and a message each have a time for all of it (RFC 5321, section 4.5.3.2), so that
 * it does not help a client to send a byte now and then.
 */
final class Wire {
  private static final int BUFFER = 8_192;

  /** How long, after a client was told that its time is over, it may take to read that. */
  private static final long GRACE_MILLIS = 2_000;

  private static final long NANOS_A_MILLI = 1_000_000;

  private final Socket socket;
  private final Duration idle;
  private final byte[] buffer = new byte[BUFFER];
  private InputStream in;
  private OutputStream out;
  private int position;
  private int limit;
  private Socket top;
  private volatile long deadline;

  Wire(Socket socket, Duration idle) throws IOException {
    this.socket = socket;
    this.top = socket;
    this.idle = idle;
    socket.setTcpNoDelay(true);
    in = socket.getInputStream();
    out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
    allow(idle);
  }

  private static int millis(Duration duration) {
    return (int) Math.min(Integer.MAX_VALUE, duration.toMillis());
  }

  /** What a line ended in; NONE if it is longer than it may be, and only its end is missing. */
  enum End {
    CR_LF,
    LF,
    NONE
  }

  record Line(String text, End end) {}

  /** The next line; null at the end of the stream. It has the time of idling, up to its end. */
  @Nullable Line readLine(int longest) throws IOException {
    allow(idle);
    byte[] line = new byte[Math.min(longest, 256)];
    int length = 0;
    while (true) {
      if (position == limit && !fill()) {
        return null;
      }
      byte b = buffer[position++];
      if (b == '\n') {
        boolean crLf = length > 0 && line[length - 1] == '\r';
        return new Line(
            new String(line, 0, crLf ? length - 1 : length, StandardCharsets.UTF_8),
            crLf ? End.CR_LF : End.LF);
      }
      if (length + 1 >= longest) {
        return new Line("", End.NONE);
      }
      if (length == line.length) {
        line = Arrays.copyOf(line, Math.min(longest, 2 * length));
      }
      line[length++] = b;
    }
  }

  interface Taker {
    boolean isDone();

    /** Takes what it needs, and returns how many bytes that was. */
    int take(byte[] bytes, int offset, int length);
  }

  /** Hands over what comes until the taker has enough, within this time. */
  void read(Taker taker, Duration time) throws IOException {
    allow(time);
    millisLeft();
    while (!taker.isDone()) {
      if (position == limit && !fill()) {
        throw new EOFException();
      }
      position += taker.take(buffer, position, limit - position);
    }
  }

  private boolean fill() throws IOException {
    out.flush();
    socket.setSoTimeout((int) Math.min(millisLeft(), millis(idle)));
    position = 0;
    limit = Math.max(0, in.read(buffer));
    return limit > 0;
  }

  private long millisLeft() throws SocketTimeoutException {
    long left = (deadline - System.nanoTime()) / NANOS_A_MILLI;
    if (left <= 0) {
      throw new SocketTimeoutException();
    }
    return left;
  }

  boolean hasMore() {
    return position < limit;
  }

  /** A line of a reply; it leaves with the next {@link #flush} or read. */
  void write(String line) throws IOException {
    out.write(line.getBytes(StandardCharsets.UTF_8));
    out.write('\r');
    out.write('\n');
  }

  void flush() throws IOException {
    out.flush();
  }

  /** Goes over to TLS. Nothing that came in plaintext is read afterwards. */
  SSLSocket startTls(SSLSocketFactory factory, Duration handshake) throws IOException {
    out.flush();
    position = 0;
    limit = 0;
    allow(handshake);
    socket.setSoTimeout(millis(handshake));
    SSLSocket secure =
        (SSLSocket)
            factory.createSocket(
                socket, socket.getInetAddress().getHostAddress(), socket.getPort(), true);
    secure.setUseClientMode(false);
    secure.setEnabledProtocols(ServerTls.PROTOCOLS);
    secure.setWantClientAuth(true);
    secure.startHandshake();
    in = secure.getInputStream();
    out = new BufferedOutputStream(secure.getOutputStream(), BUFFER);
    top = secure;
    return secure;
  }

  private void allow(Duration time) {
    deadline = System.nanoTime() + time.toMillis() * NANOS_A_MILLI;
  }

  /** Cuts the connection if whoever reads or writes here has been stuck for too long. */
  void cutIfOverdue() {
    if (System.nanoTime() - deadline > GRACE_MILLIS * NANOS_A_MILLI) {
      cut();
    }
  }

  void cut() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed, then.
    }
  }

  /**
   * Ends the connection after what was written. What the client still sends is read for a moment: a
   * connection closed over unread bytes is reset, and the last reply is lost with it.
   */
  void close() {
    try (socket) {
      allow(Duration.ZERO);
      out.flush();
      top.shutdownOutput();
      socket.setSoTimeout((int) (GRACE_MILLIS / 4));
      int budget = 64 * BUFFER;
      for (int n = 0; n >= 0 && budget > 0; budget -= n) {
        n = socket.getInputStream().read(buffer);
      }
    } catch (IOException e) {
      // The client has gone.
    }
  }
}
