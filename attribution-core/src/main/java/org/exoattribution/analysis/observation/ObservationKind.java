package org.exoattribution.analysis.observation;

import java.util.Optional;
import org.exoattribution.model.IpAddress;

/**
 * What the directory tells apart in observations: those of one kind get the same judgement, so that
 * a trace of a million rows needs as many as it has kinds. The EHLO name is left out, for it
 * decides nothing (EHLO-1).
 *
 * @param source the client's address
 * @param senderOwner who owns the MAIL FROM domain; empty if nobody does, or there is none
 * @param recipientOwner who owns the RCPT TO domain; empty if nobody does
 * @param observed what the service told
 * @param details what else can matter: the session, the certificate, and a domain if a connector
 *     names it
 */
public record ObservationKind(
    IpAddress source,
    Optional<String> senderOwner,
    Optional<String> recipientOwner,
    Observed observed,
    String details) {}
