package org.exoattribution.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.exoattribution.engine.NameMatch;
import org.exoattribution.engine.PresentedName;
import org.exoattribution.engine.Readings;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.jspecify.annotations.Nullable;

/** Looks at every tenant for every question. */
final class LinearLookup implements Lookup {
  private static final Readings READINGS = Readings.defaults();

  private final TenantDirectory directory;

  LinearLookup(TenantDirectory directory) {
    this.directory = directory;
  }

  @Override
  public @Nullable Tenant ownerOf(DomainName domain) {
    Tenant owner = null;
    int longest = 0;
    for (Tenant tenant : directory.tenants()) {
      for (AcceptedDomain accepted : tenant.acceptedDomains()) {
        if (accepted.domainName().equals(domain)) {
          return tenant;
        }
        int labels = accepted.domainName().labelCount();
        if (accepted.matchSubDomains()
            && labels > longest
            && domain.isBelow(accepted.domainName())) {
          owner = tenant;
          longest = labels;
        }
      }
    }
    return owner;
  }

  @Override
  public List<Holder> byName(List<PresentedName> names) {
    return holders(
        connector -> {
          CertificateNamePattern pattern = connector.tlsSenderCertificateName().orElse(null);
          return pattern != null
              && names.stream().anyMatch(name -> NameMatch.matches(pattern, name, READINGS));
        });
  }

  @Override
  public List<Holder> byAddress(IpAddress address) {
    return holders(
        connector -> connector.senderIpAddresses().stream().anyMatch(r -> r.contains(address)));
  }

  private List<Holder> holders(Predicate<OnPremisesConnector> matches) {
    List<Holder> holders = new ArrayList<>();
    for (Tenant tenant : directory.tenants()) {
      for (InboundConnector connector : tenant.inboundConnectors()) {
        if (connector instanceof OnPremisesConnector onPremises
            && onPremises.enabled()
            && matches.test(onPremises)) {
          holders.add(new Holder(tenant, onPremises));
        }
      }
    }
    return holders;
  }
}
