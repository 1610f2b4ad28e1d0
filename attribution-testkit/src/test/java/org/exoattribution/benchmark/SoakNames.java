package org.exoattribution.benchmark;

import java.util.SplittableRandom;
import org.exoattribution.model.Forest;
import org.exoattribution.model.IpAddress;

/**
 * The names and addresses of the soak, drawn at random: of the tenant at hand, of another one, of a
 * gateway that many share, or of nobody.
 */
final class SoakNames {
  private static final String[] HOSTS = {"", "mail.", "mx1.mail.", "eu."};

  private final int size;

  SoakNames(int size) {
    this.size = size;
  }

  int tenant(SplittableRandom random) {
    return random.nextInt(size);
  }

  private int tenantNear(SplittableRandom random, int tenant) {
    return random.nextBoolean() ? tenant : tenant(random);
  }

  private int gateway(SplittableRandom random) {
    return random.nextInt(Math.max(1, size / 20));
  }

  static String domain(int tenant) {
    return "contoso" + tenant + ".example";
  }

  /** Shared by four neighbours, each of which may accept a unit of it. */
  static String group(int tenant) {
    return "group" + tenant / 4 + ".example";
  }

  private static String host(SplittableRandom random, int tenant) {
    return HOSTS[random.nextInt(HOSTS.length)] + domain(tenant);
  }

  /** A name that a certificate carries. */
  String presented(SplittableRandom random, int tenant) {
    return switch (random.nextInt(5)) {
      case 0 -> "*." + host(random, tenant);
      case 1 -> "gateway" + gateway(random) + ".example";
      case 2 -> "mail." + group(tenant);
      default -> host(random, tenant);
    };
  }

  /** A TlsSenderCertificateName. */
  String pattern(SplittableRandom random, int tenant) {
    return switch (random.nextInt(5)) {
      case 0 -> "gateway" + gateway(random) + ".example";
      case 1 -> "*." + group(tenant);
      case 2 -> host(random, tenantNear(random, tenant));
      default -> "*." + host(random, tenantNear(random, tenant));
    };
  }

  /** The address or domain of a sender or recipient. */
  String address(SplittableRandom random, int tenant) {
    return "anna@"
        + (random.nextInt(5) == 0
            ? "tailspintoys.example"
            : host(random, tenantNear(random, tenant)));
  }

  /** A SenderDomains entry. */
  String senderDomain(SplittableRandom random, int tenant) {
    return switch (random.nextInt(4)) {
      case 0, 1 -> "*";
      case 2 -> "*." + domain(tenantNear(random, tenant));
      default -> host(random, tenantNear(random, tenant));
    };
  }

  /** A SenderIPAddresses entry. */
  String range(SplittableRandom random, int tenant) {
    return source(random, tenant) + "/" + random.nextInt(24, 33);
  }

  /** The address of a tenant's relay, of a gateway, or of an unknown host near to one of these. */
  String source(SplittableRandom random, int tenant) {
    int of = random.nextInt(3) == 0 ? -1 - gateway(random) : tenantNear(random, tenant);
    int address = Population.unicast(new SplittableRandom(of));
    return IpAddress.ofIpv4(random.nextInt(4) == 0 ? address ^ random.nextInt(256) : address)
        .toString();
  }

  /** One of a few. */
  static Forest forest(SplittableRandom random) {
    return new Forest("eurprd0" + random.nextInt(1, 4));
  }
}
