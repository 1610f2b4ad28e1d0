package org.exoattribution.testkit.cli;

import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** Says how many connections are done, how fast, and how long the rest will take. */
final class Progress implements AutoCloseable {
  private final ProgressLine line;
  private final DoubleSupplier fraction;
  private final LongSupplier nanoTime;
  private final long begin;
  private long done;

  /**
   * @param fraction how much of the work is done, from 0 to 1; 0 if that is unknown
   * @param nanoTime as {@link System#nanoTime}
   */
  Progress(ProgressLine line, DoubleSupplier fraction, LongSupplier nanoTime) {
    this.line = line;
    this.fraction = fraction;
    this.nanoTime = nanoTime;
    this.begin = nanoTime.getAsLong();
  }

  /** So many more are done. */
  void add(int connections) {
    done += connections;
    line.show(
        () -> {
          double seconds = (nanoTime.getAsLong() - begin) / 1e9;
          long rate = (long) (done / seconds);
          return String.format(
              Locale.ROOT, "%,d connections, %,d a second%s", done, rate, left(seconds));
        });
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
    line.close();
  }
}
