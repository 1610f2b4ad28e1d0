package org.exoattribution.testkit.jqwik;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.Forest;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.ReversePath;
import org.exoattribution.model.RevocationStatus;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.model.TenantDirectory;
import org.exoattribution.testkit.pki.CertificateBundle;
import org.exoattribution.testkit.pki.SyntheticCertificate;
import org.exoattribution.testkit.pki.SyntheticPki;

/**
 * A transaction in terms of a directory that is not known yet: which of its touchpoints to take.
 * Directory and recipes are drawn apart from each other, so that both can shrink.
 */
record ConnectionRecipe(
    int tenant,
    Choice address,
    Choice sender,
    SenderKind senderKind,
    List<Choice> recipients,
    Optional<Choice> headerFrom,
    Session session) {

  /** What has nothing to do with the envelope. */
  record Session(
      Optional<CertificateRecipe> certificate,
      boolean unusualTls,
      Optional<Forest> forest,
      Instant at) {}

  /** How the envelope sender is written. */
  enum SenderKind {
    DOMAIN,
    NULL,
    ADDRESS_LITERAL
  }

  /** What to choose among. */
  enum Origin {
    /** What the directory has nothing to do with. */
    STRANGERS,
    /** The touchpoints of all tenants. */
    ANY_TENANT,
    /** Those of the tenant that the connection is mostly about, or of all if it has none. */
    ONE_TENANT
  }

  /**
   * One of many.
   *
   * @param index which one, modulo the number there are
   */
  record Choice(Origin origin, int index) {
    <T> T of(Pools pools, Function<Touchpoints, List<T>> kind, List<T> strangers) {
      List<T> pool = origin == Origin.ONE_TENANT ? kind.apply(pools.ofOneTenant) : List.of();
      if (pool.isEmpty() && origin != Origin.STRANGERS) {
        pool = kind.apply(pools.all);
      }
      pool = pool.isEmpty() ? strangers : pool;
      return pool.get(index % pool.size());
    }
  }

  private record Pools(Touchpoints all, Touchpoints ofOneTenant) {}

  /** A certificate whose names are to be chosen, or one that is given as it is. */
  record CertificateRecipe(
      List<Choice> names,
      CertificateForm form,
      CertificateVariant variant,
      Optional<SyntheticCertificate> given) {

    private SyntheticCertificate of(Pools pools, Instant at) {
      return given.orElseGet(
          () -> {
            List<String> chosen =
                names.stream()
                    .map(name -> name.of(pools, Touchpoints::certificateNames, STRANGE_NAMES))
                    .distinct()
                    .toList();
            return variant.of(form.of(chosen.get(0), chosen.subList(1, chosen.size())), at);
          });
    }
  }

  private static final List<String> STRANGE_NAMES =
      List.of("mail.stranger.example", "*.stranger.example");

  private static final List<IpAddress> STRANGE_ADDRESSES =
      SmallPools.STRANGE_ADDRESSES.stream().map(IpAddress::parse).toList();

  /** The transactions that the recipes make of this directory. */
  static List<SimulatedTransaction> follow(
      List<ConnectionRecipe> recipes, TenantDirectory directory) {
    Touchpoints all = Touchpoints.of(directory);
    List<Touchpoints> each = Touchpoints.ofEach(directory);
    return recipes.stream()
        .map(
            recipe ->
                recipe.follow(
                    new Pools(all, each.isEmpty() ? all : each.get(recipe.tenant % each.size()))))
        .toList();
  }

  private SimulatedTransaction follow(Pools pools) {
    List<ForwardPath> paths =
        recipients.stream().map(choice -> ForwardPath.of(domain(choice, pools))).toList();
    SimulatedConnection.Builder builder =
        SimulatedConnection.builder()
            .sourceIp(address.of(pools, Touchpoints::addresses, STRANGE_ADDRESSES))
            .mailFrom(reversePath(pools))
            .rcptTo(paths.get(0))
            .tls(session.certificate.isPresent() != session.unusualTls)
            .at(session.at);
    session.forest.ifPresent(builder::forest);
    headerFrom.ifPresent(choice -> builder.headerFrom(domain(choice, pools).value()));
    session.certificate.ifPresent(
        recipe ->
            builder.presentedCertificate(presented(recipe.of(pools, session.at), session.at)));
    return SimulatedTransaction.of(builder.build(), paths.subList(1, paths.size()));
  }

  private static DomainName domain(Choice choice, Pools pools) {
    return choice.of(pools, Touchpoints::domains, SmallPools.STRANGE_DOMAINS);
  }

  private ReversePath reversePath(Pools pools) {
    return switch (senderKind) {
      case DOMAIN -> ReversePath.of(domain(sender, pools));
      case NULL -> ReversePath.NULL;
      case ADDRESS_LITERAL -> ReversePath.parse("root@[192.0.2.10]");
    };
  }

  /** Issued for the day, so that its connections share certificates. */
  static PresentedCertificate presented(SyntheticCertificate description, Instant at) {
    CertificateBundle bundle =
        SyntheticPki.shared().issue(description, at.truncatedTo(ChronoUnit.DAYS));
    return PresentedCertificate.of(bundle.chain())
        .withRevocationStatus(RevocationStatus.ofCrls(bundle.crls()));
  }
}
