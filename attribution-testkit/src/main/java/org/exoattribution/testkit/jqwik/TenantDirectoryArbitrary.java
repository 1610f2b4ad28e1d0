package org.exoattribution.testkit.jqwik;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.ArbitraryDecorator;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/**
 * Directories of a few tenants that get into each other's way: shared addresses and connectors,
 * wildcards over each other, parent and child domains in different tenants. Now and then one of
 * those that are written by hand.
 */
public final class TenantDirectoryArbitrary extends ArbitraryDecorator<TenantDirectory> {
  private final Arbitrary<Tenant> tenants;
  private final int mostTenants;
  private final int mostOverlaps;
  private final boolean byHand;

  private TenantDirectoryArbitrary(
      Arbitrary<Tenant> tenants, int mostTenants, int mostOverlaps, boolean byHand) {
    this.tenants = Objects.requireNonNull(tenants, "tenants");
    this.mostTenants = mostTenants;
    this.mostOverlaps = mostOverlaps;
    this.byHand = byHand;
  }

  static TenantDirectoryArbitrary create() {
    return new TenantDirectoryArbitrary(TenantArbitrary.create(), 4, 3, true);
  }

  /**
   * Of these tenants alone, none written by hand. Of tenants that share a name, and of those that
   * accept the same domain, the first keeps it (DIR-1).
   */
  public TenantDirectoryArbitrary withTenants(Arbitrary<Tenant> changed) {
    return new TenantDirectoryArbitrary(changed, mostTenants, mostOverlaps, false);
  }

  /** Of at most so many tenants, at least one. Default: 4. */
  public TenantDirectoryArbitrary withAtMostTenants(int changed) {
    return new TenantDirectoryArbitrary(tenants, changed, mostOverlaps, byHand);
  }

  /**
   * Without putting anything into tenants that makes them overlap, and none written by hand. What
   * the tenants share of themselves stays.
   */
  public TenantDirectoryArbitrary withoutOverlaps() {
    return new TenantDirectoryArbitrary(tenants, mostTenants, 0, false);
  }

  @Override
  protected Arbitrary<TenantDirectory> arbitrary() {
    Arbitrary<TenantDirectory> random =
        Combinators.combine(
                tenants.list().ofMinSize(1).ofMaxSize(mostTenants),
                Overlap.overlaps().list().ofMaxSize(mostOverlaps))
            .as(TenantDirectoryArbitrary::directory)
            .withoutEdgeCases();
    return byHand
        ? Arbitraries.frequencyOf(
            Tuple.of(4, random), Tuple.of(1, Arbitraries.of(DirectoriesByHand.ALL)))
        : random;
  }

  private static TenantDirectory directory(List<Tenant> drawn, List<Overlap> overlaps) {
    List<Tenant> tenants = new ArrayList<>(Overlap.withOneHolderEach(drawn));
    overlaps.forEach(overlap -> overlap.applyTo(tenants));
    return TenantDirectory.of(Overlap.withOneHolderEach(tenants));
  }
}
