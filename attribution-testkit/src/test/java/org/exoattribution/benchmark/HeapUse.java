package org.exoattribution.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.ref.Reference;

/** The heap that is in use once everything that nobody holds is gone. */
final class HeapUse {
  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

  private HeapUse() {}

  /** Collects until nothing more is freed. In bytes. */
  static long afterCollection() {
    long least = Long.MAX_VALUE;
    while (true) {
      MEMORY.gc();
      long used = MEMORY.getHeapMemoryUsage().getUsed();
      if (used >= least) {
        return least;
      }
      least = used;
    }
  }

  /** What an approach holds beyond the directory that it is given, in bytes. */
  static long beyondDirectory(Approach approach, Population population) {
    long before = afterCollection();
    Resolver resolver = approach.over(population);
    try {
      return afterCollection() - before;
    } finally {
      Reference.reachabilityFence(resolver);
      Reference.reachabilityFence(population);
    }
  }
}
