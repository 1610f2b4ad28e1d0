package org.exoattribution.benchmark;

import java.util.SplittableRandom;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Tenant;

/** One tenant of the soak, made at random, the same for its number in every run. */
final class SoakTenant {
  private final SoakNames names;
  private final int id;
  private final SplittableRandom random;

  SoakTenant(SoakNames names, int id) {
    this.names = names;
    this.id = id;
    this.random = new SplittableRandom(id);
  }

  Tenant build() {
    Tenant.Builder tenant =
        Tenant.builder("tenant" + id)
            .mailEnabled(!oneIn(20))
            .rejectDirectSend(oneIn(4))
            .acceptedDomain(domain(SoakNames.domain(id)));
    if (oneIn(4)) {
      tenant.acceptedDomain(domain("mail." + SoakNames.domain(id)));
    }
    if (id > 0 && oneIn(8)) {
      tenant.acceptedDomain(domain("eu." + SoakNames.domain(id - 1))); // below another's
    }
    if (oneIn(3)) {
      tenant.acceptedDomain(domain("unit" + id + "." + SoakNames.group(id)));
    }
    int onPremises = random.nextInt(4);
    for (int i = 0; i < onPremises; i++) {
      tenant.inboundConnector(onPremises("on premises " + i));
    }
    int partners = random.nextInt(3);
    for (int i = 0; i < partners; i++) {
      tenant.inboundConnector(partner("partner " + i));
    }
    if (oneIn(3)) {
      tenant.forest(SoakNames.forest(random));
    }
    return tenant.build();
  }

  private AcceptedDomain domain(String name) {
    return AcceptedDomain.parse(name).withMatchSubDomains(oneIn(3));
  }

  private OnPremisesConnector onPremises(String name) {
    InboundConnector.Builder<OnPremisesConnector> connector =
        OnPremisesConnector.builder(name).enabled(!oneIn(10));
    boolean byAddress = random.nextBoolean();
    if (byAddress) {
      connector.senderIpAddresses(names.range(random, id), names.range(random, id));
    }
    if (!byAddress || oneIn(3)) {
      connector.tlsSenderCertificateName(names.pattern(random, id));
    }
    if (oneIn(10)) {
      connector.associatedAcceptedDomains(SoakNames.domain(id));
    }
    return connector.build();
  }

  private PartnerConnector partner(String name) {
    InboundConnector.Builder<PartnerConnector> connector =
        PartnerConnector.builder(name)
            .enabled(!oneIn(10))
            .requireTls(random.nextBoolean())
            .senderDomains(names.senderDomain(random, id));
    if (random.nextBoolean()) {
      connector.senderIpAddresses(names.range(random, id)).restrictDomainsToIpAddresses(oneIn(3));
    }
    if (random.nextBoolean()) {
      connector
          .tlsSenderCertificateName(names.pattern(random, id))
          .restrictDomainsToCertificate(oneIn(3));
    }
    return connector.build();
  }

  private boolean oneIn(int chances) {
    return random.nextInt(chances) == 0;
  }
}
