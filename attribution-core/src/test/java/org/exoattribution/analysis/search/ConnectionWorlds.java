package org.exoattribution.analysis.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.Forest;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Readings;
import org.exoattribution.model.ReversePath;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/**
 * Small random worlds whose tenants get in each other's way, and random connections that owe
 * nothing to the atoms of a search: deeper names, other addresses, certificates with up to three
 * names.
 */
public final class ConnectionWorlds {
  private static final List<String> DOMAINS =
      List.of(
          "contoso.com",
          "a.contoso.com",
          "b.a.contoso.com",
          "fabrikam.com",
          "gw.fabrikam.com",
          "x.gw.fabrikam.com",
          "shared.example",
          "gw.shared.example");
  private static final List<String> RANGES =
      List.of(
          "192.0.2.0/24",
          "192.0.2.0/25",
          "192.0.2.7",
          "192.0.2.200/30",
          "198.51.100.1",
          "255.255.255.255",
          "0.0.0.0/24");
  private static final List<String> ADDRESSES =
      List.of(
          "192.0.2.0",
          "192.0.2.7",
          "192.0.2.8",
          "192.0.2.127",
          "192.0.2.128",
          "192.0.2.201",
          "192.0.2.204",
          "192.0.2.255",
          "192.0.3.0",
          "198.51.100.1",
          "198.51.100.2",
          "0.0.0.9",
          "255.255.255.255",
          "255.255.255.254",
          "2001:db8::7");

  private static final List<Optional<Forest>> FORESTS =
      List.of(
          Optional.empty(),
          Optional.of(Forest.parse("eurprd01")),
          Optional.of(Forest.parse("namprd02")));
  private static final List<Optional<Forest>> FRONT_ENDS =
      Stream.concat(FORESTS.stream(), Stream.of(Optional.of(Forest.parse("apcprd03")))).toList();

  private final Random random;

  public ConnectionWorlds(long seed) {
    this.random = new Random(seed);
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private boolean once(int in) {
    return random.nextInt(in) == 0;
  }

  public TenantDirectory directory() {
    List<Tenant.Builder> tenants = new ArrayList<>();
    boolean forests = once(2);
    for (int i = 0; i <= random.nextInt(3); i++) {
      Tenant.Builder tenant = Tenant.builder("tenant " + i).rejectDirectSend(once(3));
      tenants.add(tenant.mailEnabled(!once(6)));
      if (forests) {
        any(FORESTS).ifPresent(tenant::forest);
      }
      for (int c = random.nextInt(4); c > 0; c--) {
        tenant.inboundConnector(connector("connector " + c));
      }
    }
    for (String domain : DOMAINS) {
      if (!once(3)) {
        any(tenants).acceptedDomain(AcceptedDomain.parse(domain).withMatchSubDomains(once(3)));
      }
    }
    return TenantDirectory.of(tenants.stream().map(Tenant.Builder::build).toList());
  }

  /** The directory with a connector changed, added or taken away, or a domain or tenant moved. */
  TenantDirectory changed(TenantDirectory directory) {
    Tenant tenant = any(List.copyOf(directory.tenants()));
    if (!tenant.inboundConnectors().isEmpty() && once(2)) {
      InboundConnector connector = any(tenant.inboundConnectors());
      return directory.withTenant(
          tenant.withInboundConnector(
              once(2) ? connector.withEnabled(!connector.enabled()) : connector(connector.name())));
    }
    if (tenant.forest().isPresent() && once(2)) {
      return directory.withTenant(
          tenant.toBuilder().forest(any(FORESTS).orElse(Forest.parse("eurprd02"))).build());
    }
    if (!tenant.acceptedDomains().isEmpty() && once(2)) {
      Tenant.Builder fewer = tenant.toBuilder().clearAcceptedDomains();
      tenant.acceptedDomains().stream().skip(1).forEach(fewer::acceptedDomain);
      return directory.withTenant(fewer.build());
    }
    return directory.withTenant(tenant.withInboundConnector(connector("added")));
  }

  private InboundConnector connector(String name) {
    boolean partner = once(3);
    InboundConnector.Builder<?> builder =
        partner ? PartnerConnector.builder(name) : OnPremisesConnector.builder(name);
    boolean byName = once(2);
    if (byName) {
      builder.tlsSenderCertificateName((once(3) ? "*." : "") + any(DOMAINS));
    }
    boolean byAddress = !byName || once(3);
    if (byAddress) {
      builder.senderIpAddresses(any(RANGES));
    }
    if (once(4)) {
      builder.associatedAcceptedDomains(any(DOMAINS));
    }
    if (partner) {
      builder
          .requireTls(once(2))
          .senderDomains(once(2) ? "*" : (once(2) ? "*." : "") + any(DOMAINS));
      builder.restrictDomainsToCertificate(byName && once(2));
      builder.restrictDomainsToIpAddresses(byAddress && once(2));
    }
    return builder.enabled(!once(5)).build();
  }

  public AttributionEngine engine(TenantDirectory directory, boolean oldRules) {
    Readings readings = Readings.defaults();
    if (once(2)) {
      readings =
          readings
              .with("wildcardDepth", once(2) ? "ALL_SUBDOMAINS" : "SINGLE_LABEL")
              .with("wildcardCertificate", once(2) ? "COVERS_HOST" : "LITERAL")
              .with("badCertificate", once(2) ? "IGNORE" : "REFUSE")
              .with("recipientOnlyIpMatch", once(2) ? "ORIGINATING" : "INCOMING")
              .with("associatedDomains", any(List.of("SENDER", "RECIPIENT", "EITHER")));
    }
    RuleSet rules = oldRules ? any(List.of(RuleSet.V2016, RuleSet.V2017)) : RuleSet.CURRENT;
    return AttributionEngine.builder(directory).ruleSet(rules).readings(readings).build();
  }

  public ConnectionWitness connection() {
    List<PresentedName> names = new ArrayList<>();
    for (int i = any(List.of(0, 1, 1, 2, 2, 3)); i > 0; i--) {
      names.add(new PresentedName(name(), once(3)));
    }
    return new ConnectionWitness(
        IpAddress.parse(any(ADDRESSES)),
        !names.isEmpty() || once(2),
        names,
        names.isEmpty() || !once(5),
        once(8) ? ReversePath.NULL : ReversePath.of(name()),
        once(2) ? Optional.empty() : Optional.of(name()),
        ForwardPath.of(name()),
        any(FRONT_ENDS));
  }

  /** Whether somebody can have such a certificate, as far as these directories tell. */
  static boolean isPossible(ConnectionWitness mail, AttributionEngine... engines) {
    return mail.certificateNames().stream()
        .filter(PresentedName::wildcard)
        .allMatch(name -> Stream.of(engines).anyMatch(engine -> isNamed(name, engine)));
  }

  private static boolean isNamed(PresentedName wildcard, AttributionEngine engine) {
    for (Tenant tenant : engine.directory().tenants()) {
      for (AcceptedDomain accepted : tenant.acceptedDomains()) {
        if (wildcard.domain().equals(accepted.domainName())
            || wildcard.domain().isBelow(accepted.domainName())) {
          return true;
        }
      }
      for (InboundConnector connector : tenant.inboundConnectors()) {
        if (connector.enabled()
            && connector.tlsSenderCertificateName().filter(n -> n.wildcard()).isPresent()
            && connector.matches(List.of(wildcard), engine.readings())) {
          return true;
        }
      }
    }
    return false;
  }

  private DomainName name() {
    String domain = once(6) ? "elsewhere.example" : any(DOMAINS);
    return DomainName.parse((once(3) ? "host." : "") + (once(4) ? "deep." : "") + domain);
  }
}
