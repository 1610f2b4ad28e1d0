package org.exoattribution.testkit.smtp;

/**
 * Reads a message after DATA: up to CR LF dot CR LF and nothing else that looks alike, the dots
 * taken away that the client put before lines (RFC 5321, section 4.5.2). A bare line feed ends no
 * line and no message, else a client could smuggle a second one past a server that thinks
 * otherwise.
 */
final class ContentReader implements Wire.Taker {
  private enum State {
    LINE_START,
    DOT,
    DOT_CR,
    IN_LINE,
    CR,
    END
  }

  private final Message message;
  private final byte[] pending = new byte[8_192];
  private int length;
  private State state = State.LINE_START;
  private boolean bareLineFeeds;

  ContentReader(Message message) {
    this.message = message;
  }

  boolean bareLineFeeds() {
    return bareLineFeeds;
  }

  @Override
  public boolean isDone() {
    return state == State.END;
  }

  @Override
  public int take(byte[] bytes, int offset, int count) {
    int taken = 0;
    while (taken < count && !isDone()) {
      next(bytes[offset + taken++]);
    }
    drain();
    return taken;
  }

  private void next(byte b) {
    if (state == State.LINE_START && b == '.') {
      state = State.DOT;
    } else if (state == State.DOT && b == '\r') {
      state = State.DOT_CR;
    } else if (state == State.DOT_CR && b == '\n') {
      state = State.END;
    } else {
      if (state == State.DOT_CR) {
        put((byte) '\r');
      }
      boolean endsLine = b == '\n' && state == State.CR;
      bareLineFeeds |= b == '\n' && !endsLine;
      put(b);
      state = endsLine ? State.LINE_START : b == '\r' ? State.CR : State.IN_LINE;
    }
  }

  private void put(byte b) {
    if (length == pending.length) {
      drain();
    }
    pending[length++] = b;
  }

  private void drain() {
    message.write(pending, 0, length);
    length = 0;
  }
}
