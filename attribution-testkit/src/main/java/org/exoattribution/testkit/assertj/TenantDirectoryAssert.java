package org.exoattribution.testkit.assertj;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.exoattribution.testkit.render.layout.Printable;

/** Assertions about a directory: who is in it, who owns what, and which connectors there are. */
public class TenantDirectoryAssert extends AbstractAssert<TenantDirectoryAssert, TenantDirectory> {

  /** About this directory. */
  public TenantDirectoryAssert(TenantDirectory actual) {
    super(actual, TenantDirectoryAssert.class);
  }

  /** There is a tenant of this name. */
  public TenantDirectoryAssert hasTenant(String name) {
    isNotNull();
    return check(actual.tenant(name).isPresent(), "a tenant " + name, "no such tenant");
  }

  /** There is no tenant of this name. */
  public TenantDirectoryAssert hasNoTenant(String name) {
    isNotNull();
    return check(actual.tenant(name).isEmpty(), "no tenant " + name, "there is one");
  }

  /**
   * The tenant owns the domain: it accepts it, or a parent of it with MatchSubDomains that is
   * nearer than any other tenant's (DOM-2).
   *
   * @throws org.exoattribution.model.InvalidValueException if it is not a domain name
   */
  public TenantDirectoryAssert owns(String tenant, String domain) {
    Optional<String> owner = owner(domain);
    return check(
        owner.filter(tenant::equalsIgnoreCase).isPresent(),
        tenant + " owns " + domain,
        owner.map(other -> other + " owns it").orElse("nobody owns it"));
  }

  /**
   * No tenant owns the domain: mail to it is relayed, mail from it is a stranger's.
   *
   * @throws org.exoattribution.model.InvalidValueException if it is not a domain name
   */
  public TenantDirectoryAssert hasNoOwnerOf(String domain) {
    Optional<String> owner = owner(domain);
    return check(
        owner.isEmpty(), "nobody owns " + domain, owner.map(o -> o + " owns it").orElse(""));
  }

  /** The tenant has an inbound connector of this name, enabled or not. */
  public TenantDirectoryAssert hasConnector(String tenant, String connector) {
    return checkConnector(tenant, connector, "a connector", c -> true);
  }

  /** The tenant has an inbound connector of this name that is enabled. */
  public TenantDirectoryAssert hasEnabledConnector(String tenant, String connector) {
    return checkConnector(tenant, connector, "an enabled connector", InboundConnector::enabled);
  }

  /** The tenant has an inbound connector of this name that is disabled. */
  public TenantDirectoryAssert hasDisabledConnector(String tenant, String connector) {
    return checkConnector(tenant, connector, "a disabled connector", c -> !c.enabled());
  }

  private TenantDirectoryAssert checkConnector(
      String tenant, String connector, String kind, Predicate<InboundConnector> condition) {
    isNotNull();
    Optional<InboundConnector> found =
        actual.tenant(tenant).flatMap(t -> t.inboundConnector(connector));
    return check(
        found.filter(condition).isPresent(),
        kind + " \"" + connector + "\" of " + tenant,
        found
            .map(c -> "it is " + (c.enabled() ? "enabled" : "disabled"))
            .orElse(
                actual.tenant(tenant).isPresent()
                    ? tenant + " has no such connector"
                    : "no such tenant"));
  }

  private Optional<String> owner(String domain) {
    isNotNull();
    return AttributionEngine.of(actual).ownerOf(DomainName.parse(domain)).map(Tenant::name);
  }

  private TenantDirectoryAssert check(boolean holds, String expected, String found) {
    if (!holds) {
      throw failure(
          "%nexpected:%n  %s%nbut was:%n  %s%nin the directory:%n%s", expected, found, listing());
    }
    return this;
  }

  private String listing() {
    return actual.tenants().isEmpty()
        ? "  no tenant\n"
        : actual.tenants().stream().map(TenantDirectoryAssert::line).collect(Collectors.joining());
  }

  private static String line(Tenant tenant) {
    String domains =
        tenant.acceptedDomains().stream()
            .map(a -> a.domainName() + (a.matchSubDomains() ? " and subdomains" : ""))
            .collect(Collectors.joining(", "));
    String connectors =
        tenant.inboundConnectors().stream()
            .map(InboundConnector::toString)
            .collect(Collectors.joining("; "));
    return Printable.visible(
            "  "
                + tenant.name()
                + (domains.isEmpty() ? ": no accepted domain" : ": " + domains)
                + (connectors.isEmpty() ? "; no connector" : "; " + connectors))
        + "\n";
  }
}
