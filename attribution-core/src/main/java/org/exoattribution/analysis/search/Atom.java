package org.exoattribution.analysis.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.PresentedName;
import org.jspecify.annotations.Nullable;

/**
 * The names of a certificate, or an address, and what the directories make of it; it stands for all
 * that match the same connectors as closely and belong to the same tenants.
 */
final class Atom {
  private final List<PresentedName> names;
  private final Optional<IpAddress> address;
  private final List<List<Hit>> hits;
  private final BitSet holders;
  private final BitSet proved;
  private final BitSet declared;
  private final boolean shared;
  private final BitSet claimants;
  private final BitSet receivers;
  private final BitSet tenants;

  /**
   * @param names one or two names; empty if it is an address
   * @param address the address, if it is one
   * @param hits the enabled connectors that it matches, in each directory
   * @param holders for names: who can get a certificate for them
   * @param proved for names: those of the holders that accept one to the letter and have an
   *     OnPremises connector that it matches
   * @param declared the tenants of the expected flows that are declared for it
   * @param shared whether it is assumed to be shared
   */
  Atom(
      List<PresentedName> names,
      Optional<IpAddress> address,
      List<List<Hit>> hits,
      BitSet holders,
      BitSet proved,
      BitSet declared,
      boolean shared) {
    this.names = List.copyOf(names);
    this.address = address;
    this.hits = List.copyOf(hits);
    this.holders = holders;
    this.proved = proved;
    this.declared = declared;
    this.shared = shared;
    this.claimants = tenants(true);
    this.receivers = tenants(false);
    this.tenants = union(union(claimants, holders), declared);
  }

  /** A certificate with the names of both. */
  Atom and(Atom other) {
    List<PresentedName> both = new ArrayList<>(names);
    both.addAll(other.names);
    List<List<Hit>> merged = new ArrayList<>();
    for (int side = 0; side < hits.size(); side++) {
      merged.add(closest(hits.get(side), other.hits.get(side)));
    }
    return new Atom(
        both,
        Optional.empty(),
        merged,
        union(holders, other.holders),
        union(proved, other.proved),
        union(declared, other.declared),
        shared || other.shared);
  }

  private static List<Hit> closest(List<Hit> some, List<Hit> others) {
    Map<String, Hit> closest = new TreeMap<>();
    for (List<Hit> hits : List.of(some, others)) {
      hits.forEach(
          hit ->
              closest.merge(
                  hit.tenant() + " " + hit.connector().name(),
                  hit,
                  (a, b) -> a.rank() >= b.rank() ? a : b));
    }
    return List.copyOf(closest.values());
  }

  List<PresentedName> names() {
    return names;
  }

  Optional<IpAddress> address() {
    return address;
  }

  List<List<Hit>> hits() {
    return hits;
  }

  BitSet proved() {
    return proved;
  }

  BitSet declared() {
    return declared;
  }

  boolean shared() {
    return shared;
  }

  /** The tenants with an OnPremises connector that it matches, in either directory. */
  BitSet claimants() {
    return claimants;
  }

  /** The tenants whose connectors, of either type, it matches. */
  BitSet matched() {
    return union(claimants, receivers);
  }

  /**
   * Whose source it is: of those whose OnPremises connectors name it, of who can get a certificate
   * with its name, and of those for whom it is declared.
   */
  BitSet tenants() {
    return tenants;
  }

  /** Whether only one of the directories matches it so. */
  boolean isChanged() {
    return hits.size() > 1 && !hits.get(0).equals(hits.get(1));
  }

  /** Whether a holder of its name has a connector that it matches. */
  boolean isOfHolder() {
    return holders.intersects(claimants);
  }

  private BitSet tenants(boolean onPremises) {
    BitSet tenants = new BitSet();
    for (List<Hit> side : hits) {
      side.stream()
          .filter(hit -> hit.isOnPremises() == onPremises)
          .forEach(hit -> tenants.set(hit.tenant()));
    }
    return tenants;
  }

  /**
   * Whether there can be such a certificate: with a wildcard only where a tenant accepts its domain
   * or one above, a connector covers all that it does, or somebody says so. Hosts of several below
   * a domain of none of them, such as a registry's, are not proof of one certificate for all.
   */
  boolean isObtainable() {
    return names.stream().noneMatch(PresentedName::wildcard)
        || !holders.isEmpty()
        || !declared.isEmpty()
        || shared
        || hits.stream()
            .flatMap(List::stream)
            .flatMap(hit -> hit.connector().tlsSenderCertificateName().stream())
            .anyMatch(CertificateNamePattern::wildcard);
  }

  /** Whether no connector and no declaration knows it. */
  boolean isUnknown() {
    return matched().isEmpty() && declared.isEmpty() && !shared;
  }

  /** What it is: equal for names, or addresses, that nothing tells apart. */
  Object signature() {
    return List.of(hits, holders, proved, declared, shared);
  }

  static BitSet union(BitSet some, BitSet others) {
    BitSet union = (BitSet) some.clone();
    union.or(others);
    return union;
  }

  /** By what the connector of an outcome matches it: its certificate name, or its addresses. */
  Optional<String> matchOf(AttributionOutcome outcome) {
    return hits.get(0).stream()
        .map(Hit::connector)
        .filter(connector -> outcome.connector().equals(Optional.of(connector.name())))
        .findFirst()
        .flatMap(
            connector ->
                address.isPresent()
                    ? connector.rangeOf(address.get()).map(Object::toString)
                    : connector.tlsSenderCertificateName().map(Object::toString));
  }

  /** In one search, the name or address says which it is. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Atom atom && names.equals(atom.names) && address.equals(atom.address);
  }

  @Override
  public int hashCode() {
    return Objects.hash(names, address);
  }

  @Override
  public String toString() {
    return address
        .map(IpAddress::toString)
        .orElseGet(() -> String.join(", ", names.stream().map(Object::toString).toList()));
  }
}
