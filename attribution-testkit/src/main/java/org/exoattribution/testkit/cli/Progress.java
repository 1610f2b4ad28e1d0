package org.exoattribution.testkit.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Says about once a second, on one line that is written over, how many connections are done. */
final class Progress implements AutoCloseable {
  private static final int LOOK_AT_CLOCK_EVERY = 1024;
  private static final String CLEAR_LINE = "\r\033[K";

  private final PrintWriter err;
  private final boolean shown;
  private final LongSupplier nanoTime;
  private final long begin;
  private long lastShown;
  private long done;
  private boolean lineIsDirty;

  /**
   * Progress on standard error, if it is to be shown.
   *
   * @param nanoTime as {@link System#nanoTime}
   */
  Progress(PrintWriter err, boolean shown, LongSupplier nanoTime) {
    this.err = err;
    this.shown = shown;
    this.nanoTime = nanoTime;
    this.begin = nanoTime.getAsLong();
    this.lastShown = begin;
  }

  /** One more is done. */
  void step() {
    done++;
    if (shown && done % LOOK_AT_CLOCK_EVERY == 0) {
      long now = nanoTime.getAsLong();
      if (now - lastShown >= TimeUnit.SECONDS.toNanos(1)) {
        lastShown = now;
        double seconds = (now - begin) / 1e9;
        err.print(
            String.format(
                Locale.ROOT,
                "%s%,d connections, %,d a second",
                CLEAR_LINE,
                done,
                (long) (done / seconds)));
        err.flush();
        lineIsDirty = true;
      }
    }
  }

  @Override
  public void close() {
    if (lineIsDirty) {
      err.print(CLEAR_LINE);
      err.flush();
    }
  }
}
