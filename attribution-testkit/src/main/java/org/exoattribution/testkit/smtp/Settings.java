package org.exoattribution.testkit.smtp;

import java.time.Clock;
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
 * @param spool where messages are kept
 * @param clock the time of sessions and replies
 * @param sessionIds gives sessions their names
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
    Optional<Spool> spool,
    Clock clock,
    SessionIds sessionIds,
    AtomicLong internalIds,
    Consumer<SmtpTransaction> transactions,
    Consumer<String> notes) {}
