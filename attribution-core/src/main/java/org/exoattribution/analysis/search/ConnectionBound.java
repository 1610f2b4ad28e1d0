package org.exoattribution.analysis.search;

import org.exoattribution.engine.AttributionEngine;

/** What the answer of a search holds for, in words. */
final class ConnectionBound {
  private ConnectionBound() {}

  static String of(ConnectionAtoms atoms, SearchBound bound) {
    AttributionEngine engine = atoms.directories.get(0).engine;
    return "holds for one recipient a connection, any source address, sender and recipient, and no"
        + " certificate or any whose names match no more connectors than two names do, under rules "
        + engine.ruleSet().key()
        + bound.words();
  }
}
