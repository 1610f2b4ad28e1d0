package org.exoattribution.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Readings;
import org.exoattribution.model.SenderIpRange;
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
    return holders(connector -> matches(connector, names));
  }

  private static boolean matches(OnPremisesConnector connector, List<PresentedName> names) {
    CertificateNamePattern pattern = connector.tlsSenderCertificateName().orElse(null);
    if (pattern != null) {
      for (PresentedName name : names) {
        if (pattern.matches(name, READINGS)) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public List<Holder> byAddress(IpAddress address) {
    return holders(connector -> contains(connector, address));
  }

  private static boolean contains(OnPremisesConnector connector, IpAddress address) {
    for (SenderIpRange range : connector.senderIpAddresses()) {
      if (range.contains(address)) {
        return true;
      }
    }
    return false;
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
