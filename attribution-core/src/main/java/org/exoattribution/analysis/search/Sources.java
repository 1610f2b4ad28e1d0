package org.exoattribution.analysis.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.exoattribution.analysis.search.Source.Session;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.PresentedName;

/**
 * The sources that a search goes through. A name or an address is looked at for itself; together
 * they are where a tenant names both, and otherwise, as names of one certificate are, by a few of
 * each class: names, and addresses, that connectors of one tenant match in the same way.
 */
final class Sources {
  private final SearchSpace space;
  private final List<Atom> names;
  private final List<Atom> addresses;
  private final Atom neutral;
  private final List<Session> sessions = new ArrayList<>(List.of(Session.PLAINTEXT));
  private final Set<Source> sources = new LinkedHashSet<>();

  private Sources(SearchSpace space) {
    this.space = space;
    this.names = space.names();
    this.addresses = space.addresses();
    this.neutral = addresses.get(0);
    if (space.either(SearchSide::looksAtTls)) {
      sessions.add(Session.TLS);
    }
    if (space.either(SearchSide::refusesSessions)) {
      PresentedName name = new PresentedName(space.outside.domain(), false);
      sessions.add(new Session(true, List.of(name), false));
    }
  }

  /** Those through which mail can be attributed to a tenant as its sender. */
  static List<Source> ofSenders(SearchSpace space) {
    Sources all = new Sources(space);
    List<Atom> names = all.names.stream().filter(name -> !name.claimants().isEmpty()).toList();
    List<Atom> addresses =
        all.addresses.stream().filter(address -> !address.claimants().isEmpty()).toList();
    names.forEach(name -> all.sources.add(Source.of(name, all.neutral, Source.Link.NONE)));
    addresses.forEach(all::addSessions);
    all.addLinked(names, addresses, Atom::claimants, atom -> true);
    all.addGuessed(names, addresses);
    all.addPairs(
        few(all.names),
        List.of(all.neutral),
        pair ->
            !pair.claimants().isEmpty()
                && Atom.union(pair.claimants(), pair.declared()).cardinality() > 1);
    return List.copyOf(all.sources);
  }

  /** Those through which a change can move mail. */
  static List<Source> ofChange(SearchSpace space) {
    Sources all = new Sources(space);
    Predicate<Atom> changed = atom -> atom.matched().intersects(space.changed);
    Set<Atom> fewNames = new LinkedHashSet<>(few(all.names));
    Set<Atom> fewAddresses = new LinkedHashSet<>(few(all.addresses));
    all.addSessions(all.neutral);
    for (Atom name : all.names) {
      if (changed.test(name) || fewNames.contains(name)) {
        all.sources.add(Source.of(name, all.neutral, Source.Link.NONE));
      }
    }
    for (Atom address : all.addresses) {
      if (changed.test(address) || fewAddresses.contains(address)) {
        all.addSessions(address);
      }
    }
    all.addLinked(all.names, all.addresses, Atom::matched, changed);
    for (Atom name : fewNames) {
      for (Atom address : fewAddresses) {
        if (changed.test(name) || changed.test(address)) {
          all.sources.add(Source.of(name, address, Source.Link.NONE));
        }
      }
    }
    all.addPairs(List.copyOf(fewNames), List.of(all.neutral), changed);
    all.addPairs(
        List.copyOf(fewNames),
        fewAddresses.stream().filter(address -> !address.matched().isEmpty()).toList(),
        changed);
    all.addPairsWithinTenants(changed);
    return List.copyOf(all.sources);
  }

  private void addSessions(Atom address) {
    sessions.forEach(session -> sources.add(Source.of(session, address)));
  }

  /** A tenant's names with its addresses, where others name one of them too. */
  private void addLinked(
      List<Atom> some, List<Atom> others, Function<Atom, BitSet> by, Predicate<Atom> wanted) {
    Map<Integer, List<Atom>> byTenant = byTenant(some, by);
    for (Atom address : others) {
      for (int tenant : by.apply(address).stream().toArray()) {
        for (Atom name : byTenant.getOrDefault(tenant, List.of())) {
          boolean alone = Atom.union(name.tenants(), address.tenants()).cardinality() < 2;
          if ((space.sides.size() > 1 || !alone) && wanted.test(name)) {
            sources.add(Source.of(name, address, Source.Link.NAMED));
          }
        }
      }
      some.stream()
          .filter(name -> name.declared().intersects(address.declared()))
          .forEach(name -> sources.add(Source.of(name, address, Source.Link.NAMED)));
    }
  }

  private static Map<Integer, List<Atom>> byTenant(List<Atom> atoms, Function<Atom, BitSet> by) {
    Map<Integer, List<Atom>> byTenant = new LinkedHashMap<>();
    for (Atom atom : atoms) {
      by.apply(atom).stream()
          .forEach(t -> byTenant.computeIfAbsent(t, k -> new ArrayList<>()).add(atom));
    }
    return byTenant;
  }

  /**
   * Addresses whose tenants name no certificate, with certificates whose tenants name no address:
   * they may be of one host.
   */
  private void addGuessed(List<Atom> some, List<Atom> others) {
    BitSet byName = new BitSet();
    some.forEach(name -> byName.or(name.claimants()));
    BitSet byAddress = new BitSet();
    others.forEach(address -> byAddress.or(address.claimants()));
    List<Atom> names = few(some.stream().filter(n -> isHalf(n, byAddress)).toList());
    List<Atom> addresses = few(others.stream().filter(a -> isHalf(a, byName)).toList());
    for (Atom name : names) {
      for (Atom address : addresses) {
        sources.add(Source.of(name, address, Source.Link.GUESSED));
      }
    }
  }

  /** Whether the guess is between one address and certificates of one tenant. */
  static boolean isSureOfGuess(List<Source> sources) {
    BitSet tenants = new BitSet();
    Set<Atom> addresses = new LinkedHashSet<>();
    for (Source source : sources) {
      if (source.link() == Source.Link.GUESSED) {
        addresses.add(source.address());
        source.certificate().ifPresent(name -> tenants.or(name.claimants()));
      }
    }
    return addresses.size() == 1 && tenants.cardinality() == 1;
  }

  private static boolean isHalf(Atom atom, BitSet others) {
    return !atom.claimants().intersects(others) && atom.declared().isEmpty();
  }

  /** Certificates with two names. */
  private void addPairs(List<Atom> some, List<Atom> at, Predicate<Atom> wanted) {
    for (int i = 0; i < some.size(); i++) {
      SearchThreads.requireUninterrupted();
      for (int j = i + 1; j < some.size(); j++) {
        Atom pair = some.get(i).and(some.get(j));
        for (Atom address : at) {
          if (wanted.test(pair) || wanted.test(address)) {
            sources.add(Source.of(pair, address, Source.Link.NONE));
          }
        }
      }
    }
  }

  private void addPairsWithinTenants(Predicate<Atom> wanted) {
    List<Atom> some = names.stream().filter(wanted).toList();
    for (List<Atom> own : byTenant(some, Atom::matched).values()) {
      for (int i = 0; i < own.size(); i++) {
        for (int j = i + 1; j < own.size(); j++) {
          sources.add(Source.of(own.get(i).and(own.get(j)), neutral, Source.Link.NONE));
        }
      }
    }
  }

  /** A few of each class. */
  private static List<Atom> few(List<Atom> atoms) {
    Map<Object, List<Atom>> classes = new LinkedHashMap<>();
    for (Atom atom : atoms) {
      List<Atom> like = classes.computeIfAbsent(kind(atom), k -> new ArrayList<>());
      if (like.size() < ReceiverClasses.REPRESENTATIVES) {
        like.add(atom);
      }
    }
    return classes.values().stream().flatMap(List::stream).toList();
  }

  private static Object kind(Atom atom) {
    List<Object> kind = new ArrayList<>();
    for (List<Hit> side : atom.hits()) {
      Map<Integer, List<Object>> byTenant = new LinkedHashMap<>();
      side.forEach(
          hit -> byTenant.computeIfAbsent(hit.tenant(), t -> new ArrayList<>()).add(kind(hit)));
      kind.add(List.copyOf(byTenant.values()));
    }
    kind.add(atom.proved().cardinality());
    kind.add(atom.isOfHolder());
    kind.add(atom.declared());
    kind.add(atom.shared());
    return kind;
  }

  private static Object kind(Hit hit) {
    InboundConnector connector = hit.connector();
    if (hit.isListing()) {
      return hit;
    }
    return List.of(
        hit.forest(),
        connector instanceof OnPremisesConnector,
        connector.tlsSenderCertificateName().map(name -> name.wildcard()),
        connector.tlsSenderCertificateName().map(name -> name.domain().labelCount()),
        connector instanceof OnPremisesConnector ? hit.rank() : 0,
        hit.owned(),
        connector instanceof PartnerConnector
            ? List.of(
                connector.requireTls(),
                connector.restrictDomainsToCertificate(),
                connector.restrictDomainsToIpAddresses())
            : List.of());
  }
}
