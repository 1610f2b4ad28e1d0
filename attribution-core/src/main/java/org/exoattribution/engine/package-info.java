/**
 * The engine, which attributes a connection to a tenant and a connector: {@link
 * org.exoattribution.engine.AttributionEngine} is the door. Behind it are the rooms {@code index},
 * {@code stage} and {@code explanation}.
 *
 * <p>Each rule has one home, which decides it and whose Javadoc names it. A rule about one value
 * stands on the value, in the model; below {@code org.exoattribution}:
 *
 * <pre>
 * DIR-1                          model.TenantDirectory
 * DOM-1                          model.DomainName
 * DOM-2                          engine.index.DirectoryIndex
 * CON-1                          model.SenderIpRange
 * CON-2                          model.CertificateNamePattern
 * CON-3                          model.SenderDomainPattern
 * CON-4 CON-6                    model.OnPremisesConnector
 * CON-5                          model.PartnerConnector
 * CON-7 CON-9                    model.InboundConnector
 * CON-8 FOR-1                    engine.index.Candidate
 * INC-1                          testkit.export.TenantsImport
 * EHLO-1 EP-1                    model.SimulatedConnection
 * PKI-1                          engine.AttributionEngine
 * PKI-2                          certificate.PathCertificate
 * PKI-3                          certificate.PathValidation
 * PKI-4                          certificate.PathSearch
 * PKI-5                          certificate.RevocationCheck
 * PKI-6                          certificate.CertificateKeyUsage
 * PKI-7                          certificate.CertificateNames
 * NAME-1                         model.CertificateNamePattern
 * CERT-1 CERT-2                  engine.stage.CertificateMatch
 * CERT-3                         model.AcceptedDomain
 * CERT-4                         engine.stage.CertificateRanking
 * PKI-8 CERT-5 CERT-6            engine.stage.CertificateStage
 * IP-1 IP-2 IP-3 IP-4 NULL-1     engine.stage.IpStage
 * SEL-1                          engine.stage.Selection
 * IN-1 FOR-2 IN-2 IN-3 IN-4      engine.stage.IncomingStage
 * IN-5 IN-6 IN-7                 engine.stage.IncomingStage
 * IN-8                           engine.stage.StageResults
 * MULTI-1 MULTI-2 MULTI-3        engine.stage.Transactions
 * </pre>
 */
@NullMarked
package org.exoattribution.engine;

import org.jspecify.annotations.NullMarked;
