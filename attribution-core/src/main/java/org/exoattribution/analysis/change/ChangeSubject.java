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

  ChangeSubject withTenant(String name, UnaryOperator<Tenant> edit) {
    Tenant tenant =
        directory
            .tenant(name)
            .orElseThrow(
                () -> new InvalidValueException("there is no tenant \"" + name + "\" to change"));
    return new ChangeSubject(directory.withTenant(edit.apply(tenant)), connection, certificate);
  }

  ChangeSubject withConnection(UnaryOperator<SimulatedConnection.Builder> edit) {
    return new ChangeSubject(directory, edit.apply(connection.toBuilder()).build(), certificate);
  }

  ChangeSubject presenting(CertificateVerdict verdict) {
    return new ChangeSubject(directory, connection, Optional.of(verdict));
  }

  /** The attribution by an engine over this directory. */
  public Attribution resolvedBy(AttributionEngine engine) {
    return certificate.isPresent()
        ? engine.resolve(connection, certificate.get())
        : engine.resolve(connection);
  }
}
