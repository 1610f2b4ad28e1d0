package org.exoattribution.analysis.lint;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.SenderIpRange;

/**
 * Hosts that send for many organizations. A certificate with a name of theirs, or their address,
 * says nothing about whose mail it comes with.
 *
 * @param kind what they do
 * @param operator who runs them
 * @param domain the domain that they, and the names of their certificates, lie in; empty if they
 *     are known by a network
 * @param network that network; empty if they are known by a domain
 * @param source where that is published
 */
record KnownGateway(
    Kind kind,
    String operator,
    Optional<DomainName> domain,
    Optional<Network> network,
    String source) {

  /** What hosts do for many. */
  enum Kind {
    /** They relay mail in and out. */
    GATEWAY,
    /** They send mailings. */
    SENDER
  }

  /** An IPv4 network of any size up to /24, so that no entry of SenderIPAddresses holds it. */
  record Network(int bits, int prefixLength) {

    /** Reads {@code 10.0.0.0/8}. */
    static Network parse(String text) {
      int slash = text.indexOf('/');
      int bits = IpAddress.parse(text.substring(0, slash)).ipv4Bits();
      return new Network(bits, Integer.parseInt(text.substring(slash + 1)));
    }

    boolean holds(SenderIpRange range) {
      return (range.networkBits() ^ bits) >>> (32 - prefixLength) == 0;
    }

    @Override
    public String toString() {
      return IpAddress.ofIpv4(bits) + "/" + prefixLength;
    }
  }

  private static final List<KnownGateway> ALL =
      file().lines().filter(line -> !line.startsWith("#")).map(KnownGateway::parse).toList();

  /** All that the linter knows by itself, from a file beside the class. */
  static List<KnownGateway> all() {
    return ALL;
  }

  private static String file() {
    try (InputStream file = KnownGateway.class.getResourceAsStream("known-gateways.txt")) {
      return new String(requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A gateway that is known from a configuration of one's own, such as a provider's. */
  static KnownGateway of(DomainName domain) {
    return new KnownGateway(
        Kind.GATEWAY,
        "a gateway of this configuration",
        Optional.of(domain),
        Optional.empty(),
        "this configuration");
  }

  /** A line of the file: kind; operator; domain or network; source. */
  private static KnownGateway parse(String line) {
    String[] fields = line.split("; ", 4);
    boolean network = fields[2].contains("/");
    return new KnownGateway(
        Kind.valueOf(fields[0].toUpperCase(Locale.ROOT)),
        fields[1],
        network ? Optional.empty() : Optional.of(DomainName.parse(fields[2])),
        network ? Optional.of(Network.parse(fields[2])) : Optional.empty(),
        fields[3]);
  }

  /** Whether the certificate name is one of theirs. */
  boolean holds(CertificateNamePattern name) {
    return domain.filter(d -> name.domain().equals(d) || name.domain().isBelow(d)).isPresent();
  }

  /** The operators of known networks that hold the range. */
  static Stream<String> networksOf(SenderIpRange range) {
    return all().stream()
        .filter(each -> each.network.filter(network -> network.holds(range)).isPresent())
        .map(KnownGateway::operator);
  }

  /** {@code pphosted.com (Proofpoint)}. */
  @Override
  public String toString() {
    return domain.map(Object::toString).orElseGet(() -> network.toString()) + " (" + operator + ")";
  }
}
