package org.exoattribution.analysis.lint;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Readings.AssociatedDomains;
import org.exoattribution.model.ReversePath;
import org.jspecify.annotations.Nullable;

/** Rules about connectors of either type that take no part, or not the part that was meant. */
final class Connectors {
  /** Of SenderDomains, in characters, by KB4014351. */
  private static final int LONGEST = 2_243;

  private static final Pattern MILLISECONDS = Pattern.compile("/Date\\((-?\\d{1,18})\\D.*");
  private static final Pattern YEAR = Pattern.compile("\\b\\d{4}\\b");

  private Connectors() {}

  /** WARNING, because what was set on it has no effect. */
  static void unmatchable(Linted tenant, InboundConnector connector, Findings found) {
    boolean partner = connector instanceof PartnerConnector;
    List<DomainName> associated = connector.associatedAcceptedDomains();
    if (tenant.accepted().isEmpty()) {
      found.at(connector, "no domain", Map.of());
    } else if (partner && !tenant.tenant().mailEnabled()) {
      found.at(connector, "no subscription", Map.of());
    } else if (partner
        && tenant.world().readings.associatedDomains() == AssociatedDomains.SENDER
        && !connector.senderDomains().isEmpty()
        && !associated.isEmpty()
        && associated.stream()
            .noneMatch(domain -> ((PartnerConnector) connector).covers(ReversePath.of(domain)))) {
      found.at(connector, "no sender", Map.of("domains", associated));
    }
  }

  /** INFO, because that may be meant. */
  static void disabled(Linted tenant, InboundConnector connector, Findings found) {
    if (!connector.enabled() && !isNeverEnabled(connector)) {
      found.at(connector);
    }
  }

  static void neverEnabled(Linted tenant, InboundConnector connector, Findings found) {
    if (isNeverEnabled(connector)) {
      found.at(connector);
    }
  }

  private static boolean isNeverEnabled(InboundConnector connector) {
    return connector instanceof OnPremisesConnector
        && !connector.enabled()
        && Stream.of("UTC", "").anyMatch(suffix -> isUnchanged(connector, suffix));
  }

  private static boolean isUnchanged(InboundConnector connector, String suffix) {
    Optional<Object> created = time(connector.otherProperties().get("WhenCreated" + suffix));
    return created.isPresent()
        && created.equals(time(connector.otherProperties().get("WhenChanged" + suffix)));
  }

  /** To the second as JSON and XML tell it; as written in the form of some culture; else empty. */
  private static Optional<Object> time(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    Matcher milliseconds = MILLISECONDS.matcher(text);
    if (milliseconds.matches()) {
      return Optional.of(Math.floorDiv(Long.parseLong(milliseconds.group(1)), 1_000L));
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toEpochSecond());
    } catch (DateTimeParseException e) {
      return Optional.<Object>of(text).filter(any -> YEAR.matcher(text).find());
    }
  }

  /** CON-3. As KB4014351 counts: each entry as an address space, and one more between two. */
  static void senderDomainsTooLong(Linted tenant, InboundConnector connector, Findings found) {
    int length =
        connector.senderDomains().stream().mapToInt(e -> e.addressSpace().length() + 1).sum() - 1;
    if (length >= LONGEST) {
      found.at(connector, Map.of("length", length, "longest", LONGEST));
    }
  }

  /** WARNING, because mail that was to come through it is ignored. */
  static void associatedDomainNotAccepted(
      Linted tenant, InboundConnector connector, Findings found) {
    List<DomainName> strange =
        connector.associatedAcceptedDomains().stream()
            .filter(domain -> !tenant.accepted().contains(domain))
            .toList();
    if (!strange.isEmpty()) {
      found.at(connector, Map.of("domains", strange));
    }
  }

  /** WARNING, because nobody set on purpose which of the two wins. */
  static void associatedDomainsOverlap(Linted tenant, Findings found) {
    associatedDomainsOverlap(tenant.onPremises(), found);
    associatedDomainsOverlap(tenant.partners(), found);
  }

  private static void associatedDomainsOverlap(
      List<? extends InboundConnector> connectors, Findings found) {
    Map<DomainName, InboundConnector> firstOf = new HashMap<>();
    for (InboundConnector connector : connectors) {
      List<DomainName> domains = connector.associatedAcceptedDomains();
      domains.forEach(domain -> firstOf.putIfAbsent(domain, connector));
      for (DomainName domain : domains) {
        InboundConnector first = firstOf.getOrDefault(domain, connector);
        if (!first.equals(connector)) {
          found.at(connector, Map.of("domain", domain, "first", first));
          break; // one finding a connector
        }
      }
    }
  }
}
