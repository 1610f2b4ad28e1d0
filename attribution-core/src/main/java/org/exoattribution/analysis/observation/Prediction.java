package org.exoattribution.analysis.observation;

import java.util.Optional;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.PresentedName;

/**
 * What the model says of an observed connection.
 *
 * @param certificate the TlsSenderCertificateName that the tried certificate was made for; empty
 *     for the connection as it is known, with the certificate given or none
 * @param presented the name of that certificate
 * @param attribution what comes of it
 */
public record Prediction(
    Optional<CertificateNamePattern> certificate,
    Optional<PresentedName> presented,
    Attribution attribution) {}
