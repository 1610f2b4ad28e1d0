package org.exoattribution.analysis.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.PresentedName;

/**
 * The certificates of a search: none, a refused one, one for every name that the directories tell
 * apart, and one for every two names that match more together than either alone.
 */
final class AtomCertificates {
  private final ConnectionAtoms atoms;
  private final SearchBound bound;

  AtomCertificates(ConnectionAtoms atoms, SearchBound bound) {
    this.atoms = atoms;
    this.bound = bound;
  }

  void addTo(AtomClasses<AtomCertificate> certificates) {
    AtomNames domains = domains();
    certificates.add(AtomCertificate.PLAINTEXT);
    certificates.add(AtomCertificate.TLS);
    certificates.add(AtomCertificate.refused(new PresentedName(domains.outside(), false)));
    List<PresentedName> matching = matchingNames(domains);
    List<PresentedName> ofInterest =
        matching.stream().filter(name -> isOfInterest(List.of(name))).toList();
    requireWithin(matching.size(), ofInterest.size());
    ofInterest.forEach(name -> certificates.add(AtomCertificate.accepted(name)));
    Map<PresentedName, Integer> order = new LinkedHashMap<>();
    matching.forEach(name -> order.put(name, order.size()));
    boolean whole = ofInterest.size() == matching.size();
    for (PresentedName one : ofInterest) {
      SearchThreads.requireUninterrupted();
      for (PresentedName other : matching) {
        boolean once = !whole || order.getOrDefault(one, 0) < order.getOrDefault(other, 0);
        if (once && !one.equals(other)) {
          certificates.add(AtomCertificate.accepted(one, other));
        }
      }
    }
  }

  private AtomNames domains() {
    List<DomainName> domains = new ArrayList<>();
    atoms.directories.forEach(d -> domains.addAll(d.certificateDomains()));
    atoms.flows.forEach(f -> f.certificateName().ifPresent(name -> domains.add(name.domain())));
    return new AtomNames(domains);
  }

  /** One name of each kind that some connector matches; host names that are known first. */
  private List<PresentedName> matchingNames(AtomNames domains) {
    List<PresentedName> names = new ArrayList<>();
    domains.known().forEach(domain -> names.add(new PresentedName(domain, false)));
    for (DomainName domain : domains.known()) {
      below(domains, domain).ifPresent(fresh -> names.add(new PresentedName(fresh, false)));
    }
    for (DomainName domain : domains.known()) { // deeper than SINGLE_LABEL reaches
      below(domains, domain)
          .flatMap(fresh -> below(domains, fresh))
          .ifPresent(deep -> names.add(new PresentedName(deep, false)));
    }
    domains.known().forEach(domain -> names.add(new PresentedName(domain, true)));
    for (DomainName domain : domains.known()) {
      below(domains, domain).ifPresent(fresh -> names.add(new PresentedName(fresh, true)));
    }
    Map<Object, PresentedName> kinds = new LinkedHashMap<>();
    for (PresentedName name : names) {
      List<SortedMap<Integer, Integer>> matches =
          atoms.directories.stream().map(d -> d.matches(List.of(name))).toList();
      if (matches.stream().anyMatch(m -> !m.isEmpty())) {
        Object holders = atoms.directories.stream().map(d -> d.holders(name)).toList();
        kinds.putIfAbsent(List.of(matches, holders, atoms.flowsOf(List.of(name))), name);
      }
    }
    return List.copyOf(kinds.values());
  }

  private static Optional<DomainName> below(AtomNames domains, DomainName domain) {
    return domains.below(domain);
  }

  private boolean isOfInterest(List<PresentedName> names) {
    return atoms.isOfInterest(bound, d -> d.matches(names));
  }

  /** Before the pairs are made, because they may be too many to make. */
  private void requireWithin(long matching, long ofInterest) {
    long pairs =
        matching == ofInterest ? matching * (matching - 1) / 2 : ofInterest * (matching - 1);
    long sources = pairs + ofInterest + atoms.addresses.size() + 3;
    double steps = (double) sources * atoms.senders.size() * atoms.recipients.size();
    if (steps > bound.limit()) {
      throw new SearchTooLargeException(
          atoms.senders.size(), atoms.recipients.size(), sources, steps, bound.limit());
    }
  }
}
