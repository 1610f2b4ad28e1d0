package org.exoattribution.testkit.smtp;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The transactions that ended last, for whoever asks or waits for them. */
final class Remembered {
  private final Deque<SmtpTransaction> transactions = new ArrayDeque<>();
  private final int most;

  Remembered(int most) {
    this.most = most;
  }

  synchronized void add(SmtpTransaction transaction) {
    transactions.addLast(transaction);
    if (transactions.size() > most) {
      transactions.removeFirst();
    }
    notifyAll();
  }

  synchronized List<SmtpTransaction> all() {
    return List.copyOf(transactions);
  }

  /** All, once there are so many or the time is over. */
  synchronized List<SmtpTransaction> await(int number, Duration time) throws InterruptedException {
    long deadline = System.nanoTime() + time.toNanos();
    long left = time.toMillis();
    while (transactions.size() < number && left > 0) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    }
    return all();
  }
}
