package org.exoattribution.analysis.advice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.exoattribution.analysis.change.Change;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Finding;
import org.exoattribution.model.Originating;
import org.exoattribution.model.Rejected;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;

/**
 * Says what to change about a rejection or a finding. Every change that it proposes was made on a
 * copy and the connection resolved again: one that does not lead to the intended outcome is not
 * proposed, and one that moves other mail says so.
 *
 * <p>What is intended cannot be known. For a refused relay it is taken to be that the tenant which
 * owns the sender, or has the nearest connectors, relays the mail; for mail that a receiving tenant
 * refuses, that this tenant takes it in; for a finding, the same result without it, or, where mail
 * runs through somebody else's tenant, that it does so no longer.
 */
public final class Advisor {
  private static final int MOST_FOR_A_REJECTION = 4;
  private static final int MOST_FOR_A_FINDING = 2;

  /** Answered by the simulator's user, not by an administrator. */
  private static final Set<Finding.Id> NOT_CONFIGURATION =
      EnumSet.of(Finding.Id.REVOCATION_NOT_CHECKED);

  private final AttributionEngine engine;
  private final AdviceMoves moves;

  private Advisor(AttributionEngine engine) {
    this.engine = Objects.requireNonNull(engine, "engine");
    this.moves = new AdviceMoves(engine);
  }

  /** An advisor that tries changes out with this engine's rules, readings and directory. */
  public static Advisor of(AttributionEngine engine) {
    return new Advisor(engine);
  }

  /**
   * The changes for a result of this engine, the least first: for a rejection any one of them is
   * enough; for findings each says which it resolves. Empty if there is nothing to change, or no
   * change that was tried helps.
   */
  public List<Advice> advise(Attribution result) {
    return result.fold(this::forFindings, this::forFindings, this::forRejection).stream()
        .map(each -> each.moving(moves.of(each.change(), result.connection())))
        .toList();
  }

  /**
   * The changes with which another attribution would have come of a connection, the least first:
   * the same search, asked what may have been otherwise. What else they move is not looked at.
   *
   * @param tenants whose configuration may have been
   * @param reached whether an attribution is the other one
   * @param further changes to try beside those that the search comes upon
   * @param possible which changes can be meant
   */
  public List<Advice> changesTowards(
      SimulatedConnection connection,
      List<String> tenants,
      Predicate<Attribution> reached,
      Collection<Change> further,
      Predicate<Change> possible) {
    return search(connection)
        .changesReaching(
            new AdviceGoal(tenants, reached, possible, true),
            engine.resolve(connection),
            further,
            MOST_FOR_A_REJECTION);
  }

  private List<Advice> forRejection(Rejected rejected) {
    if (rejected.grounds().rules().contains(RuleId.MULTI_2)) {
      return forTransaction(rejected);
    }
    AdviceSearch search = search(rejected.connection());
    Set<Advice> found = new LinkedHashSet<>();
    for (AdviceGoal goal : goals(rejected, search)) {
      found.addAll(search.changesReaching(goal, rejected, Set.of(), MOST_FOR_A_REJECTION));
    }
    return found.stream().sorted(Advice.LEAST_FIRST).limit(MOST_FOR_A_REJECTION).toList();
  }

  private static List<AdviceGoal> goals(Rejected rejected, AdviceSearch search) {
    if (rejected.tenant().isPresent()) {
      Tenant tenant = rejected.tenant().get();
      return List.of(AdviceGoal.letIn(tenant.name(), search.sender().equals(rejected.tenant())));
    }
    List<AdviceGoal> goals = new ArrayList<>();
    search.receiver().ifPresent(receiver -> goals.add(AdviceGoal.letIn(receiver.name(), true)));
    if (goals.isEmpty()) {
      search.sendingTenants().forEach(tenant -> goals.add(AdviceGoal.originating(tenant)));
    }
    return goals;
  }

  /** MULTI-2: what a recipient comes to in a transaction of its own, and what that takes. */
  private List<Advice> forTransaction(Rejected rejected) {
    Change alone = Change.transaction();
    Attribution result = engine.resolve(rejected.connection());
    if (result.verdict() != Attribution.Verdict.REJECTED) {
      return List.of(new Advice(alone, Set.of(), result, Optional.empty()));
    }
    return result.fold(this::forFindings, this::forFindings, this::forRejection).stream()
        .map(
            advice ->
                new Advice(
                    Change.all(alone, advice.change()),
                    Set.of(),
                    advice.result(),
                    Optional.empty()))
        .toList();
  }

  private List<Advice> forFindings(Attribution result) {
    List<Advice> found = new ArrayList<>();
    if (result.findings().isEmpty()) {
      return found;
    }
    // The first recipient's result may hold for this one: what decides is that connection.
    AdviceSearch search = search(result.connection());
    Optional<Originating> originating =
        result.fold(Optional::of, incoming -> Optional.empty(), rejected -> Optional.empty());
    for (Finding.Id finding : AdviceGoal.ids(result)) {
      boolean resolved = found.stream().anyMatch(advice -> advice.resolves().contains(finding));
      if (!resolved && isFlaw(finding, result, search)) {
        AdviceGoal goal = AdviceGoal.without(finding, result, search.tenantsOf(result));
        found.addAll(
            search.changesReaching(
                goal,
                result,
                search.optionsFor(finding, originating, goal.tenants()),
                MOST_FOR_A_FINDING));
      }
    }
    return found;
  }

  /** A certificate that fits no connector is a flaw of one's own server, and normal for others. */
  private static boolean isFlaw(Finding.Id finding, Attribution result, AdviceSearch search) {
    if (finding == Finding.Id.CERTIFICATE_UNMATCHED
        && result.verdict() == Attribution.Verdict.INCOMING) {
      return search.sender().isPresent() && search.sender().equals(search.receiver());
    }
    return !NOT_CONFIGURATION.contains(finding);
  }

  private AdviceSearch search(SimulatedConnection connection) {
    return new AdviceSearch(engine, connection);
  }
}
