package org.exoattribution.analysis.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.exoattribution.model.Forest;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.ReversePath;
import org.exoattribution.model.Tenant;

/**
 * The tenants by how they receive mail from a stranger's source: their Partner connectors, Direct
 * Send, subscription, forest. Those of a class behave alike towards every tenant and source that
 * they do not name, so that a few stand for all; in small directories, all of them do.
 */
final class ReceiverClasses {
  /** How many of a class are looked at. */
  static final int REPRESENTATIVES = 3;

  /**
   * A class.
   *
   * @param ways how its tenants receive mail in their forest
   * @param forests which that is, in each directory
   */
  private record Kind(Object ways, List<Optional<Forest>> forests) {
    /** Seen from a source, a forest is any other if none of its tenants is there. */
    Kind seenFrom(Set<Forest> near) {
      Optional<Forest> first = forests.get(0);
      boolean far = first.isPresent() && !near.contains(first.get());
      return far && Set.copyOf(forests).size() == 1 ? new Kind(ways, List.of()) : this;
    }
  }

  private final SearchSpace space;
  private final Map<Kind, List<Integer>> classes = new LinkedHashMap<>();

  ReceiverClasses(SearchSpace space) {
    this.space = space;
    for (int t = 0; t < space.tenants.size(); t++) {
      if (!space.mailOf(t).isEmpty()) {
        classes.computeIfAbsent(kind(t), k -> new ArrayList<>()).add(t);
      }
    }
  }

  private Kind kind(int tenant) {
    List<Object> kind = new ArrayList<>();
    space.sides.forEach(side -> kind.add(side.tenant(tenant).map(t -> kind(side, tenant, t))));
    Set<List<Integer>> moved = new HashSet<>();
    for (Mail mail : space.mailOf(tenant)) {
      moved.add(
          mail.owners().stream()
              .map(owner -> owner == tenant ? 0 : owner == SearchSide.NOBODY ? -1 : 1)
              .toList());
    }
    kind.add(moved);
    return new Kind(kind, space.sides.stream().map(side -> side.forest(tenant)).toList());
  }

  private static Object kind(SearchSide side, int number, Tenant tenant) {
    return List.of(
        tenant.mailEnabled(),
        tenant.rejectDirectSend(),
        side.partners(number).stream()
            .sorted(InboundConnector.BY_NAME)
            .map(ReceiverClasses::kind)
            .toList());
  }

  private static Object kind(PartnerConnector partner) {
    return partner.associatedAcceptedDomains().isEmpty()
        ? List.of(
            partner.senderDomains().stream().anyMatch(d -> d.covers(ReversePath.NULL)),
            partner.requireTls(),
            partner.restrictDomainsToCertificate(),
            partner.restrictDomainsToIpAddresses())
        : partner;
  }

  /**
   * A few of each class that are none of these tenants.
   *
   * @param near the forests of the tenants that the source names
   */
  List<Integer> representatives(BitSet told, Set<Forest> near) {
    Map<Kind, List<Integer>> few = new LinkedHashMap<>();
    classes.forEach(
        (kind, all) -> {
          List<Integer> like = few.computeIfAbsent(kind.seenFrom(near), k -> new ArrayList<>());
          some(all, told, REPRESENTATIVES - like.size()).forEach(like::add);
        });
    return few.values().stream().flatMap(List::stream).toList();
  }

  /** Two tenants that are none of these, as senders. */
  List<Integer> strangers(BitSet told) {
    return some(classes.values().stream().flatMap(List::stream).toList(), told, 2).toList();
  }

  private static Stream<Integer> some(List<Integer> all, BitSet told, int most) {
    return all.stream().filter(t -> !told.get(t)).limit(most);
  }
}
