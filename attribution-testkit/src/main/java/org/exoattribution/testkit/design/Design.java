package org.exoattribution.testkit.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.exoattribution.certificate.TrustAnchors;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.Readings;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.exoattribution.testkit.pki.SyntheticPki;

/**
 * A mail-flow design to test: the tenants that take part with their domains and connectors, and
 * what they stand for. Designs are values; {@code with...} and {@link #and} give changed copies.
 *
 * @param models what it models, in one sentence
 * @param source where it comes from
 * @param directory the tenants
 * @param readings how its engine reads the contested rules
 */
public record Design(String models, String source, TenantDirectory directory, Readings readings) {

  /** Refuses null. */
  public Design {
    Objects.requireNonNull(models, "models");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(readings, "readings");
  }

  /**
   * A design of these tenants under the default readings.
   *
   * @throws InvalidValueException if two tenants share a name or a domain (DIR-1)
   */
  public static Design of(String models, String source, Tenant... tenants) {
    return of(models, source, TenantDirectory.of(tenants));
  }

  /** A design of a directory, such as one that was read from exports, under default readings. */
  public static Design of(String models, String source, TenantDirectory directory) {
    return new Design(models, source, directory, Readings.defaults());
  }

  /**
   * An engine over the tenants, with the current rules. It trusts the certificates of {@link
   * SyntheticPki}, and so those of {@link Connections}.
   */
  public AttributionEngine engine() {
    return AttributionEngine.builder(directory)
        .readings(readings)
        .trustAnchors(TrustAnchors.of(SyntheticPki.shared().trustAnchors()))
        .build();
  }

  /**
   * The tenant of a name, ignoring case.
   *
   * @throws InvalidValueException if there is none
   */
  public Tenant tenant(String name) {
    return directory
        .tenant(name)
        .orElseThrow(
            () ->
                new InvalidValueException(
                    "\""
                        + name
                        + "\" is not a tenant of the design: expected one of "
                        + directory.tenants().stream().map(Tenant::name).toList()));
  }

  /**
   * With this tenant in place of the one of its name, or added.
   *
   * @throws InvalidValueException if another tenant accepts one of its domains (DIR-1)
   */
  public Design with(Tenant tenant) {
    return new Design(models, source, directory.withTenant(tenant), readings);
  }

  /** Under these readings. */
  public Design withReadings(Readings otherReadings) {
    return new Design(models, source, directory, otherReadings);
  }

  /**
   * Both designs in one directory, under the readings of this one.
   *
   * @throws InvalidValueException if they share a tenant's name or a domain (DIR-1)
   */
  public Design and(Design other) {
    List<Tenant> both = new ArrayList<>(directory.tenants());
    both.addAll(other.directory.tenants());
    return new Design(
        models + " " + other.models,
        source.equals(other.source) ? source : source + "; " + other.source,
        TenantDirectory.of(both),
        readings);
  }

  /** The sentence that says what it models, and its source. */
  @Override
  public String toString() {
    return models + " (" + source + ")";
  }
}
