package org.exoattribution.benchmark;

import org.exoattribution.certificate.CertificateEvaluator;
import org.exoattribution.model.Readings;

/** The ways to attribute connections that are compared; the engine is one of them. */
public enum Approach {
  ENGINE("engine") {
    @Override
    Resolver over(Population population) {
      return Resolver.of(population.engine());
    }
  },
  LINEAR_SCAN("linear scan") {
    @Override
    Resolver over(Population population) {
      return plain(population, new LinearLookup(population.directory()));
    }
  },
  HASH_MAPS("HashMap") {
    @Override
    Resolver over(Population population) {
      return plain(population, new HashLookup(population.directory(), new PrefixMaps()));
    }
  },
  RANGE_MAP("with Guava's range map") {
    @Override
    Resolver over(Population population) {
      return plain(population, new HashLookup(population.directory(), new RangeMapTable()));
    }
  },
  IP_TRIE("with IPAddress's trie") {
    @Override
    Resolver over(Population population) {
      return plain(population, new HashLookup(population.directory(), new TrieTable()));
    }
  };

  private final String title;

  Approach(String title) {
    this.title = title;
  }

  /** The heading of its column. */
  String title() {
    return title;
  }

  /** Builds all that it needs to resolve against the directory. */
  abstract Resolver over(Population population);

  private static Resolver plain(Population population, Lookup lookup) {
    return new PlainAttribution(
        lookup, new CertificateEvaluator(population.trustAnchors(), Readings.defaults()));
  }
}
