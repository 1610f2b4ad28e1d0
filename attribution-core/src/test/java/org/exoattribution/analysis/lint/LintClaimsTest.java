package org.exoattribution.analysis.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.exoattribution.analysis.lint.LintMail.Message;
import org.exoattribution.model.Attribution.Verdict;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.ReversePath;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/** What each finding says of mail, held against mail, in random directories. */
class LintClaimsTest {
  /** A stranger's address, and a domain that nobody accepts. */
  private static final String NOWHERE = "192.0.2.1";

  private static final String OUTSIDE = "example.net";

  /** A finding, with what it is about. */
  private record Case(LintMail mail, Tenant tenant, InboundConnector connector) {
    /** Whether mail of a stranger may be tried, of whose domain nothing is said. */
    boolean appliesToAll() {
      return connector.associatedAcceptedDomains().isEmpty();
    }

    List<String> domains() {
      return tenant.acceptedDomains().stream().map(d -> d.domainName().value()).toList();
    }

    CertificateNamePattern name() {
      return connector.tlsSenderCertificateName().orElseThrow();
    }

    /** A host that has a certificate for the connector's name. */
    String host() {
      return (name().wildcard() ? "zz." : "") + name().domain();
    }

    boolean isOriginating(Message message) {
      return mail.verdict(message) == Verdict.ORIGINATING
          && mail.resolve(message).tenantName().filter(tenant.name()::equals).isPresent();
    }

    Stream<Message> toOwn(Message message) {
      return domains().stream().map(message::to);
    }

    /**
     * From its addresses and a stranger's, without a certificate and with the one that it names.
     */
    Stream<Message> everywhere() {
      return Stream.concat(Stream.of(NOWHERE), addresses())
          .distinct()
          .flatMap(LintMail::envelopes)
          .flatMap(
              m ->
                  connector.tlsSenderCertificateName().isEmpty()
                      ? Stream.of(m)
                      : Stream.of(m, m.with(host())));
    }

    boolean isAssociated(String sender) {
      return connector.associatedAcceptedDomains().stream().anyMatch(d -> d.value().equals(sender));
    }

    /** The first and the last of each range. */
    Stream<String> addresses() {
      return connector.senderIpAddresses().stream()
          .flatMap(
              range ->
                  Stream.of(0, (1 << (32 - range.prefixLength())) - 1)
                      .map(host -> IpAddress.ofIpv4(range.networkBits() + host)))
          .map(IpAddress::toString);
    }

    boolean refuses(Message message, RejectionReason reason) {
      return mail.reason(message).filter(reason::equals).isPresent();
    }
  }

  private static final Message STRANGER = Message.from(NOWHERE, OUTSIDE);

  private static final Map<String, BiPredicate<Case, LintFinding>> CLAIMS = claims();

  private static Map<String, BiPredicate<Case, LintFinding>> claims() {
    Map<String, BiPredicate<Case, LintFinding>> claims = new HashMap<>();
    BiPredicate<Case, LintFinding> bouncesFail =
        (c, finding) -> !c.isOriginating(STRANGER.of("<>").with(c.name().domain().value()));
    claims.put("CERTIFICATE_DOMAIN_NOT_ACCEPTED", bouncesFail);
    claims.put("CERTIFICATE_DOMAIN_BELOW_ACCEPTED_DOMAIN", bouncesFail);
    claims.put("CERTIFICATE_NAME_OF_ANOTHER_TENANT", bouncesFail);
    claims.put(
        "CERTIFICATE_NAME_SHARED",
        (c, finding) ->
            !c.tenant.owns(c.name())
                || !c.appliesToAll()
                || c.isOriginating(STRANGER.with(c.host())));
    // Taken for this tenant's, or for another's that owns a wildcard above.
    BiPredicate<Case, LintFinding> takesStrangers =
        (c, finding) ->
            !c.appliesToAll()
                || c.toOwn(STRANGER.with(c.host()))
                    .allMatch(m -> c.mail.verdict(m) == Verdict.ORIGINATING);
    claims.put("SHARED_SENDER_NAMED", takesStrangers);
    claims.put("WILDCARD_COVERS_GATEWAY", takesStrangers);
    claims.put("WILDCARD_OVER_PUBLIC_SUFFIX", takesStrangers);
    claims.put(
        "GATEWAY_NAMED",
        (c, finding) ->
            c.connector.tlsSenderCertificateName().isEmpty() || takesStrangers.test(c, finding));
    BiPredicate<Case, LintFinding> takesSome =
        (c, finding) ->
            !c.appliesToAll()
                || c.domains().isEmpty()
                || Stream.concat(Stream.of(c.host()), LintMail.PRESENTED.stream())
                    .map(STRANGER::with)
                    .flatMap(c::toOwn)
                    .anyMatch(c::isOriginating);
    claims.put("WILDCARD_COVERS_OTHERS", takesSome);
    claims.put("WILDCARD_CAPTURES_EVERY_HOST", takesSome);
    claims.put(
        "ADDRESS_SHARED",
        (c, finding) ->
            c.addresses().noneMatch(a -> c.isOriginating(Message.from(a, "<>").to(OUTSIDE))));
    claims.put(
        "ADDRESS_OF_ANOTHERS_PARTNER",
        (c, finding) ->
            !c.appliesToAll()
                || c.domains().stream()
                    .allMatch(
                        d -> c.addresses().allMatch(a -> c.isOriginating(Message.from(a, d)))));
    claims.put(
        "CONNECTOR_BY_ADDRESS_ALONE",
        (c, finding) ->
            LintMail.envelopes("2001:db8::1").noneMatch(m -> c.mail.comesThrough(m, c.connector)));
    claims.put(
        "ON_PREMISES_EXPECTED_TO_REJECT",
        (c, finding) -> LintMail.envelopes(NOWHERE).noneMatch(m -> c.mail.isBy(m, c.connector)));
    claims.put(
        "PARTNER_INSTEAD_OF_ON_PREMISES",
        (c, finding) ->
            (c.connector.tlsSenderCertificateName().isPresent()
                    && finding.message().contains("names a certificate"))
                ? c.domains().stream()
                    .noneMatch(d -> c.isOriginating(Message.from(NOWHERE, d).with(c.host())))
                : c.addresses()
                    .anyMatch(
                        a ->
                            c.domains().stream()
                                .noneMatch(d -> c.isOriginating(Message.from(a, d)))));
    claims.put(
        "PARTNER_REFUSES_HYBRID_MAIL",
        (c, finding) ->
            !c.appliesToAll()
                || c.domains().stream()
                    .filter(d -> covers(c.connector, d))
                    .allMatch(d -> c.refuses(STRANGER.of(d).to(d), PARTNER_RESTRICTION)));
    claims.put(
        "RESTRICTION_TO_ONE_VENDOR",
        (c, finding) -> c.toOwn(STRANGER).allMatch(m -> c.refuses(m, PARTNER_RESTRICTION)));
    claims.put(
        "RESTRICTION_NEVER_MET",
        (c, finding) ->
            Stream.concat(Stream.of(OUTSIDE), LintWorlds.DOMAINS.stream())
                .filter(s -> covers(c.connector, s))
                .filter(s -> c.appliesToAll() || c.isAssociated(s))
                .flatMap(s -> c.toOwn(STRANGER.of(s)))
                .allMatch(m -> c.refuses(m, PARTNER_RESTRICTION)));
    claims.put("PARTNER_ADDRESSES_WITHOUT_EFFECT", (c, finding) -> hasNoAddressEffect(c));
    claims.put(
        "PARTNER_CERTIFICATE_WITHOUT_TLS",
        (c, finding) ->
            ((PartnerConnector) c.connector).isRestricting()
                || LintMail.envelopes(NOWHERE)
                    .flatMap(m -> Stream.of(m, m.inPlaintext()))
                    .noneMatch(m -> c.mail.isBy(m, c.connector)));
    claims.put(
        "PARTNER_REFUSES_PLAINTEXT",
        (c, finding) ->
            c.toOwn(STRANGER.inPlaintext())
                .allMatch(m -> c.refuses(m, RejectionReason.TLS_REQUIRED)));
    claims.put(
        "DIRECT_SEND_CONNECTOR_TIED",
        (c, finding) ->
            c.domains().stream()
                .filter(d -> finding.message().contains(" as " + d + " is refused"))
                .allMatch(
                    d ->
                        c.addresses()
                            .allMatch(
                                a ->
                                    c.mail.verdict(Message.from(a, d).to(d)) == Verdict.REJECTED)));
    // Nobody's mail comes through it but that of the domains, the tenant's or not.
    claims.put(
        "ASSOCIATED_DOMAIN_NOT_ACCEPTED",
        (c, finding) ->
            c.everywhere()
                .filter(m -> !c.isAssociated(m.sender()))
                .noneMatch(m -> c.mail.comesThrough(m, c.connector)));
    claims.put("ASSOCIATED_DOMAINS_OVERLAP", LintClaimsTest::isDecidedByNobody);
    claims.put(
        "ENHANCED_FILTERING_ABSENT",
        (c, finding) -> c.toOwn(STRANGER).allMatch(m -> c.refuses(m, PARTNER_RESTRICTION)));
    claims.put(
        "RESTRICTION_WITHOUT_VALUES",
        (c, finding) -> {
          LintMail without =
              c.mail.in(
                  c.tenant.withInboundConnector(
                      ((OnPremisesConnector) c.connector)
                          .toBuilder()
                              .restrictDomainsToCertificate(false)
                              .restrictDomainsToIpAddresses(false)
                              .build()));
          return c.everywhere().allMatch(m -> c.mail.outcome(m).equals(without.outcome(m)));
        });
    claims.put("PARTNER_REQUIRES_TLS_OF_ADDRESSES", LintClaimsTest::refusesWhatIsPlaintext);
    return claims;
  }

  /** Nothing comes through it in plaintext, and what would without RequireTls is refused by it. */
  private static boolean refusesWhatIsPlaintext(Case c, LintFinding finding) {
    PartnerConnector lenient =
        ((PartnerConnector) c.connector).toBuilder().requireTls(false).build();
    LintMail without = c.mail.in(c.tenant.withInboundConnector(lenient));
    return c.everywhere()
        .map(Message::inPlaintext)
        .allMatch(
            m ->
                without.comesThrough(m, lenient)
                    ? c.refuses(m, RejectionReason.TLS_REQUIRED) && c.mail.isBy(m, c.connector)
                    : !c.mail.comesThrough(m, c.connector));
  }

  /**
   * What either would take alone, one of both takes; and if they differ in nothing but what is said
   * of them, the first by name.
   */
  private static boolean isDecidedByNobody(Case c, LintFinding finding) {
    InboundConnector other =
        c.tenant.inboundConnectors().stream()
            .filter(each -> finding.message().contains('"' + each.name() + '"'))
            .findFirst()
            .orElseThrow();
    LintMail both = c.mail.in(with(c.tenant, other, c.connector));
    LintMail one = c.mail.in(with(c.tenant, other));
    LintMail alone = c.mail.in(with(c.tenant, c.connector));
    InboundConnector first =
        InboundConnector.BY_NAME.compare(other, c.connector) < 0 ? other : c.connector;
    return c.everywhere()
        .filter(m -> one.comesThrough(m, other) && alone.comesThrough(m, c.connector))
        .allMatch(
            m ->
                isAlike(other, c.connector)
                    ? both.comesThrough(m, first)
                    : both.comesThrough(m, other) || both.comesThrough(m, c.connector));
  }

  private static Tenant with(Tenant tenant, InboundConnector... connectors) {
    Tenant.Builder builder = tenant.toBuilder().clearInboundConnectors();
    List.of(connectors).forEach(builder::inboundConnector);
    return builder.build();
  }

  private static boolean isAlike(InboundConnector one, InboundConnector other) {
    return one.tlsSenderCertificateName().equals(other.tlsSenderCertificateName())
        && one.senderIpAddresses().equals(other.senderIpAddresses())
        && one.senderDomains().equals(other.senderDomains())
        && one.restrictDomainsToIpAddresses() == other.restrictDomainsToIpAddresses()
        && one.restrictDomainsToCertificate() == other.restrictDomainsToCertificate();
  }

  private static final RejectionReason PARTNER_RESTRICTION = RejectionReason.PARTNER_RESTRICTION;

  private static boolean covers(InboundConnector connector, String sender) {
    return ((PartnerConnector) connector).covers(ReversePath.parse(sender));
  }

  private static boolean hasNoAddressEffect(Case c) {
    LintMail without =
        c.mail.in(
            c.tenant.withInboundConnector(
                ((PartnerConnector) c.connector)
                    .toBuilder().senderIpAddresses(List.<SenderIpRange>of()).build()));
    return c.addresses()
        .flatMap(LintMail::envelopes)
        .allMatch(m -> c.mail.outcome(m).equals(without.outcome(m)));
  }

  @Provide
  Arbitrary<TenantDirectory> directories() {
    return LintWorlds.directories();
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void what_a_finding_says_of_mail_is_so(@ForAll("directories") TenantDirectory directory) {
    LintMail mail = new LintMail(directory);
    for (LintFinding finding : Linter.standard().findings(directory).toList()) {
      BiPredicate<Case, LintFinding> claim = CLAIMS.get(finding.id());
      if (claim != null) {
        Tenant tenant = directory.tenant(finding.tenant()).orElseThrow();
        InboundConnector connector =
            tenant.inboundConnector(finding.connector().orElseThrow()).orElseThrow();
        assertThat(claim.test(new Case(mail, tenant, connector), finding))
            .as("%s in %s", finding, tenant.inboundConnectors())
            .isTrue();
      }
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void direct_send_is_as_findings_about_the_tenant_say(
      @ForAll("directories") TenantDirectory directory) {
    LintMail mail = new LintMail(directory);
    for (LintFinding finding : Linter.standard().findings(directory).toList()) {
      Tenant tenant = directory.tenant(finding.tenant()).orElseThrow();
      List<Message> own = new ArrayList<>();
      tenant.acceptedDomains().forEach(d -> own.add(STRANGER.of(d.domainName().value())));
      if (finding.id().equals("DIRECT_SEND_NOT_REJECTED")) {
        assertThat(own).anyMatch(m -> mail.verdict(m.to(m.sender())) == Verdict.INCOMING);
      } else if (finding.id().equals("DIRECT_SEND_WITHOUT_CONNECTOR")) {
        if (finding.connector().isEmpty()) {
          assertThat(own).allMatch(m -> mail.verdict(m.to(m.sender())) == Verdict.REJECTED);
        } else {
          Predicate<Message> isRefused =
              from ->
                  own.stream()
                      .map(m -> from.of(m.sender()).to(m.sender()))
                      .filter(m -> !isForAnother(directory, tenant, m.sender()))
                      .allMatch(m -> mail.verdict(m) == Verdict.REJECTED);
          assertThat(sourcesIn(finding))
              .as("%s in %s", finding, tenant.inboundConnectors())
              .isNotEmpty()
              .allSatisfy(
                  (source, messages) ->
                      assertThat(
                              source.endsWith(" in part")
                                  ? messages.stream().anyMatch(isRefused)
                                  : messages.stream().allMatch(isRefused))
                          .isTrue());
        }
      }
    }
  }

  /** Mail from each source that the finding names. */
  private static Map<String, List<Message>> sourcesIn(LintFinding finding) {
    Map<String, List<Message>> sources = new HashMap<>();
    String named = finding.message().replaceAll(".* name from | and others.*| is refused.*", "");
    for (String source : named.split(", ", -1)) {
      String text = source.replace(" in part", "");
      sources.put(
          source,
          text.matches("[0-9./]+")
              ? hosts(SenderIpRange.parse(text)).map(a -> Message.from(a, "<>")).toList()
              : List.of(STRANGER.with(text.replace("*", "zz"))));
    }
    return sources;
  }

  private static Stream<String> hosts(SenderIpRange range) {
    return IntStream.range(0, 1 << (32 - range.prefixLength()))
        .mapToObj(host -> IpAddress.ofIpv4(range.networkBits() + host).toString());
  }

  /** Whether another tenant says that mail of the domain is its own (CON-9). */
  private static boolean isForAnother(TenantDirectory directory, Tenant tenant, String domain) {
    return directory.tenants().stream()
        .filter(other -> !other.equals(tenant))
        .flatMap(other -> other.inboundConnectors().stream())
        .flatMap(connector -> connector.associatedAcceptedDomains().stream())
        .anyMatch(each -> each.value().equals(domain));
  }

  @Example
  void every_rule_has_a_claim_that_is_tried() {
    Set<String> tried = new TreeSet<>(CLAIMS.keySet());
    tried.addAll(LintProperties.NEVER_WINS);
    tried.addAll(LintTextTest.OF_THE_FILE);
    tried.addAll(List.of("DIRECT_SEND_NOT_REJECTED", "DIRECT_SEND_WITHOUT_CONNECTOR"));

    assertThat(tried)
        .containsExactlyInAnyOrderElementsOf(Linter.rules().stream().map(LintRule::id).toList());
  }

  @Example
  void the_worlds_bring_about_every_rule_with_a_claim() {
    Set<String> seen = new TreeSet<>();
    LintWorlds.directories().generator(100).stream(new Random(1))
        .limit(3_000)
        .forEach(
            directory ->
                Linter.standard()
                    .findings(directory.value())
                    .forEach(finding -> seen.add(finding.id())));

    assertThat(seen).containsAll(CLAIMS.keySet());
  }
}
