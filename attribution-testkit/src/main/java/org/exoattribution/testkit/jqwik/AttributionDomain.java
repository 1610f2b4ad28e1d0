package org.exoattribution.testkit.jqwik;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.exoattribution.testkit.pki.SyntheticCertificate;

/**
 * With {@code @Domain(AttributionDomain.class)} on a property or its class, {@code @ForAll} works
 * for all these types. A connection beside a directory is drawn from some directory out of the same
 * few names, not from that one; a {@link World} has both.
 */
public final class AttributionDomain extends DomainContextBase {

  /** For jqwik. */
  public AttributionDomain() {}

  @Provide
  Arbitrary<DomainName> domainNames() {
    return AttributionArbitraries.domainNames();
  }

  @Provide
  Arbitrary<AcceptedDomain> acceptedDomains() {
    return AttributionArbitraries.acceptedDomains();
  }

  @Provide
  Arbitrary<SenderIpRange> senderIpRanges() {
    return AttributionArbitraries.senderIpRanges();
  }

  @Provide
  Arbitrary<OnPremisesConnector> onPremisesConnectors() {
    return AttributionArbitraries.onPremisesConnectors();
  }

  @Provide
  Arbitrary<PartnerConnector> partnerConnectors() {
    return AttributionArbitraries.partnerConnectors();
  }

  @Provide
  Arbitrary<Tenant> tenants() {
    return AttributionArbitraries.tenants();
  }

  @Provide
  Arbitrary<TenantDirectory> directories() {
    return AttributionArbitraries.directories();
  }

  @Provide
  Arbitrary<SyntheticCertificate> certificates() {
    return AttributionArbitraries.certificates();
  }

  @Provide
  Arbitrary<PresentedCertificate> presentedCertificates() {
    return AttributionArbitraries.certificates()
        .map(description -> ConnectionRecipe.presented(description, SmallPools.TODAY));
  }

  @Provide
  Arbitrary<SimulatedConnection> connections() {
    return ConnectionArbitrary.drawnFromAny(AttributionArbitraries.directories());
  }

  @Provide
  Arbitrary<SimulatedTransaction> transactions() {
    return TransactionArbitrary.drawnFromAny(AttributionArbitraries.directories());
  }

  @Provide
  Arbitrary<RuleSet> ruleSets() {
    return AttributionArbitraries.ruleSets();
  }

  @Provide
  Arbitrary<Readings> readings() {
    return AttributionArbitraries.readings();
  }

  @Provide
  Arbitrary<World> worlds() {
    return AttributionArbitraries.worlds();
  }
}
