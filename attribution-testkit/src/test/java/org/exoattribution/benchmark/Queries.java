package org.exoattribution.benchmark;

import java.util.SplittableRandom;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.testkit.design.Connections;

/**
 * Random connections that touch the whole of a population, in equal parts: a certificate, the
 * address of a relay, incoming mail, and mail between domains that nobody accepts.
 */
final class Queries {
  private static final int MOST = 1 << 18;

  private final Population population;
  private final SplittableRandom random = new SplittableRandom(2026);

  private Queries(Population population) {
    this.population = population;
  }

  /** A power of two: many more than caches hold, but for small directories, which they hold. */
  static SimulatedConnection[] of(Population population) {
    return of(population, Integer.highestOneBit((int) Math.min(MOST, 256L * population.size())));
  }

  static SimulatedConnection[] of(Population population, int count) {
    Queries queries = new Queries(population);
    SimulatedConnection[] connections = new SimulatedConnection[count];
    for (int i = 0; i < count; i++) {
      connections[i] =
          switch (i % 4) {
            case 0 -> queries.byCertificate();
            case 1 -> queries.byAddress();
            case 2 -> queries.incoming();
            default -> queries.unknown();
          };
    }
    return connections;
  }

  /** Of the certificate's tenant, or of another one whose mail it relays. */
  private SimulatedConnection byCertificate() {
    int certificate = random.nextInt(population.certificates().size());
    int sender = random.nextBoolean() ? population.holder(certificate) : tenant();
    return from(anywhere(), "anna@" + Population.domain(sender), "bob@" + anyDomain())
        .presentedCertificate(population.certificates().get(certificate))
        .build();
  }

  private SimulatedConnection byAddress() {
    int tenant = tenant();
    SenderIpRange block = Population.block(tenant);
    int host = random.nextInt(1 << (SenderIpRange.SINGLE_ADDRESS - block.prefixLength()));
    IpAddress source =
        random.nextBoolean()
            ? Population.relay(tenant)
            : IpAddress.ofIpv4(block.networkBits() | host);
    return from(source, "anna@mail." + Population.parentDomain(tenant), "bob@" + anyDomain())
        .build();
  }

  private SimulatedConnection incoming() {
    return from(anywhere(), "anna@" + strange(), "bob@" + Population.domain(tenant())).build();
  }

  private SimulatedConnection unknown() {
    return from(anywhere(), "anna@" + strange(), "bob@" + strange()).build();
  }

  private static SimulatedConnection.Builder from(
      IpAddress source, String sender, String recipient) {
    return SimulatedConnection.builder()
        .sourceIp(source)
        .tls(true)
        .mailFrom(sender)
        .rcptTo(recipient)
        .at(Connections.AT);
  }

  private int tenant() {
    return random.nextInt(population.size());
  }

  private IpAddress anywhere() {
    return IpAddress.ofIpv4(Population.unicast(random));
  }

  private String anyDomain() {
    return random.nextBoolean() ? Population.domain(tenant()) : strange();
  }

  private String strange() {
    return "tailspintoys" + random.nextInt(1_000_000) + ".example";
  }
}
