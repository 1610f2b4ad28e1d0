package org.exoattribution.testkit.observation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.IpAddress;

/**
 * The Received line of the front end that took a message in: {@code from NAME (ADDRESS) by
 * HOST.mail.protection.outlook.com (ADDRESS) with Microsoft SMTP Server (version=TLS1_2, ...) id
 * ... via Frontend Transport; DATE}.
 *
 * @param source the client's address
 * @param ehlo the name that it gave
 * @param tls whether a TLS version is named
 * @param recipient the argument of {@code for}, which is rarely there
 * @param date when
 */
record FrontEndHop(
    IpAddress source,
    String ehlo,
    boolean tls,
    Optional<String> recipient,
    Optional<Instant> date) {
  private static final String VIA = "via frontend transport";

  /** The front ends of every cloud are called so; servers inside the service are not. */
  private static final String HOST = ".mail.protection.";

  private static final Pattern FROM =
      Pattern.compile("(?i)from\\s+(\\S+)\\s+\\((.*?)\\)\\s+by\\s+(\\S+)");
  private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]{2,}");
  private static final Pattern TLS = Pattern.compile("(?i)version=(TLS|SSL)");
  private static final Pattern FOR = Pattern.compile("(?i)\\sfor\\s+<([^<>\\s]+)>");

  /**
   * The newest of these lines that is a front end's.
   *
   * @param known the client's address, if it is known: then the line about it
   */
  static Optional<FrontEndHop> newest(List<String> received, Optional<IpAddress> known) {
    return received.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).contains(VIA))
        .flatMap(line -> parse(line, known).stream())
        .findFirst();
  }

  private static Optional<FrontEndHop> parse(String line, Optional<IpAddress> known) {
    Matcher from = FROM.matcher(line);
    if (!from.lookingAt()) {
      return Optional.empty();
    }
    Optional<IpAddress> source = address(from.group(2));
    boolean isFrontEnd = from.group(3).toLowerCase(Locale.ROOT).contains(HOST);
    if (source.isEmpty() || (known.isPresent() ? !known.equals(source) : !isFrontEnd)) {
      return Optional.empty();
    }
    Matcher recipient = FOR.matcher(line);
    return Optional.of(
        new FrontEndHop(
            source.get(),
            from.group(1),
            TLS.matcher(line).find(),
            recipient.find() ? Optional.of(recipient.group(1)) : Optional.empty(),
            HeaderBlock.date(line.substring(line.lastIndexOf(';') + 1))));
  }

  /** The first address in a comment such as {@code mail.contoso.com [IPv6:2001:db8::1]}. */
  private static Optional<IpAddress> address(String comment) {
    Matcher candidates = ADDRESS.matcher(comment.replaceAll("(?i)IPv6:", ""));
    while (candidates.find()) {
      Optional<IpAddress> address = tryParse(candidates.group());
      if (address.isPresent()) {
        return address;
      }
    }
    return Optional.empty();
  }

  static Optional<IpAddress> tryParse(String text) {
    try {
      return Optional.of(IpAddress.parse(text));
    } catch (InvalidValueException e) {
      return Optional.empty();
    }
  }
}
