package org.exoattribution.analysis.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Senders, or recipients, as the OnPremises connectors that one certificate or address matches see
 * them: which of their tenants owns the domain, and which of their AssociatedAcceptedDomains hold
 * it. All others are strangers to them and look the same.
 */
final class AtomViews {
  private final char[] of;
  private final List<Integer> first;
  private final List<BitSet> associated;

  private AtomViews(char[] of, List<Integer> first, List<BitSet> associated) {
    this.of = of;
    this.first = first;
    this.associated = associated;
  }

  /**
   * @param tenants the tenants of the connectors
   * @param listing those of the connectors that have AssociatedAcceptedDomains
   * @param domains whom each atom's domains belong to
   * @param named which connectors name each atom's domain
   */
  static AtomViews of(BitSet tenants, BitSet listing, List<int[]> domains, List<BitSet> named) {
    char[] of = new char[domains.size()];
    List<Integer> first = new ArrayList<>();
    List<BitSet> associated = new ArrayList<>();
    Map<List<Object>, Character> numbers = new HashMap<>();
    for (int atom = 0; atom < of.length; atom++) {
      BitSet names = (BitSet) named.get(atom).clone();
      names.and(listing);
      List<Object> view = new ArrayList<>();
      view.add(names);
      for (int owner : domains.get(atom)) {
        view.add(owner >= 0 && tenants.get(owner) ? owner : AtomDirectory.NOBODY);
      }
      Character known = numbers.putIfAbsent(view, (char) first.size());
      if (known == null) {
        known = (char) first.size();
        first.add(atom);
        associated.add(names);
      }
      of[atom] = known;
    }
    return new AtomViews(of, first, associated);
  }

  /** The view of a sender or recipient. */
  int of(int atom) {
    return of[atom];
  }

  /** The first sender or recipient with this view. */
  int first(int view) {
    return first.get(view);
  }

  /** The connectors among these that name the domain of those with this view. */
  BitSet associated(int view) {
    return associated.get(view);
  }

  int size() {
    return first.size();
  }
}
