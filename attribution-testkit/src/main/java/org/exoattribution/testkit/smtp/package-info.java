/**
 * The SMTP front door: a server at which real mail servers knock, and which answers as the front
 * end of Exchange Online does, each transaction judged by the engine. It is a simulator: it relays
 * nothing, and keeps what it is sent only where it is told to.
 *
 * <p>It stands on the JDK's sockets and TLS alone. SubEtha SMTP 7.2.2, the best-kept server library
 * in Java, was read and left: its banner, EHLO lines and every reply are constants of internal
 * packages, and it offers neither PIPELINING, DSN nor ENHANCEDSTATUSCODES; meeting the contract
 * would have meant to replace each of its commands, and it brings Jakarta Mail along. Netty's SMTP
 * codec is a client's; as a transport it would have replaced {@link
 * org.exoattribution.testkit.smtp.Wire} alone. A thread a session is enough for the hundreds of
 * sessions of a test stand.
 */
@NullMarked
package org.exoattribution.testkit.smtp;

import org.jspecify.annotations.NullMarked;
