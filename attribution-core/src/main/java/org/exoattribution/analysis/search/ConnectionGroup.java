package org.exoattribution.analysis.search;

/**
 * Classes that belong together.
 *
 * @param first the simplest of them
 * @param classes how many there are
 */
record ConnectionGroup(ConnectionClass first, long classes) {

  ConnectionGroup and(ConnectionGroup other) {
    return new ConnectionGroup(
        first.compareTo(other.first) <= 0 ? first : other.first, classes + other.classes);
  }
}
