package org.exoattribution.analysis.lint.world;

import org.exoattribution.model.DomainName;

/**
 * A mail gateway service that relays for many organizations from hosts of one domain. A certificate
 * with a name of that domain says nothing about whose mail it comes with.
 *
 * @param operator who runs it
 * @param domain the domain that its hosts, and the names of their certificates, lie in
 * @param source where that is published
 */
public record KnownGateway(String operator, DomainName domain, String source) {

  /** A gateway that is known from a configuration of one's own, such as a provider's. */
  public static KnownGateway of(DomainName domain) {
    return new KnownGateway("a gateway of this configuration", domain, "this configuration");
  }

  /** {@code pphosted.com (Proofpoint)}. */
  @Override
  public String toString() {
    return domain + " (" + operator + ")";
  }
}
