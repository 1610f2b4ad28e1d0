package org.exoattribution.analysis.search;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.Forest;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.model.Tenant;

/**
 * What a search looks at: one directory, or one before and one after a change, with the names and
 * addresses, senders and recipients that they can tell apart. One of each kind stands for all.
 */
final class SearchSpace {
  final List<SearchSide> sides = new ArrayList<>();
  final List<String> tenants = new ArrayList<>();
  final List<ExpectedFlow> flows;
  final List<SourceName> shared;
  final SearchBound bound;

  /** The tenants that differ between the directories; none if there is only one. */
  final BitSet changed = new BitSet();

  /** A domain of nobody. */
  final Mail outside;

  /** Another forest than those of the tenants, if any of them is known. */
  private final Optional<Forest> elsewhere;

  private boolean rulesChange;

  private final Map<DomainName, Mail> mail = new ConcurrentHashMap<>();
  private final List<List<Mail>> mailOf = new ArrayList<>();
  private final ListMultimap<DomainName, Mail> below = ArrayListMultimap.create();

  SearchSpace(
      List<AttributionEngine> engines,
      List<ExpectedFlow> flows,
      List<SourceName> shared,
      SearchBound bound) {
    this.flows = List.copyOf(flows);
    this.shared = List.copyOf(shared);
    this.bound = bound;
    Map<String, Integer> numbers = new HashMap<>();
    for (AttributionEngine engine : engines) {
      for (Tenant tenant : engine.directory().tenants()) {
        if (numbers.putIfAbsent(SearchSide.numbered(tenant.name()), tenants.size()) == null) {
          tenants.add(tenant.name());
          mailOf.add(new ArrayList<>());
        }
      }
    }
    engines.forEach(engine -> sides.add(new SearchSide(engine, numbers)));
    requireKnown(bound.tenants());
    flows.forEach(flow -> requireKnown(flow.tenants()));
    Set<DomainName> domains = new LinkedHashSet<>(bound.senders());
    sides.forEach(side -> domains.addAll(side.mailDomains()));
    FreshNames names = new FreshNames(domains);
    this.outside = mail(names.outside());
    names.known().forEach(this::add);
    names.known().forEach(domain -> names.below(domain).ifPresent(this::add));
    findChanged();
    BitSet all = new BitSet();
    all.set(0, tenants.size());
    this.elsewhere = elsewhere(forests(all));
  }

  private static Optional<Forest> elsewhere(Set<Forest> known) {
    return known.isEmpty()
        ? Optional.empty()
        : IntStream.rangeClosed(0, known.size())
            .mapToObj(i -> new Forest("elsewhere" + (i == 0 ? "" : i)))
            .filter(forest -> !known.contains(forest))
            .findFirst();
  }

  private void requireKnown(Collection<String> names) {
    for (String name : names) {
      if (sides.stream().allMatch(side -> side.number(name) == SearchSide.NOBODY)) {
        throw new InvalidValueException(
            "\"" + name + "\" is not a tenant: expected the name of one in the directory");
      }
    }
  }

  private void add(DomainName domain) {
    Mail known = mail(domain);
    new HashSet<>(known.owners())
        .forEach(
            owner -> {
              if (owner != SearchSide.NOBODY) {
                mailOf.get(owner).add(known);
              }
            });
    for (Optional<DomainName> d = domain.parent(); d.isPresent(); d = d.get().parent()) {
      if (isNamed(d.get())) {
        below.put(d.get(), known);
      }
    }
  }

  private boolean isNamed(DomainName domain) {
    return either(side -> side.names(domain));
  }

  private void findChanged() {
    if (sides.size() < 2) {
      return;
    }
    SearchSide before = sides.get(0);
    SearchSide after = sides.get(1);
    rulesChange =
        !before.engine.readings().equals(after.engine.readings())
            || before.engine.ruleSet() != after.engine.ruleSet();
    for (int t = 0; t < tenants.size(); t++) {
      changed.set(t, rulesChange || !before.tenant(t).equals(after.tenant(t)));
    }
    for (Mail each : mail.values()) {
      if (new HashSet<>(each.owners()).size() > 1) {
        each.owners().stream().filter(o -> o != SearchSide.NOBODY).forEach(changed::set);
      }
    }
  }

  /** A domain as mail knows it. */
  Mail mail(DomainName domain) {
    return mail.computeIfAbsent(
        domain, d -> new Mail(d, sides.stream().map(side -> side.owner(d)).toList()));
  }

  private BitSet declared(Predicate<SourceName> isIt) {
    BitSet named = new BitSet();
    for (ExpectedFlow flow : flows) {
      if (isIt.test(flow.source())) {
        flow.tenants().forEach(name -> named.set(sides.get(0).number(name)));
      }
    }
    return named;
  }

  /** The forests of tenants, as far as they are known. */
  Set<Forest> forests(BitSet some) {
    return some.stream()
        .boxed()
        .flatMap(tenant -> sides.stream().flatMap(side -> side.forest(tenant).stream()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * The forests of front ends that may make a difference to mail: none that is said, those near its
   * source, the receiver's, and another.
   *
   * @param near the forests of the tenants that the source names
   */
  List<Optional<Forest>> frontEnds(Set<Forest> near, int receiver) {
    Set<Optional<Forest>> all = new LinkedHashSet<>(List.of(Optional.empty()));
    near.forEach(forest -> all.add(Optional.of(forest)));
    sides.forEach(side -> all.add(side.forest(receiver)));
    all.add(elsewhere);
    return List.copyOf(all);
  }

  /** The domains of a tenant, those that it names first. */
  List<Mail> mailOf(int tenant) {
    return mailOf.get(tenant);
  }

  /** The domains below one that SenderDomains of a Partner connector name. */
  List<Mail> below(DomainName domain) {
    return below.get(domain);
  }

  /** The names that some connector matches or somebody declared, one of each kind. */
  List<Atom> names() {
    Set<DomainName> domains = new LinkedHashSet<>();
    sides.forEach(side -> domains.addAll(side.certificateDomains()));
    List.copyOf(domains).forEach(domain -> domain.parent().ifPresent(domains::add));
    said().flatMap(s -> s.certificateName().stream()).forEach(name -> domains.add(name.domain()));
    FreshNames fresh = new FreshNames(domains);
    Map<Object, Atom> kinds = new LinkedHashMap<>();
    fresh.known().forEach(domain -> add(kinds, domain, false));
    fresh.known().forEach(d -> fresh.below(d).ifPresent(below -> add(kinds, below, false)));
    SearchThreads.requireUninterrupted();
    fresh
        .known() // deeper than SINGLE_LABEL reaches
        .forEach(d -> fresh.below(d).flatMap(fresh::below).ifPresent(b -> add(kinds, b, false)));
    fresh.known().forEach(domain -> add(kinds, domain, true));
    fresh.known().forEach(d -> fresh.below(d).ifPresent(below -> add(kinds, below, true)));
    return List.copyOf(kinds.values());
  }

  /** The sources that expected flows and assumptions name. */
  private Stream<SourceName> said() {
    return Stream.concat(flows.stream().map(ExpectedFlow::source), shared.stream());
  }

  private void add(Map<Object, Atom> kinds, DomainName domain, boolean wildcard) {
    Atom atom = atom(new PresentedName(domain, wildcard));
    if ((!atom.matched().isEmpty() || !atom.declared().isEmpty())
        && atom.isObtainable()
        && isOfInterest(atom)) {
      kinds.putIfAbsent(atom.signature(), atom);
    }
  }

  /** A name as the directories see it. */
  Atom atom(PresentedName name) {
    List<List<Hit>> hits = sides.stream().map(side -> side.hits(name)).toList();
    BitSet holders = new BitSet();
    BitSet proved = new BitSet();
    for (int i = 0; i < sides.size(); i++) {
      int holder = sides.get(i).holder(name.domain());
      if (holder != SearchSide.NOBODY) {
        holders.set(holder);
        boolean claims =
            hits.get(i).stream().anyMatch(h -> h.isOnPremises() && h.tenant() == holder);
        if (claims && sides.get(i).isAccepted(name.domain())) {
          proved.set(holder);
        }
      }
    }
    return new Atom(
        List.of(name),
        Optional.empty(),
        hits,
        holders,
        proved,
        declared(source -> source.isFor(name)),
        shared.stream().anyMatch(source -> source.isFor(name)));
  }

  /** An address as the directories see it. */
  Atom atom(IpAddress address) {
    return new Atom(
        List.of(),
        Optional.of(address),
        sides.stream().map(side -> side.hits(address)).toList(),
        new BitSet(),
        new BitSet(),
        declared(source -> source.covers(address)),
        shared.stream().anyMatch(source -> source.covers(address)));
  }

  /**
   * The addresses, one of each kind; the first is one that nothing matches if there is one.
   *
   * @throws InvalidValueException if the bound leaves none
   */
  List<Atom> addresses() {
    Set<SenderIpRange> ranges = new LinkedHashSet<>(bound.addresses());
    sides.forEach(side -> ranges.addAll(side.ranges()));
    said().flatMap(source -> source.addresses().stream()).forEach(ranges::add);
    List<IpAddress> points = new ArrayList<>();
    for (String outsider :
        new String[] {"198.51.100.1", "192.0.2.1", "203.0.113.1", "2001:db8::1"}) {
      IpAddress address = IpAddress.parse(outsider);
      if (ranges.stream().noneMatch(range -> range.contains(address))) {
        points.add(address);
      }
    }
    for (SenderIpRange range : ranges) {
      if (range.prefixLength() < SenderIpRange.SINGLE_ADDRESS - 1) {
        points.add(IpAddress.ofIpv4(range.networkBits() + 1)); // usual for a host
      }
      points.add(IpAddress.ofIpv4(range.networkBits()));
    }
    // Beyond the end of a range, something else may begin or go on.
    ranges.forEach(
        range ->
            points.add(IpAddress.ofIpv4(range.networkBits() + (1 << (32 - range.prefixLength())))));
    Map<Object, Atom> kinds = new LinkedHashMap<>();
    points.stream()
        .filter(address -> isWithin(bound.addresses(), address))
        .map(this::atom)
        .filter(this::isOfInterest)
        .forEach(atom -> kinds.putIfAbsent(atom.signature(), atom));
    if (kinds.isEmpty()) {
      throw new InvalidValueException(
          "no source address is left to look at: expected addresses that the connectors of these"
              + " tenants name, or that none names");
    }
    List<Atom> atoms = new ArrayList<>(kinds.values());
    atoms.sort((one, other) -> Boolean.compare(!one.isUnknown(), !other.isUnknown()));
    return atoms;
  }

  private static boolean isWithin(List<SenderIpRange> ranges, IpAddress address) {
    return ranges.isEmpty() || ranges.stream().anyMatch(range -> range.contains(address));
  }

  /** Whether the source matches a connector of a tenant that is looked at, or none at all. */
  private boolean isOfInterest(Atom atom) {
    return bound.tenants().isEmpty()
        || atom.matched().isEmpty()
        || atom.matched().stream()
            .mapToObj(tenants::get)
            .anyMatch(name -> bound.tenants().stream().anyMatch(name::equalsIgnoreCase));
  }

  /** Whether a source by itself, without the owners of domains, may be judged otherwise. */
  boolean isChanged(Source source) {
    return sides.size() == 1 || rulesChange || source.atoms().anyMatch(Atom::isChanged);
  }

  /** Whether either directory says so. */
  boolean either(Predicate<SearchSide> question) {
    return sides.stream().anyMatch(question);
  }
}
