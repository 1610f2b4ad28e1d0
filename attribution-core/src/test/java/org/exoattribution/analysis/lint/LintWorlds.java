package org.exoattribution.analysis.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/** Random directories of few names and addresses, so that connectors often stand in the way. */
final class LintWorlds {
  static final List<String> DOMAINS =
      List.of("contoso.com", "mail.contoso.com", "a.mail.contoso.com", "fabrikam.com");
  private static final int TENANTS = 3;
  private static final List<String> PATTERNS =
      List.of(
          "contoso.com",
          "mail.contoso.com",
          "a.mail.contoso.com",
          "*.contoso.com",
          "*.mail.contoso.com",
          "fabrikam.com",
          "*.com",
          "*.smtp.sendgrid.net",
          "mx1.pphosted.com",
          "*.pphosted.com",
          "gw.mail.contoso.com",
          "gw.provider.example");
  private static final List<String> RANGES =
      List.of("81.0.0.0/24", "81.0.0.0/30", "81.0.0.0/31", "81.0.0.0", "81.0.0.1", "81.0.0.2/31");

  private LintWorlds() {}

  static Arbitrary<TenantDirectory> directories() {
    return Combinators.combine(
            Arbitraries.integers().between(0, TENANTS - 1).list().ofSize(DOMAINS.size()),
            connectors().list().ofMaxSize(8))
        .as(LintWorlds::directory);
  }

  /** A connector and the number of its tenant; the first tenant has half of them. */
  private record Owned(int tenant, InboundConnector connector) {}

  private static Arbitrary<Owned> connectors() {
    return Combinators.combine(
            Arbitraries.of(0, 0, 1, 2),
            Arbitraries.of("A", "B", "C", "D"),
            Arbitraries.of(true, true, false),
            some(PATTERNS, 1),
            some(RANGES, 2),
            some(List.of("*", "*.contoso.com", "contoso.com", "fabrikam.com"), 2),
            some(DOMAINS, 2),
            flags())
        .as(LintWorlds::connector)
        .filter(owned -> owned.connector() instanceof PartnerConnector || identifies(owned));
  }

  private record Flags(boolean restricts, boolean requiresTls, boolean enabled) {}

  private static Arbitrary<Flags> flags() {
    return Combinators.combine(
            Arbitraries.of(false, false, true),
            Arbitraries.of(false, false, true),
            Arbitraries.of(true, true, true, true, false))
        .as(Flags::new);
  }

  private static Arbitrary<List<String>> some(List<String> values, int most) {
    return Arbitraries.of(values).list().ofMaxSize(most).uniqueElements();
  }

  private static Owned connector(
      int tenant,
      String name,
      boolean onPremises,
      List<String> patterns,
      List<String> ranges,
      List<String> senders,
      List<String> associated,
      Flags flags) {
    boolean restricts = flags.restricts;
    return new Owned(
        tenant,
        onPremises && !(patterns.isEmpty() && ranges.isEmpty())
            ? fill(OnPremisesConnector.builder(name), patterns, ranges, senders, associated)
                .enabled(flags.enabled)
                .restrictDomainsToCertificate(restricts)
                .restrictDomainsToIpAddresses(restricts)
                .build()
            : fill(PartnerConnector.builder(name), patterns, ranges, senders, associated)
                .enabled(flags.enabled)
                .requireTls(flags.requiresTls)
                .restrictDomainsToCertificate(restricts && !patterns.isEmpty())
                .restrictDomainsToIpAddresses(restricts && !ranges.isEmpty())
                .build());
  }

  private static boolean identifies(Owned owned) {
    return !owned.connector().senderIpAddresses().isEmpty()
        || owned.connector().tlsSenderCertificateName().isPresent();
  }

  private static <C extends InboundConnector> InboundConnector.Builder<C> fill(
      InboundConnector.Builder<C> builder,
      List<String> patterns,
      List<String> ranges,
      List<String> senders,
      List<String> associated) {
    InboundConnector.Builder<C> filled =
        builder
            .senderIpAddresses(ranges.toArray(String[]::new))
            .senderDomains(senders.toArray(String[]::new))
            .associatedAcceptedDomains(associated.toArray(String[]::new));
    for (String pattern : patterns) {
      filled = filled.tlsSenderCertificateName(pattern);
    }
    return filled;
  }

  private static TenantDirectory directory(List<Integer> holders, List<Owned> connectors) {
    List<Tenant.Builder> tenants = new ArrayList<>();
    for (int i = 0; i < TENANTS; i++) {
      tenants.add(Tenant.builder("t" + i).rejectDirectSend(i == TENANTS - 1));
    }
    for (int i = 0; i < DOMAINS.size(); i++) {
      tenants.get(holders.get(i)).acceptedDomains(DOMAINS.get(i));
    }
    Set<String> taken = new HashSet<>(); // DIR-1
    for (Owned each : connectors) {
      if (taken.add(each.tenant() + each.connector().name())) {
        tenants.get(each.tenant()).inboundConnector(each.connector());
      }
    }
    return TenantDirectory.of(tenants.stream().map(Tenant.Builder::build).toList());
  }
}
