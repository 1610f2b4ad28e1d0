package org.exoattribution.testkit.jqwik;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.TenantDirectory;

/**
 * Where arbitraries of attribution begin. All are immutable; each {@code with...} method returns a
 * changed one. Names, addresses and instants are out of few, so that samples meet each other and
 * shrink to simple ones.
 */
public final class AttributionArbitraries {
  private AttributionArbitraries() {}

  /** Domain names. */
  public static DomainNameArbitrary domainNames() {
    return DomainNameArbitrary.create();
  }

  /** Accepted domains. */
  public static AcceptedDomainArbitrary acceptedDomains() {
    return AcceptedDomainArbitrary.create();
  }

  /** Entries of SenderIPAddresses. */
  public static SenderIpRangeArbitrary senderIpRanges() {
    return SenderIpRangeArbitrary.create();
  }

  /** OnPremises connectors. */
  public static OnPremisesConnectorArbitrary onPremisesConnectors() {
    return OnPremisesConnectorArbitrary.create();
  }

  /** Partner connectors. */
  public static PartnerConnectorArbitrary partnerConnectors() {
    return PartnerConnectorArbitrary.create();
  }

  /** Tenants. */
  public static TenantArbitrary tenants() {
    return TenantArbitrary.create();
  }

  /** Directories. */
  public static TenantDirectoryArbitrary directories() {
    return TenantDirectoryArbitrary.create();
  }

  /** Descriptions of certificates. */
  public static CertificateArbitrary certificates() {
    return CertificateArbitrary.create();
  }

  /** Connections that touch the directory. */
  public static ConnectionArbitrary connections(TenantDirectory drawnFrom) {
    return ConnectionArbitrary.drawnFrom(drawnFrom);
  }

  /** Transactions that touch the directory. */
  public static TransactionArbitrary transactions(TenantDirectory drawnFrom) {
    return TransactionArbitrary.drawnFrom(drawnFrom);
  }

  /** Rule sets; they shrink to the current one. */
  public static Arbitrary<RuleSet> ruleSets() {
    return Arbitraries.of(RuleSet.V2025, RuleSet.V2023, RuleSet.V2017, RuleSet.V2016);
  }

  /** Readings. */
  public static ReadingsArbitrary readings() {
    return ReadingsArbitrary.create();
  }

  /** Directories with all that a result depends on. */
  public static WorldArbitrary worlds() {
    return WorldArbitrary.create();
  }
}
