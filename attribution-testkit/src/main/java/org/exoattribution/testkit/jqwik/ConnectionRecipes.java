package org.exoattribution.testkit.jqwik;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.exoattribution.testkit.jqwik.ConnectionRecipe.CertificateRecipe;
import org.exoattribution.testkit.jqwik.ConnectionRecipe.Choice;
import org.exoattribution.testkit.jqwik.ConnectionRecipe.Origin;
import org.exoattribution.testkit.jqwik.ConnectionRecipe.SenderKind;
import org.exoattribution.testkit.jqwik.ConnectionRecipe.Session;
import org.exoattribution.testkit.pki.SyntheticCertificate;

/**
 * Draws recipes; what connections, transactions and worlds have in common.
 *
 * @param instants when connections take place
 * @param certificates what they present
 * @param mostRecipients in one transaction
 */
record ConnectionRecipes(
    Arbitrary<Instant> instants,
    Arbitrary<Optional<CertificateRecipe>> certificates,
    int mostRecipients) {

  static ConnectionRecipes defaults() {
    Arbitrary<Instant> instants =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.just(SmallPools.TODAY)),
            Tuple.of(1, Arbitraries.of(SmallPools.INSTANTS)));
    return new ConnectionRecipes(instants, touching().optional(0.5), 1);
  }

  ConnectionRecipes at(Arbitrary<Instant> changed) {
    return new ConnectionRecipes(changed, certificates, mostRecipients);
  }

  ConnectionRecipes withCertificates(Arbitrary<SyntheticCertificate> given) {
    return new ConnectionRecipes(
        instants,
        given.map(
            certificate ->
                Optional.of(
                    new CertificateRecipe(
                        List.of(),
                        CertificateForm.CN_AND_SAN,
                        CertificateVariant.SOUND,
                        Optional.of(certificate)))),
        mostRecipients);
  }

  ConnectionRecipes withoutCertificates() {
    return new ConnectionRecipes(instants, Arbitraries.just(Optional.empty()), mostRecipients);
  }

  ConnectionRecipes withAtMostRecipients(int changed) {
    return new ConnectionRecipes(instants, certificates, changed);
  }

  Arbitrary<ConnectionRecipe> recipes() {
    Arbitrary<SenderKind> senderKinds =
        Arbitraries.frequency(
            Tuple.of(12, SenderKind.DOMAIN),
            Tuple.of(2, SenderKind.NULL),
            Tuple.of(1, SenderKind.ADDRESS_LITERAL));
    Arbitrary<Session> sessions =
        Combinators.combine(
                certificates,
                Chances.rarely(true, 1, 6),
                Arbitraries.of(SmallPools.FORESTS).optional(0.3),
                instants)
            .as(Session::new);
    return Combinators.combine(
            Arbitraries.integers().between(0, 3),
            choices(1),
            choices(1),
            senderKinds,
            choices(2).list().ofMinSize(1).ofMaxSize(mostRecipients),
            choices(1).optional(0.4),
            sessions)
        .as(ConnectionRecipe::new);
  }

  /** Certificates whose names touch the directory. */
  private static Arbitrary<CertificateRecipe> touching() {
    return Combinators.combine(
            choices(1),
            choices(1).optional(0.1),
            CertificateForm.forms(),
            CertificateVariant.variants())
        .as(
            (name, other, form, variant) ->
                new CertificateRecipe(
                    Stream.concat(Stream.of(name), other.stream()).toList(),
                    form,
                    variant,
                    Optional.empty()));
  }

  /** So many strangers in eight; shrinks to the first stranger. */
  private static Arbitrary<Choice> choices(int strangers) {
    Arbitrary<Origin> origins =
        Arbitraries.frequency(
            Tuple.of(strangers, Origin.STRANGERS),
            Tuple.of(2, Origin.ANY_TENANT),
            Tuple.of(6 - strangers, Origin.ONE_TENANT));
    return Combinators.combine(origins, Arbitraries.integers().between(0, 59)).as(Choice::new);
  }
}
