package org.exoattribution.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.exoattribution.certificate.CertificateEvaluator;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.exoattribution.testkit.reference.ReferenceEngine;
import org.exoattribution.testkit.reference.ReferenceResult;

/**
 * The reference for large directories. It takes time that grows with the square of the directory,
 * therefore it is given those tenants alone that can have anything to do with a connection: every
 * tenant is looked at, without any index, and taken if a domain of it, or the certificate name or
 * an address of a connector, is related to the connection at all.
 */
final class SoakReference {
  private static final Readings READINGS = Readings.defaults();

  private final TenantDirectory directory;
  private final CertificateEvaluator certificates;

  SoakReference(TenantDirectory directory, CertificateEvaluator certificates) {
    this.directory = directory;
    this.certificates = certificates;
  }

  ReferenceResult resolve(SimulatedConnection connection) {
    return over(TenantDirectory.of(related(connection)), certificates).resolve(connection);
  }

  static ReferenceEngine over(TenantDirectory directory, CertificateEvaluator certificates) {
    return ReferenceEngine.of(directory, RuleSet.CURRENT, READINGS, certificates);
  }

  private List<Tenant> related(SimulatedConnection connection) {
    List<DomainName> envelope =
        Stream.concat(
                connection.mailFrom().domain().stream(), Stream.of(connection.rcptTo().domain()))
            .toList();
    List<DomainName> presented = presented(connection);
    List<Tenant> related = new ArrayList<>();
    for (Tenant tenant : directory.tenants()) {
      if (tenant.acceptedDomains().stream().anyMatch(d -> isRelated(d.domainName(), envelope))
          || tenant.inboundConnectors().stream()
              .anyMatch(connector -> isRelated(connector, connection, presented))) {
        related.add(tenant);
      }
    }
    return related;
  }

  private List<DomainName> presented(SimulatedConnection connection) {
    Optional<CertificateVerdict> verdict =
        connection.presentedCertificate().map(c -> certificates.evaluate(c, connection.at()));
    return verdict.stream()
        .flatMap(known -> known.names().stream())
        .map(PresentedName::domain)
        .toList();
  }

  private static boolean isRelated(
      InboundConnector connector, SimulatedConnection connection, List<DomainName> presented) {
    return connector.senderIpAddresses().stream().anyMatch(r -> r.contains(connection.sourceIp()))
        || connector
            .tlsSenderCertificateName()
            .filter(pattern -> isRelated(pattern.domain(), presented))
            .isPresent();
  }

  /** Whether it is, or is above or below, one of them. */
  private static boolean isRelated(DomainName domain, List<DomainName> others) {
    for (DomainName other : others) {
      if (domain.equals(other) || domain.isBelow(other) || other.isBelow(domain)) {
        return true;
      }
    }
    return false;
  }
}
