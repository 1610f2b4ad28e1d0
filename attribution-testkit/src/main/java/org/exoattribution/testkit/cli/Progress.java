package org.exoattribution.testkit.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Says about once a second, on one line that is written over, how many connections are done, how
 * fast, and how long the rest will take. A library for this would bring another for the terminal.
 */
final class Progress implements AutoCloseable {
  private static final String CLEAR_LINE = "\r\033[K";

  private final PrintWriter err;
  private final boolean shown;
  private final DoubleSupplier fraction;
  private final LongSupplier nanoTime;
  private final long begin;
  private long lastShown;
  private long done;
  private boolean lineIsDirty;

  /**
   * Progress on standard error, if it is to be shown.
   *
   * @param fraction how much of the work is done, from 0 to 1; 0 if that is unknown
   * @param nanoTime as {@link System#nanoTime}
   */
  Progress(PrintWriter err, boolean shown, DoubleSupplier fraction, LongSupplier nanoTime) {
    this.err = err;
    this.shown = shown;
    this.fraction = fraction;
    this.nanoTime = nanoTime;
    this.begin = nanoTime.getAsLong();
    this.lastShown = begin;
  }

  /** So many more are done. */
  void add(int connections) {
    done += connections;
    long now = nanoTime.getAsLong();
    if (shown && now - lastShown >= TimeUnit.SECONDS.toNanos(1)) {
      lastShown = now;
      double seconds = (now - begin) / 1e9;
      err.print(
          String.format(
              Locale.ROOT,
              "%s%,d connections, %,d a second%s",
              CLEAR_LINE,
              done,
              (long) (done / seconds),
              left(seconds)));
      err.flush();
      lineIsDirty = true;
    }
  }

  private String left(double seconds) {
    double finished = fraction.getAsDouble();
    if (finished <= 0) {
      return "";
    }
    long left = Math.round(seconds / finished * (1 - finished));
    return left < 60
        ? ", " + left + " s left"
        : String.format(Locale.ROOT, ", %,d min %d s left", left / 60, left % 60);
  }

  @Override
  public void close() {
    if (lineIsDirty) {
      err.print(CLEAR_LINE);
      err.flush();
    }
  }
}
