/**
 * The SMTP front door: a server at which real mail servers knock, and which answers as the front
 * end of Exchange Online does, each transaction judged by the engine. It is a simulator: it relays
 * nothing, and keeps what it is sent only where it is told to.
 *
 * <p>It stands on the JDK's sockets and TLS alone; two libraries were tried in its place.
 *
 * <ul>
 *   <li>SubEtha SMTP 7.2.2, the best-kept server library in Java: a command can be replaced
 *       (through {@code smtp.internal}), and the client's chain is in its context. What is not a
 *       command is fixed: the banner's form, {@code 500 Error: bad syntax}, {@code 421 Timeout
 *       waiting for data from client.}, the end of a session at a line of 998 bytes or a bare line
 *       feed. MAIL is taken before EHLO; parameters are not checked, and {@code SIZE=99999999999}
 *       ends the session with an exception; a client that sends a byte a second outlives a time
 *       limit of five, and a stalled handshake is told so in plaintext. Every command would have
 *       been replaced, and the loop around them is what the contract fixes too; Jakarta Mail comes
 *       along.
 *   <li>Netty 4.1 as transport, for its SMTP codec is a client's: it would have replaced {@link
 *       org.exoattribution.testkit.smtp.Wire}, 200 lines, with seven jars of 2.6 MB. Its line
 *       decoder takes a bare line feed for the end of a line, and tells of an endless one when its
 *       end comes; its read time-out starts anew at every byte; so that decoder and times would
 *       have been ours again, and commands that read content would have become states.
 * </ul>
 *
 * <p>A thread a session is enough for the hundreds of sessions of a test stand.
 */
@NullMarked
package org.exoattribution.testkit.smtp;

import org.jspecify.annotations.NullMarked;
