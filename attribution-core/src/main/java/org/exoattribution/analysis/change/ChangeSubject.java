package org.exoattribution.analysis.change;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;

/**
 * What a {@link Change} is applied to: an engine with its tenants, and a connection.
 *
 * @param engine the engine
 * @param connection the connection
 * @param certificate the verdict about the certificate that the connection would present, in place
 *     of what it does present; empty if it presents its own or none
 */
public record ChangeSubject(
    AttributionEngine engine,
    SimulatedConnection connection,
    Optional<CertificateVerdict> certificate) {

  /** The connection as it is. */
  public static ChangeSubject of(AttributionEngine engine, SimulatedConnection connection) {
    return new ChangeSubject(engine, connection, Optional.empty());
  }

  ChangeSubject withTenant(String name, UnaryOperator<Tenant> edit) {
    Tenant tenant =
        engine
            .directory()
            .tenant(name)
            .orElseThrow(
                () -> new InvalidValueException("there is no tenant \"" + name + "\" to change"));
    return new ChangeSubject(engine.withTenant(edit.apply(tenant)), connection, certificate);
  }

  ChangeSubject withConnection(UnaryOperator<SimulatedConnection.Builder> edit) {
    return new ChangeSubject(engine, edit.apply(connection.toBuilder()).build(), certificate);
  }

  ChangeSubject presenting(CertificateVerdict verdict) {
    return new ChangeSubject(engine, connection, Optional.of(verdict));
  }

  /** The attribution of the connection. */
  public Attribution attribution() {
    return certificate.isPresent()
        ? engine.resolve(connection, certificate.get())
        : engine.resolve(connection);
  }
}
