package org.exoattribution.analysis.change;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/**
 * What a {@link Change} is applied to: the tenants and a connection, and what comes of it.
 *
 * @param directory the tenants
 * @param connection the connection
 * @param certificate the verdict about the certificate that the connection would present, in place
 *     of what it does present; empty if it presents its own or none
 */
public record ChangeSubject(
    TenantDirectory directory,
    SimulatedConnection connection,
    Optional<CertificateVerdict> certificate) {

  /** The connection as it is. */
  public static ChangeSubject of(TenantDirectory directory, SimulatedConnection connection) {
    return new ChangeSubject(directory, connection, Optional.empty());
  }

  /**
   * The subject with another version of the tenant.
   *
   * @throws InvalidValueException if there is no such tenant, or the change goes against the rules
   *     of a directory, as a domain that another tenant accepts does (DIR-1)
   */
  ChangeSubject withTenant(String name, UnaryOperator<Tenant> change) {
    Tenant tenant =
        directory
            .tenant(name)
            .orElseThrow(
                () -> new InvalidValueException("there is no tenant \"" + name + "\" to change"));
    return new ChangeSubject(directory.withTenant(change.apply(tenant)), connection, certificate);
  }

  ChangeSubject withConnection(SimulatedConnection changed) {
    return new ChangeSubject(directory, changed, certificate);
  }

  ChangeSubject withCertificate(CertificateVerdict verdict) {
    SimulatedConnection tls =
        connection.toBuilder().withoutPresentedCertificate().tls(true).build();
    return new ChangeSubject(directory, tls, Optional.of(verdict));
  }

  /** The attribution by an engine over this directory. */
  public Attribution resolvedBy(AttributionEngine engine) {
    return certificate.isPresent()
        ? engine.resolve(connection, certificate.get())
        : engine.resolve(connection);
  }
}
