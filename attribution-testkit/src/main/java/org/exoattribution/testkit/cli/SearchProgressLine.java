package org.exoattribution.testkit.cli;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.exoattribution.analysis.search.SearchProgress;

/** Says about once a second, on one line that is written over, how far a search is. */
final class SearchProgressLine implements SearchProgress, AutoCloseable {
  private static final String CLEAR_LINE = "\r\033[K";

  private final Terminal terminal;
  private final LongSupplier nanoTime;
  private long lastShown;
  private boolean lineIsDirty;

  /**
   * Progress on standard error, if it shows any.
   *
   * @param nanoTime as {@link System#nanoTime}
   */
  SearchProgressLine(Terminal terminal, LongSupplier nanoTime) {
    this.terminal = terminal;
    this.nanoTime = nanoTime;
    this.lastShown = nanoTime.getAsLong();
  }

  @Override
  public synchronized boolean goOn(long done, long all) {
    long now = nanoTime.getAsLong();
    if (terminal.showsProgress() && now - lastShown >= TimeUnit.SECONDS.toNanos(1)) {
      lastShown = now;
      terminal.err().print(CLEAR_LINE + "searched " + 100 * done / all + " %");
      terminal.err().flush();
      lineIsDirty = true;
    }
    return true;
  }

  @Override
  public synchronized void close() {
    if (lineIsDirty) {
      terminal.err().print(CLEAR_LINE);
      terminal.err().flush();
    }
  }
}
