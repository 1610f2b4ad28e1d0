package org.exoattribution.analysis.search;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.SenderIpRange;

/**
 * Which connections a search looks at, and how much work it may take. Where nothing is given,
 * nothing is left out.
 *
 * @param tenants looks only at sources, that is certificates and addresses, that match a connector
 *     of these tenants, or no connector at all; mail of any sender and recipient comes from there.
 *     What becomes of these tenants' own mail at other sources, their domains as senders tell
 * @param senders looks only at these MAIL FROM domains
 * @param addresses looks only at source addresses in these ranges
 * @param limit the most connections that are tried, of which some 50,000 take a second on two
 *     cores; see {@link SearchTooLargeException}
 */
public record SearchBound(
    Set<String> tenants, List<DomainName> senders, List<SenderIpRange> addresses, long limit) {
  /** The limit where none is given: some seven minutes on two cores. */
  public static final long DEFAULT_LIMIT = 20_000_000L;

  /** Everything, up to the default limit. */
  public static final SearchBound NONE =
      new SearchBound(Set.of(), List.of(), List.of(), DEFAULT_LIMIT);

  /** Copies the collections; refuses a limit that allows nothing. */
  public SearchBound {
    if (limit <= 0) {
      throw new InvalidValueException(
          "\"" + limit + "\" is not a limit: expected a positive number of connections to try");
    }
    tenants = Set.copyOf(tenants);
    senders = List.copyOf(senders);
    addresses = List.copyOf(addresses);
  }

  /** What an answer holds for, in words. */
  String words(RuleSet rules) {
    StringBuilder words =
        new StringBuilder(
            "holds for one recipient a connection, any source address, front end, sender and"
                + " recipient, and no certificate, any of one name or of two that somebody named"
                + " there can have, under rules ");
    words.append(rules.key());
    if (!tenants.isEmpty()) {
      words.append(", from sources of ").append(String.join(", ", new TreeSet<>(tenants)));
    }
    if (!senders.isEmpty()) {
      words.append(", from senders of ").append(join(senders));
    }
    if (!addresses.isEmpty()) {
      words.append(", from addresses in ").append(join(addresses));
    }
    return words.toString();
  }

  private static String join(List<?> values) {
    return String.join(", ", values.stream().map(Object::toString).toList());
  }
}
