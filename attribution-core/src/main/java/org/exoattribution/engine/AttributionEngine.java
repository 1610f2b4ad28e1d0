package org.exoattribution.engine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.exoattribution.certificate.CertificateEvaluator;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.certificate.TrustAnchors;
import org.exoattribution.engine.explanation.Explanations;
import org.exoattribution.engine.index.DirectoryIndex;
import org.exoattribution.engine.index.LookAhead;
import org.exoattribution.engine.stage.Case;
import org.exoattribution.engine.stage.Contested;
import org.exoattribution.engine.stage.RecipientResult;
import org.exoattribution.engine.stage.Scope;
import org.exoattribution.engine.stage.Setting;
import org.exoattribution.engine.stage.StageResults;
import org.exoattribution.engine.stage.Transactions;
import org.exoattribution.engine.stage.Variants;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.ReadingSet;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides which tenant of a directory a connection is attributed to and through which inbound
 * connector, or why it is refused, as Exchange Online does. The tenant whose on-premises
 * environment sends is looked for first, by certificate and then by source address; mail of nobody
 * is incoming to the recipient's tenant.
 *
 * <p>Immutable and thread-safe; verdicts about certificates are remembered. Resolving a well-formed
 * connection never throws.
 */
public final class AttributionEngine {
  private static final Logger LOG = LoggerFactory.getLogger(AttributionEngine.class);

  /** So many connections are looked up together that their data fit into the nearest cache. */
  private static final int GROUP = 32;

  /** So many are resolved by one thread after the other. */
  private static final int PORTION = 32 * GROUP;

  private final TenantDirectory directory;
  private final Setting setting;
  private final TrustAnchors trustAnchors;
  private final CertificateEvaluator certificates;

  private AttributionEngine(
      TenantDirectory directory,
      Setting setting,
      TrustAnchors trustAnchors,
      CertificateEvaluator certificates) {
    this.directory = Objects.requireNonNull(directory, "directory");
    this.setting = Objects.requireNonNull(setting, "setting");
    this.trustAnchors = Objects.requireNonNull(trustAnchors, "trustAnchors");
    this.certificates = Objects.requireNonNull(certificates, "certificates");
  }

  /** An engine with the current rules and default readings that trusts no CA. */
  public static AttributionEngine of(TenantDirectory directory) {
    return builder(directory).build();
  }

  /** An engine over the directory whose rules, readings and trust anchors are to be set. */
  public static Builder builder(TenantDirectory directory) {
    return new Builder(directory);
  }

  /** The attribution of a connection to its recipient. */
  public Attribution resolve(SimulatedConnection connection) {
    Attribution attribution = attribution(connection, verdict(connection));
    LOG.debug("{}: {}", connection, attribution.verdict());
    return attribution;
  }

  /** One attribution for each recipient, in their order (MULTI-1 to MULTI-3). */
  public List<Attribution> resolve(SimulatedTransaction transaction) {
    List<RecipientResult> results = results(transaction);
    List<ReadingSet> contested = Contested.in(transaction, results);
    return IntStream.range(0, results.size())
        .mapToObj(i -> results.get(i).attribution(contested.get(i)))
        .toList();
  }

  /**
   * The attributions of connections that have nothing to do with each other, in their order;
   * resolved in parallel, in Java's common pool.
   */
  public List<Attribution> resolveAll(List<SimulatedConnection> connections) {
    Attribution[] attributions = new Attribution[connections.size()];
    IntStream.range(0, (attributions.length + PORTION - 1) / PORTION)
        .parallel()
        .forEach(portion -> resolve(connections, portion * PORTION, attributions));
    return List.of(attributions);
  }

  private void resolve(
      List<SimulatedConnection> connections, int from, Attribution[] attributions) {
    LookAhead ahead = setting.index().lookAhead(GROUP);
    int until = Math.min(from + PORTION, attributions.length);
    for (int i = from; i < until; i++) {
      if ((i - from) % GROUP == 0) {
        ahead.to(connections, i, Math.min(i + GROUP, until));
      }
      attributions[i] = resolve(connections.get(i));
    }
  }

  /** The same attribution as {@link #resolve(SimulatedConnection)}, with its reasons. */
  public Explanation explain(SimulatedConnection connection) {
    return explain(StageResults.of(given(connection, verdict(connection))));
  }

  /**
   * The attribution of a connection as if it had presented, in a TLS session, a certificate about
   * which this is the verdict. For questions about certificates that nobody has made yet; what the
   * connection itself presents is ignored.
   */
  public Attribution resolve(SimulatedConnection connection, CertificateVerdict certificate) {
    return attribution(connection, Objects.requireNonNull(certificate, "certificate"));
  }

  /** The same attribution as {@link #resolve(SimulatedConnection, CertificateVerdict)}. */
  public Explanation explain(SimulatedConnection connection, CertificateVerdict certificate) {
    Objects.requireNonNull(certificate, "certificate");
    return explain(StageResults.of(given(connection, certificate)));
  }

  /** One explanation for each recipient, in their order. */
  public List<Explanation> explain(SimulatedTransaction transaction) {
    List<RecipientResult> results = results(transaction);
    List<ReadingSet> contested = Contested.in(transaction, results);
    return IntStream.range(0, results.size())
        .mapToObj(i -> explain(results.get(i), contested.get(i)))
        .toList();
  }

  /**
   * What each recipient comes to, in their order, under this engine's readings and then under every
   * combination of others that may make a difference, the fewest changes first. Readings that have
   * no say keep their values.
   */
  public Map<Readings, List<AttributionOutcome>> outcomes(SimulatedTransaction transaction) {
    return Variants.of(transaction, results(transaction)).outcomes();
  }

  /**
   * What the service makes of the connection's certificate; empty if none was presented in a TLS
   * session (PKI-1).
   */
  public Optional<CertificateVerdict> evaluateCertificate(SimulatedConnection connection) {
    return Optional.ofNullable(verdict(connection));
  }

  /** The tenant that owns mail from and to a domain (DOM-2); empty if nobody does. */
  public Optional<Tenant> ownerOf(DomainName domain) {
    int owner = setting.index().ownerOf(domain);
    return owner == DirectoryIndex.NONE
        ? Optional.empty()
        : Optional.of(setting.index().tenant(owner));
  }

  /**
   * The tenants on which the attribution of a connection depends: the owners of its domains, and
   * whoever has a connector that its certificate's names or its source address match. A directory
   * of these alone attributes it in the same way.
   */
  public List<Tenant> tenantsInScope(SimulatedConnection connection) {
    return Scope.tenants(given(connection, verdict(connection)));
  }

  /**
   * The tenants on which the attribution would depend if the connection presented a certificate
   * about which this is the verdict.
   */
  public List<Tenant> tenantsInScope(
      SimulatedConnection connection, CertificateVerdict certificate) {
    return Scope.tenants(given(connection, Objects.requireNonNull(certificate, "certificate")));
  }

  private Attribution attribution(
      SimulatedConnection connection, @Nullable CertificateVerdict certificate) {
    StageResults results = StageResults.of(given(connection, certificate));
    return results.attribution(Contested.in(results));
  }

  private List<RecipientResult> results(SimulatedTransaction transaction) {
    SimulatedConnection first = transaction.connections().get(0);
    return Transactions.resolve(transaction, given(first, verdict(first)));
  }

  private Case given(SimulatedConnection connection, @Nullable CertificateVerdict certificate) {
    return new Case(setting, connection, certificate);
  }

  private static Explanation explain(StageResults results) {
    return explain(results, Contested.in(results));
  }

  private static Explanation explain(RecipientResult result, ReadingSet contested) {
    return Explanations.of(result, contested, Scope.of(result.given()));
  }

  private @Nullable CertificateVerdict verdict(SimulatedConnection connection) {
    Optional<PresentedCertificate> certificate = connection.presentedCertificate();
    return connection.tls() && certificate.isPresent()
        ? certificates.evaluate(certificate.get(), connection.at())
        : null;
  }

  /** The directory that it resolves against. */
  public TenantDirectory directory() {
    return directory;
  }

  /** The rules that it applies. */
  public RuleSet ruleSet() {
    return setting.rules();
  }

  /** How it answers the contested questions. */
  public Readings readings() {
    return setting.readings();
  }

  /** Whom it trusts to issue certificates. */
  public TrustAnchors trustAnchors() {
    return trustAnchors;
  }

  /**
   * An engine over the same directory under other readings; it shares the indexes, and what is
   * known about certificates.
   */
  public AttributionEngine withReadings(Readings otherReadings) {
    return new AttributionEngine(
        directory,
        new Setting(setting.index(), ruleSet(), otherReadings),
        trustAnchors,
        new CertificateEvaluator(trustAnchors, otherReadings));
  }

  /** An engine over the same directory under other rules; it shares indexes and verdicts. */
  public AttributionEngine withRuleSet(RuleSet otherRules) {
    Objects.requireNonNull(otherRules, "otherRules");
    Setting changed = new Setting(setting.index(), otherRules, readings());
    return new AttributionEngine(directory, changed, trustAnchors, certificates);
  }

  /**
   * An engine over another directory with the same rules, readings and trust anchors; it shares the
   * verdicts about certificates. If one tenant changes, {@link #withTenant} is quicker.
   */
  public AttributionEngine withDirectory(TenantDirectory otherDirectory) {
    return with(otherDirectory, setting.index().of(otherDirectory));
  }

  /**
   * An engine over {@link TenantDirectory#withTenant} of its directory. It shares with this one
   * whatever the tenant does not touch, so that the cost hardly grows with the number of tenants.
   *
   * @throws org.exoattribution.model.InvalidValueException if another tenant accepts one of its
   *     domains (DIR-1)
   */
  public AttributionEngine withTenant(Tenant tenant) {
    return with(directory.withTenant(tenant), tenant.name(), tenant);
  }

  /**
   * An engine over {@link TenantDirectory#withoutTenant} of its directory, which shares as much
   * with this one as {@link #withTenant}.
   */
  public AttributionEngine withoutTenant(String name) {
    return with(directory.withoutTenant(name), name, null);
  }

  private AttributionEngine with(TenantDirectory changed, String name, @Nullable Tenant after) {
    return with(changed, setting.index().with(changed, directory.tenant(name).orElse(null), after));
  }

  private AttributionEngine with(TenantDirectory otherDirectory, DirectoryIndex otherIndex) {
    Setting changed = new Setting(otherIndex, ruleSet(), readings());
    return new AttributionEngine(otherDirectory, changed, trustAnchors, certificates);
  }

  /** All that its answers depend on, in one line; of the readings those that are no defaults. */
  @Override
  public String toString() {
    return "engine over "
        + directory
        + "; rules "
        + ruleSet().key()
        + ", readings "
        + readings()
        + ", "
        + trustAnchors;
  }

  /** Builds engines. */
  public static final class Builder {
    private final TenantDirectory directory;
    private RuleSet ruleSet = RuleSet.CURRENT;
    private Readings readings = Readings.defaults();
    private TrustAnchors trustAnchors = TrustAnchors.none();
    private long hashSeed;

    private Builder(TenantDirectory directory) {
      this.directory = Objects.requireNonNull(directory, "directory");
    }

    /** Default {@link RuleSet#CURRENT}. */
    public Builder ruleSet(RuleSet value) {
      ruleSet = Objects.requireNonNull(value, "ruleSet");
      return this;
    }

    /** Default {@link Readings#defaults}. */
    public Builder readings(Readings value) {
      readings = Objects.requireNonNull(value, "readings");
      return this;
    }

    /** Default {@link TrustAnchors#none}. */
    public Builder trustAnchors(TrustAnchors value) {
      trustAnchors = Objects.requireNonNull(value, "trustAnchors");
      return this;
    }

    /**
     * What decides the keys of the hash by which the indexes find names and addresses; default 0,
     * so that runs repeat. No answer depends on it. Where strangers choose what is in the
     * directory, a number that they cannot know keeps them from making names that collide.
     */
    public Builder hashSeed(long value) {
      hashSeed = value;
      return this;
    }

    /** Builds the engine with its indexes: linear in the size of the directory. */
    public AttributionEngine build() {
      return new AttributionEngine(
          directory,
          new Setting(new DirectoryIndex(directory, hashSeed), ruleSet, readings),
          trustAnchors,
          new CertificateEvaluator(trustAnchors, readings));
    }
  }
}
