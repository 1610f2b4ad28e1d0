package org.exoattribution.analysis.search;

import java.util.BitSet;

/** Cells about which the same was found: the first of them, how many, and about which tenants. */
final class Tally {
  private Cell first;
  private int firstTenant;
  private long cells;
  private final BitSet tenants = new BitSet();

  /**
   * @param tenant the number of the tenant that it is about, or {@link SearchSide#NOBODY}
   */
  Tally(Cell first, int tenant) {
    this.first = first;
    this.firstTenant = tenant;
  }

  void add(Cell cell, int tenant) {
    if (cell.place() < first.place()) {
      first = cell;
      firstTenant = tenant;
    }
    cells++;
    if (tenant != SearchSide.NOBODY) {
      tenants.set(tenant);
    }
  }

  Tally and(Tally other) {
    if (other.first.place() < first.place()) {
      first = other.first;
      firstTenant = other.firstTenant;
    }
    cells += other.cells;
    tenants.or(other.tenants);
    return this;
  }

  /** The simplest of the cells. */
  Cell first() {
    return first;
  }

  /** The tenant that it is about. */
  int firstTenant() {
    return firstTenant;
  }

  long cells() {
    return cells;
  }

  BitSet tenants() {
    return tenants;
  }
}
