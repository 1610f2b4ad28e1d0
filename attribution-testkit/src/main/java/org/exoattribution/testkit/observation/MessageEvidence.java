package org.exoattribution.testkit.observation;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.exoattribution.model.Attribution.Verdict;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.ReversePath;

/**
 * What the headers of a message tell of its attribution; which header tells what, {@code rule
 * OBSERVED} has with sources.
 */
final class MessageEvidence {
  private static final String CROSS_TENANT = "X-MS-Exchange-CrossTenant-";
  private static final String ORGANIZATION = "X-MS-Exchange-Organization-";
  private static final Pattern TENANT = Pattern.compile("(?i)TenantId=\\s*([^;\\s]+)");
  private static final Pattern IP =
      Pattern.compile("(?i)Ip=\\s*\\[\\s*(?:IPv6:)?([^\\]\\s]+)\\s*\\]");
  private static final Pattern HELO = Pattern.compile("(?i)Helo=\\s*\\[(.*)\\]");
  private static final Pattern CLIENT = Pattern.compile("(?i)\\bCIP:\\s*([^;\\s]+)");
  private static final Pattern DIRECTION = Pattern.compile("(?i)\\bDIR:\\s*([^;\\s]+)");
  private static final Pattern SENDER_IP =
      Pattern.compile("(?i)sender\\s+ip\\s+is\\s+([0-9a-f:.]+)");
  private static final Pattern SMTP_MAIL_FROM =
      Pattern.compile("(?i)smtp\\.mailfrom=\\s*([^;\\s]+)");

  private static final String VIA = "via frontend transport";

  /** The front ends of every cloud are called so; servers inside the service are not. */
  private static final String HOST = ".mail.protection.";

  private static final Pattern FROM =
      Pattern.compile("(?i)from\\s+(\\S+)\\s+\\((.*?)\\)\\s+by\\s+(\\S+)");
  private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]{2,}");
  private static final Pattern TLS = Pattern.compile("(?i)version=(TLS|SSL)");

  /** Which is rarely there. */
  private static final Pattern FOR = Pattern.compile("(?i)\\sfor\\s+<([^<>\\s]+)>");

  private final HeaderBlock headers;
  private final Evidence evidence = new Evidence();

  private MessageEvidence(HeaderBlock headers) {
    this.headers = headers;
  }

  /**
   * What the headers tell.
   *
   * @throws InvalidValueException if a value is not what its header holds
   */
  static Evidence of(HeaderBlock headers) {
    return new MessageEvidence(headers).read();
  }

  private Evidence read() {
    verdict();
    if (evidence.isHosted()) {
      return evidence;
    }
    Optional<String> connecting =
        headers.first(CROSS_TENANT + "OriginalAttributedTenantConnectingIp");
    evidence.tenant =
        find(TENANT, connecting)
            .or(() -> attributedTenant())
            .or(() -> headers.first(CROSS_TENANT + "Id"));
    evidence.source = find(IP, connecting).map(IpAddress::parse);
    evidence.ehlo = find(HELO, connecting).filter(name -> !name.isBlank());
    frontEnd();
    evidence.source =
        evidence.source.or(() -> find(CLIENT, antispamReport()).flatMap(MessageEvidence::address));
    mailFrom();
    if (evidence.rcptTo.isEmpty()) {
      headers.addresses("To").stream()
          .findFirst()
          .ifPresent(address -> evidence.rcptTo(address, "the first of To"));
    }
    evidence.at = evidence.at.or(() -> headers.first("Date").flatMap(HeaderBlock::date));
    evidence.headerFrom = headerFrom();
    evidence.beside("DIR", find(DIRECTION, antispamReport()));
    evidence.beside("AuthAs", either("AuthAs"));
    evidence.beside("X-OriginatorOrg", headers.first("X-OriginatorOrg"));
    return evidence;
  }

  private void verdict() {
    evidence.verdict =
        headers.first(ORGANIZATION + "MessageDirectionality").flatMap(Evidence::verdict);
    evidence.entity(either("FromEntityHeader"));
    if (evidence.verdict.isEmpty() && attributedTenant().isPresent()) {
      evidence.verdict = Optional.of(Verdict.INCOMING);
    }
  }

  private Optional<String> either(String name) {
    return headers.first(CROSS_TENANT + name).or(() -> headers.first(ORGANIZATION + name));
  }

  private Optional<String> attributedTenant() {
    return headers
        .first("X-EOPTenantAttributedMessage")
        .map(value -> value.split(":", 2)[0].strip());
  }

  private Optional<String> antispamReport() {
    return headers.first("X-Forefront-Antispam-Report");
  }

  /**
   * The newest Received line of the front end that took the message in, or the one about the client
   * if that is known: {@code from NAME (ADDRESS) by HOST.mail.protection.outlook.com (ADDRESS) with
   * Microsoft SMTP Server (version=TLS1_2, ...) id ... via Frontend Transport; DATE}.
   */
  private void frontEnd() {
    for (String line : headers.all("Received")) {
      Matcher from = FROM.matcher(line);
      if (line.toLowerCase(Locale.ROOT).contains(VIA) && from.lookingAt()) {
        Optional<IpAddress> source = firstAddress(from.group(2));
        boolean isFrontEnd = from.group(3).toLowerCase(Locale.ROOT).contains(HOST);
        if (source.isPresent() && evidence.source.map(source.get()::equals).orElse(isFrontEnd)) {
          evidence.source = source;
          evidence.ehlo = evidence.ehlo.or(() -> Optional.of(from.group(1)));
          evidence.tls = Optional.of(TLS.matcher(line).find());
          evidence.at = HeaderBlock.date(line.substring(line.lastIndexOf(';') + 1));
          find(FOR, Optional.of(line)).ifPresent(to -> evidence.rcptTo(to, "the front end's"));
          return;
        }
      }
    }
  }

  /** The first address in a comment such as {@code mail.contoso.com [IPv6:2001:db8::1]}. */
  private static Optional<IpAddress> firstAddress(String comment) {
    return ADDRESS
        .matcher(comment.replaceAll("(?i)IPv6:", ""))
        .results()
        .flatMap(candidate -> address(candidate.group()).stream())
        .findFirst();
  }

  private static Optional<IpAddress> address(String text) {
    try {
      return Optional.of(IpAddress.parse(text));
    } catch (InvalidValueException e) {
      return Optional.empty();
    }
  }

  /**
   * Return-Path, unless it is of a later hop: lists and forwarders write their own, and what the
   * service saw then stands in its verdict about SPF.
   */
  private void mailFrom() {
    Optional<DomainName> seen = mailFromSeen();
    evidence.mailFrom = headers.first("Return-Path").map(MessageEvidence::reversePath);
    if (seen.isPresent()
        && evidence.mailFrom.filter(p -> p.isNull() || p.domain().equals(seen)).isEmpty()) {
      String later = "MAIL FROM is what the service saw; a later hop wrote the Return-Path, of ";
      evidence.mailFrom.flatMap(ReversePath::domain).ifPresent(by -> evidence.note(later + by));
      evidence.mailFrom = seen.map(ReversePath::of);
    }
    if (evidence.mailFrom.isEmpty()) {
      evidence.mailFrom = headerFrom().map(ReversePath::of);
      evidence.mailFrom.ifPresent(
          p -> evidence.note("there is no Return-Path, and MAIL FROM is taken from From"));
    }
  }

  private Optional<DomainName> headerFrom() {
    return headers.addresses("From").stream().findFirst().flatMap(MessageEvidence::domain);
  }

  private static ReversePath reversePath(String value) {
    int start = value.indexOf('<');
    int end = value.indexOf('>', start + 1);
    return ReversePath.parse(start >= 0 && end > 0 ? value.substring(start, end + 1) : value);
  }

  /** The MAIL FROM domain in the service's verdict about this very client. */
  private Optional<DomainName> mailFromSeen() {
    return Stream.of(
            "X-MS-Exchange-Authentication-Results",
            "Authentication-Results",
            "ARC-Authentication-Results")
        .flatMap(name -> headers.all(name).stream())
        .filter(value -> evidence.source.isPresent() && evidence.source.equals(client(value)))
        .flatMap(value -> find(SMTP_MAIL_FROM, Optional.of(value)).stream())
        .flatMap(address -> domain(address).stream())
        .findFirst();
  }

  private static Optional<IpAddress> client(String verdict) {
    return find(SENDER_IP, Optional.of(verdict)).flatMap(MessageEvidence::address);
  }

  private static Optional<DomainName> domain(String address) {
    return DomainName.tryParse(address.substring(address.lastIndexOf('@') + 1));
  }

  private static Optional<String> find(Pattern pattern, Optional<String> value) {
    return value.map(pattern::matcher).filter(Matcher::find).map(match -> match.group(1));
  }
}
