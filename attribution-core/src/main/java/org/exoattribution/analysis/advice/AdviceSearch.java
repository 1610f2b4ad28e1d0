package org.exoattribution.analysis.advice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.exoattribution.analysis.change.Change;
import org.exoattribution.analysis.change.ChangeSubject;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.ConnectorExplanation;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.Finding;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Originating;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;

/**
 * The search for the smallest changes of one connection's attribution: single ones first, then
 * pairs of which neither half is enough. The options come from the nearest misses of the
 * explanation, so that their number does not grow with the directory.
 */
final class AdviceSearch {
  private static final int MOST_TENANTS = 4;
  private static final int MOST_CONNECTORS = 6;
  private static final int MOST_NAMES = 2;

  /** Above this a single change gives something up, so that pairs are looked at as well. */
  private static final int PLAIN_STEP = 6;

  private static final int MOST_EFFORT_OF_A_PAIR = 10;

  /** Up to this many, the tenants can be gone through one by one. */
  private static final int FEW_ENOUGH_TO_SCAN = 10_000;

  private final AttributionEngine engine;
  private final SimulatedConnection connection;
  private final Optional<CertificateVerdict> presented;
  private final List<ConnectorExplanation> nearest;

  AdviceSearch(AttributionEngine engine, SimulatedConnection connection) {
    this.engine = engine;
    this.connection = connection;
    this.presented = engine.evaluateCertificate(connection);
    Explanation explanation = engine.explain(connection);
    this.nearest =
        explanation.stages().stream()
            .flatMap(stage -> stage.connectors().stream())
            .sorted(Comparator.comparingLong(ConnectorExplanation::unmetConditions))
            .toList();
  }

  /** The owner of the recipient's domain. */
  Optional<Tenant> receiver() {
    return engine.ownerOf(connection.rcptTo().domain());
  }

  /** The owner of the sender's domain. */
  Optional<Tenant> sender() {
    return connection.mailFrom().domain().flatMap(engine::ownerOf);
  }

  /** Whose mail it may be: the sender's owner first, then those of the nearest connectors. */
  List<String> sendingTenants() {
    Stream<String> owner = sender().map(Tenant::name).stream();
    Stream<String> near =
        nearest.stream()
            .filter(c -> c.connector() instanceof OnPremisesConnector)
            .map(c -> c.tenant().name());
    Stream<String> named = carriedNames().stream().flatMap(this::holders).map(Tenant::name);
    List<String> concerned =
        Stream.of(owner, near, named).flatMap(s -> s).distinct().limit(MOST_TENANTS).toList();
    return concerned.isEmpty() ? remote() : concerned;
  }

  /** Who accepts the domain of a certificate's name, or one above it. */
  private Stream<Tenant> holders(PresentedName name) {
    return Stream.iterate(
            Optional.of(name.domain()), Optional::isPresent, d -> d.flatMap(DomainName::parent))
        .flatMap(domain -> engine.ownerOf(domain.orElseThrow()).stream());
  }

  /**
   * Where nobody is concerned: whose connector has a name in the same domain as the certificate,
   * else one of the tenants if there are only a few, for then whoever asks means one of them.
   */
  private List<String> remote() {
    Collection<Tenant> tenants = engine.directory().tenants();
    if (tenants.size() > FEW_ENOUGH_TO_SCAN) {
      return List.of();
    }
    List<String> named =
        tenants.stream().filter(this::hasSimilarName).map(Tenant::name).sorted().toList();
    if (named.isEmpty() && tenants.size() <= MOST_TENANTS) {
      return tenants.stream().map(Tenant::name).sorted().toList();
    }
    return named.stream().limit(MOST_TENANTS).toList();
  }

  private boolean hasSimilarName(Tenant tenant) {
    return tenant.inboundConnectors().stream()
        .flatMap(connector -> connector.tlsSenderCertificateName().stream())
        .anyMatch(
            name ->
                carriedNames().stream()
                    .anyMatch(
                        carried ->
                            carried.domain().isBelow(name.domain())
                                || name.domain().isBelow(carried.domain())));
  }

  /** Whose configuration a result that has findings depends on. */
  List<String> tenantsOf(Attribution result) {
    return Stream.concat(result.tenantName().stream(), sendingTenants().stream())
        .distinct()
        .limit(MOST_TENANTS)
        .toList();
  }

  /** What answers a finding alone. */
  Set<Change> optionsFor(
      Finding.Id finding, Optional<Originating> originating, List<String> tenants) {
    List<PresentedName> names = carriedNames();
    Set<Change> options = new LinkedHashSet<>();
    for (Tenant tenant : tenants(tenants)) {
      options.addAll(
          AdviceFindingOptions.of(finding, originating, tenant, connectorsOf(tenant), names));
    }
    return options;
  }

  /** The changes that reach the goal, the least first. */
  List<Advice> changesReaching(
      AdviceGoal goal, Attribution result, Collection<Change> furtherOptions, int most) {
    Set<Change> options = new LinkedHashSet<>(furtherOptions);
    addOfCertificate(options);
    List<PresentedName> names = goal.fitsServer() ? acceptedNames() : List.of();
    for (Tenant tenant : tenants(goal.tenants())) {
      for (InboundConnector connector : connectorsOf(tenant)) {
        options.addAll(
            AdviceConnectorOptions.of(tenant, connector, connection, names, carriedNames()));
      }
      options.addAll(AdviceTenantOptions.of(engine, tenant, connection, names));
    }
    options.removeIf(goal.possible().negate());
    List<Advice> found = new ArrayList<>();
    List<Change> notEnough = new ArrayList<>();
    for (Change option : options) {
      boolean whole = furtherOptions.contains(option); // what it adds is for other mail's sake
      if (!whole && isMoreThanEnough(option, goal)) {
        continue;
      }
      if (!addIfReached(option, goal, result, found)) {
        notEnough.add(option);
      }
    }
    if (found.stream().filter(a -> a.change().effort() <= PLAIN_STEP).count() < 2) {
      addPairs(notEnough, goal, result, found);
    }
    return found.stream().sorted(Advice.LEAST_FIRST).limit(most).toList();
  }

  private void addPairs(
      List<Change> options, AdviceGoal goal, Attribution result, List<Advice> found) {
    for (int i = 0; i < options.size(); i++) {
      for (int j = i + 1; j < options.size(); j++) {
        Change pair = Change.all(options.get(i), options.get(j));
        if (pair.effort() <= MOST_EFFORT_OF_A_PAIR && goTogether(options.get(i), options.get(j))) {
          addIfReached(pair, goal, result, found);
        }
      }
    }
  }

  /** The changes to the session and to the certificate that the server presents already. */
  private void addOfCertificate(Set<Change> options) {
    if (!connection.tls()) {
      options.add(Change.tls());
    }
    presented
        .filter(verdict -> !verdict.accepted() && !verdict.names().isEmpty())
        .map(
            v -> Change.mendedCertificate(v.names(), remedy(v.firstFailure().orElseThrow().rule())))
        .ifPresent(options::add);
  }

  private static String remedy(RuleId failed) {
    return switch (failed) {
      case PKI_2 ->
          "renew the server's certificate under the same name: this one is not inside its validity"
              + " period";
      case PKI_3 ->
          "have the server present the intermediate certificates along with its certificate";
      case PKI_4 ->
          "have the server present a certificate of the same name that a public CA issued";
      case PKI_5 ->
          "have the server present a certificate of the same name that is not revoked, and whose"
              + " status can be checked";
      case PKI_6 ->
          "have the server present a certificate of the same name with the extended key usage"
              + " serverAuth";
      default -> "have the server present a certificate of the same name that is accepted";
    };
  }

  /** Two answers to the same question are no pair, and the second would undo the first. */
  private static boolean goTogether(Change one, Change other) {
    Change.Kind question = question(one);
    return question == Change.Kind.ACCEPTED_DOMAIN || question != question(other);
  }

  private static Change.Kind question(Change change) {
    return switch (change.kind()) {
      case ADOPTED_DOMAIN -> Change.Kind.ACCEPTED_DOMAIN;
      case MENDED_CERTIFICATE -> Change.Kind.CERTIFICATE;
      case SUBSCRIPTION -> Change.Kind.DIRECT_SEND;
      case ADDRESS, TRANSACTION -> Change.Kind.TLS;
      default -> change.kind();
    };
  }

  private boolean isMoreThanEnough(Change change, AdviceGoal goal) {
    return change.kind() == Change.Kind.SEVERAL
        && change.parts().stream().anyMatch(part -> reached(part, goal).isPresent());
  }

  private Optional<Attribution> reached(Change change, AdviceGoal goal) {
    return tried(change).filter(goal.reached());
  }

  /** What would come of the connection; empty if the change cannot be made. */
  Optional<Attribution> tried(Change change) {
    try {
      return Optional.of(change.applyTo(ChangeSubject.of(engine, connection)).attribution());
    } catch (InvalidValueException e) {
      return Optional.empty(); // against the rules of the directory, so that the cmdlet refuses too
    }
  }

  private boolean addIfReached(
      Change change, AdviceGoal goal, Attribution result, List<Advice> found) {
    Optional<Attribution> then = reached(change, goal);
    then.ifPresent(
        attribution -> {
          Set<Finding.Id> resolved = EnumSet.noneOf(Finding.Id.class);
          resolved.addAll(AdviceGoal.ids(result));
          resolved.removeAll(AdviceGoal.ids(attribution));
          found.add(new Advice(change, resolved, attribution, Optional.empty()));
        });
    return then.isPresent();
  }

  /** The names of the certificate that the server has, whatever becomes of it. */
  private List<PresentedName> carriedNames() {
    Optional<CertificateVerdict> carried =
        connection.tls()
            ? presented
            : engine.evaluateCertificate(connection.toBuilder().tls(true).build());
    return carried.map(CertificateVerdict::names).orElse(List.of());
  }

  private List<PresentedName> acceptedNames() {
    return presented
        .filter(CertificateVerdict::accepted)
        .map(verdict -> verdict.names().stream().limit(MOST_NAMES).toList())
        .orElse(List.of());
  }

  private List<Tenant> tenants(List<String> names) {
    return names.stream().flatMap(name -> engine.directory().tenant(name).stream()).toList();
  }

  private List<InboundConnector> connectorsOf(Tenant tenant) {
    Stream<InboundConnector> explained =
        nearest.stream()
            .filter(c -> c.tenant().equals(tenant))
            .map(ConnectorExplanation::connector);
    return Stream.concat(explained, tenant.inboundConnectors().stream())
        .distinct()
        .limit(MOST_CONNECTORS)
        .toList();
  }
}
