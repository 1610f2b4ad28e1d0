package org.exoattribution.analysis.search;

import java.util.Arrays;

/** A class of connections, by the numbers of its atoms. */
record ConnectionClass(int certificate, int address, int sender, int recipient)
    implements Comparable<ConnectionClass> {

  /** The class of the simpler connections comes first, since simpler atoms have lower numbers. */
  @Override
  public int compareTo(ConnectionClass other) {
    int[] these = {certificate, address, sender, recipient};
    int[] those = {other.certificate, other.address, other.sender, other.recipient};
    return Arrays.compare(these, those);
  }
}
