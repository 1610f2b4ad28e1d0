package org.exoattribution.testkit.smtp;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocketFactory;
import org.exoattribution.model.Forest;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.RevocationStatus;

/**
 * What all sessions of a front door share.
 *
 * @param host the name that it goes by
 * @param forest the forest that it is a front end of; empty if that is not known
 * @param limits what clients may ask of it
 * @param tls the server's side of TLS
 * @param standsFor which address a client's stands for; the others stand for themselves
 * @param revocation what is known about revocation; empty if it is not checked
 * @param spool the folder where messages are kept
 * @param clock the time of sessions and replies
 * @param lastSession the name of the latest session, as a number
 * @param internalIds numbers the messages that were taken
 * @param transactions is told of each transaction when it ends
 * @param notes is told what else happens, a line each
 */
record Settings(
    String host,
    Optional<Forest> forest,
    SmtpLimits limits,
    SSLSocketFactory tls,
    Map<IpAddress, IpAddress> standsFor,
    Optional<RevocationStatus> revocation,
    Optional<Path> spool,
    Clock clock,
    AtomicLong lastSession,
    AtomicLong internalIds,
    Consumer<SmtpTransaction> transactions,
    Consumer<String> notes) {
  private static final long UNITS_A_SECOND = 10_000_000;
  private static final long YEAR_1_TO_1970 = 62_135_596_800L;

  /**
   * The name of a session as the service writes them, 16 hexadecimal digits: the time in units of
   * 100 nanoseconds since year 1, moved on where two sessions begin in one.
   */
  String nextSession(Instant at) {
    long now = (at.getEpochSecond() + YEAR_1_TO_1970) * UNITS_A_SECOND + at.getNano() / 100;
    long id = lastSession.updateAndGet(before -> Math.max(before + 1, now));
    return String.format(Locale.ROOT, "%016X", id);
  }
}
