package org.exoattribution.testkit.jqwik;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.ArbitraryDecorator;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.model.TenantDirectory;
import org.exoattribution.testkit.pki.SyntheticCertificate;

/** Transactions of up to three recipients that are drawn from a directory. */
public final class TransactionArbitrary extends ArbitraryDecorator<SimulatedTransaction> {
  private static final int MOST_RECIPIENTS = 3;

  private final Arbitrary<TenantDirectory> directories;
  private final ConnectionRecipes recipes;

  private TransactionArbitrary(Arbitrary<TenantDirectory> directories, ConnectionRecipes recipes) {
    this.directories = Objects.requireNonNull(directories, "directories");
    this.recipes = Objects.requireNonNull(recipes, "recipes");
  }

  /** Each from a directory of its own. */
  static TransactionArbitrary drawnFromAny(Arbitrary<TenantDirectory> directories) {
    return new TransactionArbitrary(
        directories, ConnectionRecipes.defaults().withAtMostRecipients(MOST_RECIPIENTS));
  }

  /** Transactions that touch this directory. */
  public static TransactionArbitrary drawnFrom(TenantDirectory directory) {
    return drawnFromAny(Arbitraries.just(Objects.requireNonNull(directory, "directory")));
  }

  /** With at most so many recipients, at least one. Default: 3. */
  public TransactionArbitrary withAtMostRecipients(int changed) {
    return new TransactionArbitrary(directories, recipes.withAtMostRecipients(changed));
  }

  /** All at this instant. Default: mostly 2026-01-01T00:00:00Z, else some of 2017. */
  public TransactionArbitrary at(Instant instant) {
    return new TransactionArbitrary(directories, recipes.at(Arbitraries.just(instant)));
  }

  /** All present one of these, in TLS but for a few. Default: half, of the directory's names. */
  public TransactionArbitrary withCertificates(Arbitrary<SyntheticCertificate> certificates) {
    return new TransactionArbitrary(directories, recipes.withCertificates(certificates));
  }

  /** None presents a certificate. */
  public TransactionArbitrary withoutCertificates() {
    return new TransactionArbitrary(directories, recipes.withoutCertificates());
  }

  @Override
  protected Arbitrary<SimulatedTransaction> arbitrary() {
    return Combinators.combine(directories, recipes.recipes())
        .as((directory, recipe) -> ConnectionRecipe.follow(List.of(recipe), directory).get(0))
        .withoutEdgeCases();
  }
}
