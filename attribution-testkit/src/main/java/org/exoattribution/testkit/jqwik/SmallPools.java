package org.exoattribution.testkit.jqwik;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.Forest;
import org.exoattribution.model.SenderIpRange;

/**
 * The few names, addresses and instants that everything is drawn from by default. They are few so
 * that tenants, connectors and connections meet each other; each list begins with what a shrunk
 * sample should end up with.
 */
final class SmallPools {
  static final List<String> TENANT_NAMES =
      List.of(
          "contoso",
          "fabrikam",
          "tailspintoys",
          "adatum",
          "northwind",
          "Litware",
          "Proseware",
          "wingtip");

  /** Three families with two or three levels below, so that parents and children meet. */
  static final List<DomainName> DOMAINS =
      domains(
          "contoso.com",
          "fabrikam.com",
          "mail.contoso.com",
          "mail.fabrikam.com",
          "eu.contoso.com",
          "eu.fabrikam.com",
          "mail.eu.contoso.com",
          "gateway.example",
          "mail.gateway.example",
          "tailspintoys.com");

  /** What nobody accepts, unless a test adds it. */
  static final List<DomainName> STRANGE_DOMAINS =
      domains("stranger.example", "newsletter.stranger.example");

  /**
   * Differences in case only count as one name; "b" stands between "A" and "C" whatever its case.
   */
  static final List<String> CONNECTOR_NAMES =
      List.of("gateway A", "gateway b", "Gateway C", "Inbound from HCW", "relay", "Printers");

  static final List<Forest> FORESTS = List.of(new Forest("eurprd04"), new Forest("namprd09"));

  /** Ranges that touch, overlap and lie apart, RFC 5737; some with host bits set. */
  static final List<SenderIpRange> RANGES =
      List.of(
          SenderIpRange.parse("192.0.2.10"),
          SenderIpRange.parse("192.0.2.11"),
          SenderIpRange.parse("192.0.2.1/28"),
          SenderIpRange.parse("192.0.2.130/25"),
          SenderIpRange.parse("192.0.2.0/24"),
          SenderIpRange.parse("198.51.100.7"),
          SenderIpRange.parse("198.51.100.6/31"),
          SenderIpRange.parse("198.51.100.4/30"),
          SenderIpRange.parse("203.0.113.0/24"));

  /** From no range above, and from none that there could be. */
  static final List<String> STRANGE_ADDRESSES = List.of("198.51.100.200", "2001:db8::10");

  /** Labels to put in front of a name. */
  static final List<String> LABELS = List.of("mail", "gw", "eu");

  static final Instant TODAY = Instant.parse("2026-01-01T00:00:00Z");

  /** Today, and both sides of the instants at which MULTI-2 changed. */
  static final List<Instant> INSTANTS =
      List.of(
          TODAY,
          Instant.parse("2017-12-07T00:00:00Z"),
          Instant.parse("2017-07-05T00:00:00Z"),
          Instant.parse("2017-07-04T23:59:59Z"),
          Instant.parse("2017-12-31T23:59:59Z"),
          Instant.parse("2018-01-01T00:00:00Z"));

  private SmallPools() {}

  private static List<DomainName> domains(String... names) {
    return Arrays.stream(names).map(DomainName::parse).toList();
  }
}
