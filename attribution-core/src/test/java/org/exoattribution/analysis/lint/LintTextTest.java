package org.exoattribution.analysis.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.exoattribution.certificate.PemCertificates;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/**
 * Findings about what is written in a configuration, held in random directories against what the
 * page of the rule says, in other words than the linter's: there is one exactly where it is so.
 */
class LintTextTest {
  /** Of mail.contoso.com. */
  private static final X509Certificate CERTIFICATE =
      PemCertificates.certificates(LinterTest.text("mail.contoso.com.pem")).get(0);

  private static final Instant NOT_AFTER = Instant.parse("2027-11-24T15:12:20Z");
  private static final List<String> RANGES =
      List.of(
          "0.1.0.0/24",
          "10.9.8.7",
          "11.0.0.1",
          "100.63.0.1",
          "100.64.0.1",
          "100.127.255.0/24",
          "100.128.0.1",
          "126.0.0.1",
          "127.9.9.9",
          "169.253.0.1",
          "169.254.0.1",
          "172.15.0.0/24",
          "172.16.0.0/24",
          "172.31.255.255",
          "172.32.0.1",
          "192.0.0.8",
          "192.0.1.8",
          "192.0.2.0/25",
          "192.0.3.1",
          "192.167.1.1",
          "192.168.7.0/24",
          "192.169.0.1",
          "198.17.0.1",
          "198.18.0.0/24",
          "198.19.255.255",
          "198.20.0.1",
          "198.51.99.1",
          "198.51.100.128/25",
          "203.0.112.1",
          "203.0.113.77",
          "223.255.255.255",
          "224.0.0.1",
          "239.1.1.1",
          "240.0.0.1");

  /** When there is a finding about a connector. */
  private interface Definition {
    boolean isMet(Tenant tenant, InboundConnector connector, Instant at);
  }

  private static final Map<String, Definition> DEFINITIONS =
      Map.of(
          "ADDRESS_NOT_PUBLIC",
          (tenant, connector, at) ->
              connector.enabled()
                  && connector.senderIpAddresses().stream().anyMatch(LintTextTest::isReserved),
          "ASSOCIATED_DOMAIN_NOT_ACCEPTED",
          (tenant, connector, at) ->
              connector.enabled()
                  && !accepted(tenant).containsAll(connector.associatedAcceptedDomains()),
          "ASSOCIATED_DOMAINS_OVERLAP",
          (tenant, connector, at) ->
              connector.enabled()
                  && before(tenant, connector)
                      .filter(InboundConnector::enabled)
                      .filter(other -> other.connectorType().equals(connector.connectorType()))
                      .anyMatch(
                          other ->
                              other.associatedAcceptedDomains().stream()
                                  .anyMatch(connector.associatedAcceptedDomains()::contains)),
          "CERTIFICATE_EXPIRES",
          (tenant, connector, at) ->
              connector.enabled()
                  && at.plus(Duration.ofDays(30)).isAfter(NOT_AFTER)
                  && connector
                      .tlsSenderCertificateName()
                      .filter(
                          name ->
                              "mail.contoso.com".equals(name.domain().value())
                                  || (name.wildcard()
                                      && "mail.contoso.com".endsWith("." + name.domain())))
                      .isPresent(),
          "ENHANCED_FILTERING_ABSENT",
          (tenant, connector, at) ->
              connector instanceof PartnerConnector
                  && connector.enabled()
                  && (connector.restrictDomainsToCertificate()
                      || connector.restrictDomainsToIpAddresses())
                  && connector.senderDomains().toString().matches(".*[\\[ ]\\*[,;\\]].*")
                  && connector.associatedAcceptedDomains().isEmpty()
                  && !"True".equals(connector.otherProperties().get("EFSkipLastIP"))
                  && !connector.otherProperties().containsKey("EFSkipIPs"),
          "RESTRICTION_WITHOUT_VALUES",
          (tenant, connector, at) ->
              connector instanceof OnPremisesConnector
                  && connector.enabled()
                  && ((connector.restrictDomainsToCertificate()
                          && connector.tlsSenderCertificateName().isEmpty())
                      || (connector.restrictDomainsToIpAddresses()
                          && connector.senderIpAddresses().isEmpty())),
          "SENDER_DOMAINS_TOO_LONG",
          (tenant, connector, at) ->
              connector.senderDomains().stream()
                      .map(entry -> "smtp:" + entry.toString().replaceAll("smtp:|;.*", "") + ";1")
                      .collect(Collectors.joining(","))
                      .length()
                  >= 2_243);

  static final Set<String> OF_THE_FILE = DEFINITIONS.keySet();

  private static boolean isReserved(SenderIpRange range) {
    return Stream.of(0, (1 << (32 - range.prefixLength())) - 1)
        .map(host -> IpAddress.ofIpv4(range.networkBits() + host))
        .allMatch(LintTextTest::isReserved);
  }

  private static boolean isReserved(IpAddress address) {
    try {
      InetAddress java = InetAddress.getByName(address.toString());
      return java.isSiteLocalAddress()
          || java.isLoopbackAddress()
          || java.isLinkLocalAddress()
          || java.isMulticastAddress()
          || address
              .toString()
              .matches(
                  "0\\..*|100\\.(6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])\\..*|192\\.0\\.[02]\\..*"
                      + "|198\\.1[89]\\..*|198\\.51\\.100\\..*|203\\.0\\.113\\..*|2[45]\\d\\..*");
    } catch (java.net.UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<DomainName> accepted(Tenant tenant) {
    return tenant.acceptedDomains().stream().map(d -> d.domainName()).collect(Collectors.toSet());
  }

  private static Stream<InboundConnector> before(Tenant tenant, InboundConnector connector) {
    return tenant.inboundConnectors().stream().takeWhile(each -> !each.equals(connector));
  }

  /** Directories whose connectors got more, of which nothing is said elsewhere. */
  @Provide
  Arbitrary<TenantDirectory> directories() {
    return Combinators.combine(LintWorlds.directories(), Arbitraries.longs())
        .as(
            (directory, seed) -> {
              Random random = new Random(seed);
              return TenantDirectory.of(
                  directory.tenants().stream().map(tenant -> with(tenant, random)).toList());
            });
  }

  private static Tenant with(Tenant tenant, Random random) {
    Tenant changed = tenant;
    for (InboundConnector each : tenant.inboundConnectors()) {
      changed =
          changed.withInboundConnector(
              each instanceof OnPremisesConnector onPremises
                  ? filled(onPremises.toBuilder(), each, random).build()
                  : filled(((PartnerConnector) each).toBuilder(), each, random).build());
    }
    return changed;
  }

  private static <C extends InboundConnector> InboundConnector.Builder<C> filled(
      InboundConnector.Builder<C> builder, InboundConnector connector, Random random) {
    InboundConnector.Builder<C> filled = builder;
    if (!connector.senderIpAddresses().isEmpty() && random.nextBoolean()) {
      List<String> ranges = new ArrayList<>();
      ranges.add(connector.senderIpAddresses().get(0).toString());
      ranges.add(RANGES.get(random.nextInt(RANGES.size())));
      filled = filled.senderIpAddresses(ranges.toArray(String[]::new));
    }
    if (random.nextInt(4) == 0) {
      filled = filled.otherProperty("EFSkipLastIP", random.nextBoolean() ? "True" : "False");
    }
    if (random.nextInt(8) == 0) {
      filled = filled.otherProperty("EFSkipIPs", "198.51.100.7");
    }
    if (random.nextInt(4) == 0) {
      String[] domains =
          IntStream.range(0, 108 + random.nextInt(8))
              .mapToObj(
                  i ->
                      "d" + i + (i == 0 ? "x".repeat(random.nextInt(40)) : "") + ".contoso.example")
              .toArray(String[]::new);
      filled = filled.senderDomains(domains);
    }
    return filled;
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void there_is_a_finding_exactly_where_the_page_says(
      @ForAll("directories") TenantDirectory directory, @ForAll boolean soon) {
    Instant at = NOT_AFTER.minus(Duration.ofDays(30)).plusSeconds(soon ? 1 : -1);
    Map<String, Set<String>> found =
        Linter.standard()
            .withCertificates(List.of(CERTIFICATE), at)
            .findings(directory)
            .collect(
                Collectors.groupingBy(
                    LintFinding::id,
                    Collectors.mapping(LintFinding::place, Collectors.toCollection(TreeSet::new))));

    DEFINITIONS.forEach(
        (rule, definition) -> {
          Set<String> expected = new TreeSet<>();
          for (Tenant tenant : directory.tenants()) {
            tenant.inboundConnectors().stream()
                .filter(connector -> definition.isMet(tenant, connector, at))
                .forEach(connector -> expected.add(tenant.name() + " / " + connector.name()));
          }
          assertThat(found.getOrDefault(rule, Set.of())).as(rule).isEqualTo(expected);
        });
  }

  @Example
  void the_directories_bring_about_every_one_of_these_rules() {
    Set<String> seen = new HashSet<>();
    directories().generator(100).stream(new Random(1))
        .limit(300)
        .forEach(
            directory ->
                Linter.standard()
                    .withCertificates(List.of(CERTIFICATE), NOT_AFTER)
                    .findings(directory.value())
                    .forEach(finding -> seen.add(finding.id())));

    assertThat(seen).containsAll(OF_THE_FILE);
  }
}
