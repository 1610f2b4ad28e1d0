package org.exoattribution.engine.index;

/**
 * The keys of a table's hash, one after the other, all decided by a seed: the same directory has
 * the same tables in every run. A table in which an entry stands too far from its slot takes the
 * next key. Who does not know the seed cannot bring that about. Who does needs as many entries that
 * collide as {@link #farthestAllowed} says for every change of the key, so that building a table
 * from n crafted entries takes no more than n * n / 400 steps, and finding one a few hundred.
 */
final class HashKeys {
  private long state;

  HashKeys(long seed) {
    this.state = seed;
  }

  /** The next key, not negative: SplitMix64 (Steele, Lea and Flood, 2014). */
  long next() {
    state += 0x9E3779B97F4A7C15L;
    long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return (mixed ^ (mixed >>> 31)) >>> 1;
  }

  /**
   * How many slots may lie between an entry and the first one of its hash. In a table that is two
   * thirds full, chance alone makes it 14 times the natural logarithm of their number (Knuth,
   * volume 3, section 6.4); this is more than twice as much.
   */
  static int farthestAllowed(int slots) {
    return 64 + 24 * (Integer.SIZE - Integer.numberOfLeadingZeros(slots));
  }
}
