package org.exoattribution.analysis.advice;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exoattribution.analysis.change.Change;
import org.exoattribution.analysis.change.ChangeSubject;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/**
 * Tries changes out for one connection: makes them on a copy and resolves again.
 *
 * <p>The copy holds only the tenants that matter, so that a trial takes microseconds in a directory
 * of any size. That is sound: a tenant matters to a connection only as the owner of one of its
 * domains or by a connector that its names or its address match ({@link
 * AttributionEngine#tenantsInScope}), and both depend on that tenant and the connection alone. A
 * change touches one connection and tenants that are in the copy. So whoever is left out owns none
 * of the changed connection's domains and has no connector that matches it, neither before nor
 * after. What is left out must not accept a domain that the change adds either (DIR-1), for which
 * the holder of each added domain is taken in.
 */
final class AdviceTrial {
  private final AttributionEngine engine;
  private final SimulatedConnection connection;
  private final Optional<CertificateVerdict> presented;
  private final List<Tenant> scopeNow;

  AdviceTrial(AttributionEngine engine, SimulatedConnection connection) {
    this.engine = engine;
    this.connection = connection;
    this.presented = engine.evaluateCertificate(connection);
    this.scopeNow = scope(connection, presented);
  }

  /** What the service makes of the certificate that the connection itself presents. */
  Optional<CertificateVerdict> presented() {
    return presented;
  }

  /** What it would make of the certificate in a TLS session. */
  Optional<CertificateVerdict> carried() {
    return connection.tls()
        ? presented
        : engine.evaluateCertificate(connection.toBuilder().tls(true).build());
  }

  /**
   * What would come of the connection; empty if the change cannot be made.
   *
   * @param changing the tenants that the change may be about
   */
  Optional<Attribution> of(Change change, List<Tenant> changing) {
    try {
      ChangeSubject changed = changed(change, changing);
      return Optional.of(changed.resolvedBy(engine.withDirectory(changed.directory())));
    } catch (InvalidValueException e) {
      return Optional.empty(); // against the rules of the directory, so that the cmdlet refuses too
    }
  }

  private ChangeSubject changed(Change change, List<Tenant> changing) {
    Set<Tenant> tenants = new LinkedHashSet<>(scopeNow);
    tenants.addAll(changing);
    ChangeSubject alone = change.applyTo(subject(tenants));
    tenants.addAll(scope(alone.connection(), certificate(alone)));
    for (Tenant tenant : alone.directory().tenants()) {
      for (AcceptedDomain domain : tenant.acceptedDomains()) {
        if (!tenants.contains(tenant)) { // only a tenant that the change touched
          engine.ownerOf(domain.domainName()).ifPresent(tenants::add);
        }
      }
    }
    ChangeSubject changed = change.applyTo(subject(tenants));
    return new ChangeSubject(changed.directory(), changed.connection(), certificate(changed));
  }

  private ChangeSubject subject(Set<Tenant> tenants) {
    return ChangeSubject.of(TenantDirectory.of(tenants), connection);
  }

  /** The verdict on the certificate is the same in every directory, and need not be found again. */
  private Optional<CertificateVerdict> certificate(ChangeSubject changed) {
    if (changed.certificate().isPresent()) {
      return changed.certificate();
    }
    return changed.connection().tls() == connection.tls()
        ? presented
        : engine.evaluateCertificate(changed.connection());
  }

  private List<Tenant> scope(
      SimulatedConnection changed, Optional<CertificateVerdict> certificate) {
    return certificate.isPresent()
        ? engine.tenantsInScope(changed, certificate.get())
        : engine.tenantsInScope(changed);
  }
}
