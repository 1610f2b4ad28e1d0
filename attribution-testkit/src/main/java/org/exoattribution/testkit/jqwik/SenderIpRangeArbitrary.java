package org.exoattribution.testkit.jqwik;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.ArbitraryDecorator;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.SenderIpRange;

/**
 * Entries of SenderIPAddresses that overlap and touch: mostly out of few, else of any length around
 * one of them. They shrink towards the first of the ranges.
 */
public final class SenderIpRangeArbitrary extends ArbitraryDecorator<SenderIpRange> {
  private final List<SenderIpRange> ranges;

  private SenderIpRangeArbitrary(List<SenderIpRange> ranges) {
    this.ranges = List.copyOf(ranges);
  }

  static SenderIpRangeArbitrary create() {
    return new SenderIpRangeArbitrary(SmallPools.RANGES);
  }

  /**
   * Around these ranges. Default: nine of the documentation networks (RFC 5737).
   *
   * @throws org.exoattribution.model.InvalidValueException if one is no entry (CON-1)
   */
  public SenderIpRangeArbitrary around(String... changed) {
    if (changed.length == 0) {
      throw new IllegalArgumentException("no ranges to choose among: expected at least one");
    }
    return new SenderIpRangeArbitrary(Arrays.stream(changed).map(SenderIpRange::parse).toList());
  }

  @Override
  protected Arbitrary<SenderIpRange> arbitrary() {
    Arbitrary<Integer> lengths =
        Arbitraries.of(32, 31, 30, 29, 28, 27, 26, 25, SenderIpRange.SHORTEST_PREFIX);
    Arbitrary<SenderIpRange> asTheyAre = Arbitraries.of(ranges);
    return Arbitraries.frequencyOf(
            Tuple.of(4, asTheyAre),
            Tuple.of(
                1, Combinators.combine(asTheyAre, lengths).as(SenderIpRangeArbitrary::resized)))
        .withoutEdgeCases();
  }

  private static SenderIpRange resized(SenderIpRange range, int prefixLength) {
    return SenderIpRange.parse(IpAddress.ofIpv4(range.networkBits()) + "/" + prefixLength);
  }
}
