package org.exoattribution.testkit.jqwik;

import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.ArbitraryDecorator;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.TenantDirectory;
import org.exoattribution.testkit.pki.SyntheticCertificate;

/**
 * Worlds: a random directory under random rules and readings, or one's own directory under those of
 * today, with transactions drawn from it. They shrink to one tenant, the current rules, default
 * readings and one stranger.
 */
public final class WorldArbitrary extends ArbitraryDecorator<World> {
  private static final int MOST_TRANSACTIONS = 3;
  private static final int MOST_RECIPIENTS = 3;

  private final Arbitrary<TenantDirectory> directories;
  private final Arbitrary<RuleSet> ruleSets;
  private final Arbitrary<Readings> readings;
  private final ConnectionRecipes recipes;

  private WorldArbitrary(
      Arbitrary<TenantDirectory> directories,
      Arbitrary<RuleSet> ruleSets,
      Arbitrary<Readings> readings,
      ConnectionRecipes recipes) {
    this.directories = Objects.requireNonNull(directories, "directories");
    this.ruleSets = Objects.requireNonNull(ruleSets, "ruleSets");
    this.readings = Objects.requireNonNull(readings, "readings");
    this.recipes = Objects.requireNonNull(recipes, "recipes");
  }

  static WorldArbitrary create() {
    return new WorldArbitrary(
        TenantDirectoryArbitrary.create(),
        AttributionArbitraries.ruleSets(),
        ReadingsArbitrary.create(),
        ConnectionRecipes.defaults().withAtMostRecipients(MOST_RECIPIENTS));
  }

  /** Over these directories. Default: {@link AttributionArbitraries#directories}. */
  public WorldArbitrary withDirectories(Arbitrary<TenantDirectory> changed) {
    return new WorldArbitrary(changed, ruleSets, readings, recipes);
  }

  /**
   * Over this directory alone, {@linkplain #asOfToday as of today}: what is asked about one's own
   * tenants is what the service does with them now. Older rules and other readings are asked for
   * after this.
   */
  public WorldArbitrary withDirectory(TenantDirectory directory) {
    return withDirectories(Arbitraries.just(Objects.requireNonNull(directory, "directory")))
        .asOfToday();
  }

  /** Under the current rules and the default readings alone. */
  public WorldArbitrary asOfToday() {
    return withRuleSets(Arbitraries.just(RuleSet.CURRENT))
        .withReadings(Arbitraries.just(Readings.defaults()));
  }

  /** Under these rules. Default: all, or the current ones over one's own directory. */
  public WorldArbitrary withRuleSets(Arbitrary<RuleSet> changed) {
    return new WorldArbitrary(directories, changed, readings, recipes);
  }

  /** Under these readings. Default: all, or the defaults over one's own directory. */
  public WorldArbitrary withReadings(Arbitrary<Readings> changed) {
    return new WorldArbitrary(directories, ruleSets, changed, recipes);
  }

  /** With at most so many recipients in a transaction, at least one. Default: 3. */
  public WorldArbitrary withAtMostRecipients(int changed) {
    return new WorldArbitrary(
        directories, ruleSets, readings, recipes.withAtMostRecipients(changed));
  }

  /** Each with one of these certificates. Default: half with one, of the directory's names. */
  public WorldArbitrary withCertificates(Arbitrary<SyntheticCertificate> certificates) {
    return new WorldArbitrary(
        directories, ruleSets, readings, recipes.withCertificates(certificates));
  }

  /** Without any certificate. */
  public WorldArbitrary withoutCertificates() {
    return new WorldArbitrary(directories, ruleSets, readings, recipes.withoutCertificates());
  }

  @Override
  protected Arbitrary<World> arbitrary() {
    Arbitrary<List<ConnectionRecipe>> drawn =
        recipes.recipes().list().ofMinSize(1).ofMaxSize(MOST_TRANSACTIONS);
    return Combinators.combine(directories, ruleSets, readings, drawn)
        .as(WorldArbitrary::world)
        .withoutEdgeCases();
  }

  private static World world(
      TenantDirectory directory,
      RuleSet ruleSet,
      Readings readings,
      List<ConnectionRecipe> recipes) {
    return new World(directory, ruleSet, readings, ConnectionRecipe.follow(recipes, directory));
  }
}
