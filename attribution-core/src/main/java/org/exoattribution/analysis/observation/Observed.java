package org.exoattribution.analysis.observation;

import java.util.Objects;
import java.util.Optional;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Attribution.Verdict;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.Tenant;

/**
 * What the service told about an attribution. Headers and traces tell different parts of it, and
 * what is not told is not compared.
 *
 * @param verdict the verdict, if told
 * @param tenant the name or the tenant id of the tenant that the message was attributed to, if told
 * @param connector the connector, if there was one and it is told
 * @param withoutConnector whether it is told that there was none
 */
public record Observed(
    Optional<Verdict> verdict,
    Optional<String> tenant,
    Optional<String> connector,
    boolean withoutConnector) {

  /**
   * Checks that it says something.
   *
   * @throws InvalidValueException if neither verdict nor tenant is told
   */
  public Observed {
    Objects.requireNonNull(connector, "connector");
    if (verdict.isEmpty() && tenant.isEmpty()) {
      throw new InvalidValueException(
          "an observation tells nothing: expected a verdict or a tenant at least");
    }
  }

  /** A verdict and, by name or id, a tenant. */
  public static Observed of(Verdict verdict, String tenant) {
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(tenant, "tenant");
    return new Observed(Optional.of(verdict), Optional.of(tenant), Optional.empty(), false);
  }

  /** The same through this connector. */
  public Observed through(String name) {
    return new Observed(verdict, tenant, Optional.of(name), false);
  }

  /** Whether the tenant that is told is this one. */
  boolean isAbout(Tenant candidate) {
    return tenant.isPresent()
        && (tenant.get().equalsIgnoreCase(candidate.name())
            || tenant.get().equalsIgnoreCase(candidate.tenantId().orElse("")));
  }

  /** Whether the attribution is what was told, to a tenant that has this name in the directory. */
  boolean isExplainedBy(Attribution attribution, Optional<Tenant> known) {
    return verdict.map(v -> v == attribution.verdict()).orElse(true)
        && known.map(t -> Optional.of(t.name()).equals(attribution.tenantName())).orElse(true)
        && connector
            .map(name -> attribution.connectorName().filter(name::equalsIgnoreCase).isPresent())
            .orElse(!withoutConnector || attribution.connectorName().isEmpty());
  }

  /** What was told, in a few words. */
  @Override
  public String toString() {
    String what =
        verdict
            .map(
                v ->
                    switch (v) {
                      case ORIGINATING -> "Originating from ";
                      case INCOMING -> "Incoming to ";
                      case REJECTED -> "Rejected by ";
                    })
            .orElse("attributed to ");
    return what
        + tenant.orElse(verdict.equals(Optional.of(Verdict.REJECTED)) ? "nobody" : "some tenant")
        + connector
            .map(name -> " through \"" + name + '"')
            .orElse(withoutConnector ? ", anonymous" : "");
  }
}
