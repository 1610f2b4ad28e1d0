package org.exoattribution.analysis.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.ReversePath;
import org.exoattribution.model.Tenant;

/**
 * The tenants by how they receive mail from a stranger's source: their Partner connectors, Direct
 * Send, subscription. Those of a class behave alike towards every tenant and source that they do
 * not name, so that a few stand for all; in small directories, all of them do.
 */
final class ReceiverClasses {
  /** How many of a class are looked at. */
  static final int REPRESENTATIVES = 3;

  private final SearchSpace space;
  private final Map<Object, List<Integer>> classes = new LinkedHashMap<>();

  ReceiverClasses(SearchSpace space) {
    this.space = space;
    for (int t = 0; t < space.tenants.size(); t++) {
      if (!space.mailOf(t).isEmpty()) {
        classes.computeIfAbsent(kind(t), k -> new ArrayList<>()).add(t);
      }
    }
  }

  private Object kind(int tenant) {
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
    return kind;
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

  /** A few of each class that are none of these tenants. */
  List<Integer> representatives(BitSet told) {
    List<Integer> few = new ArrayList<>();
    classes.values().forEach(all -> some(all, told, REPRESENTATIVES).forEach(few::add));
    return few;
  }

  /** Two tenants that are none of these, as senders. */
  List<Integer> strangers(BitSet told) {
    return some(classes.values().stream().flatMap(List::stream).toList(), told, 2).toList();
  }

  private static Stream<Integer> some(List<Integer> all, BitSet told, int most) {
    return all.stream().filter(t -> !told.get(t)).limit(most);
  }

  /** How many classes there are. */
  int size() {
    return classes.size();
  }
}
