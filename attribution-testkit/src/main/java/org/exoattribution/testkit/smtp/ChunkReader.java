package org.exoattribution.testkit.smtp;

import org.jspecify.annotations.Nullable;

/** Reads the octets of a BDAT command, whatever they are (RFC 3030). */
final class ChunkReader implements Wire.Taker {
  private final @Nullable Message message;
  private long left;

  /**
   * A reader of so many octets.
   *
   * @param message where they go; null if they are passed over
   */
  ChunkReader(long size, @Nullable Message message) {
    this.left = size;
    this.message = message;
  }

  @Override
  public boolean isDone() {
    return left == 0;
  }

  @Override
  public int take(byte[] bytes, int offset, int count) {
    int taken = (int) Math.min(left, count);
    left -= taken;
    if (message != null) {
      message.write(bytes, offset, taken);
    }
    return taken;
  }
}
