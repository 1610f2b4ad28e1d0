package org.exoattribution.testkit.jqwik;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.ArbitraryDecorator;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.TenantDirectory;
import org.exoattribution.testkit.pki.SyntheticCertificate;

/**
 * Connections that are drawn from a directory, so that most of them touch something in it: from
 * inside and from the edges of its address ranges, with certificates of the names that its
 * connectors match or just miss, between its domains and those next to them. A sender is sometimes
 * the null reverse-path, a source sometimes IPv6. They shrink to a stranger in plaintext.
 */
public final class ConnectionArbitrary extends ArbitraryDecorator<SimulatedConnection> {
  private final Arbitrary<TenantDirectory> directories;
  private final ConnectionRecipes recipes;

  private ConnectionArbitrary(Arbitrary<TenantDirectory> directories, ConnectionRecipes recipes) {
    this.directories = Objects.requireNonNull(directories, "directories");
    this.recipes = Objects.requireNonNull(recipes, "recipes");
  }

  /** Each from a directory of its own. */
  static ConnectionArbitrary drawnFromAny(Arbitrary<TenantDirectory> directories) {
    return new ConnectionArbitrary(directories, ConnectionRecipes.defaults());
  }

  /** Connections that touch this directory. */
  public static ConnectionArbitrary drawnFrom(TenantDirectory directory) {
    return drawnFromAny(Arbitraries.just(Objects.requireNonNull(directory, "directory")));
  }

  /** All at this instant. Default: mostly 2026-01-01T00:00:00Z, else some of 2017. */
  public ConnectionArbitrary at(Instant instant) {
    return new ConnectionArbitrary(directories, recipes.at(Arbitraries.just(instant)));
  }

  /** All present one of these, in TLS but for a few. Default: half, of the directory's names. */
  public ConnectionArbitrary withCertificates(Arbitrary<SyntheticCertificate> certificates) {
    return new ConnectionArbitrary(directories, recipes.withCertificates(certificates));
  }

  /** None presents a certificate. */
  public ConnectionArbitrary withoutCertificates() {
    return new ConnectionArbitrary(directories, recipes.withoutCertificates());
  }

  @Override
  protected Arbitrary<SimulatedConnection> arbitrary() {
    return Combinators.combine(directories, recipes.recipes())
        .as(
            (directory, recipe) ->
                ConnectionRecipe.follow(List.of(recipe), directory).get(0).connections().get(0))
        .withoutEdgeCases();
  }
}
