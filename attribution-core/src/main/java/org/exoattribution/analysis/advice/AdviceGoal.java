package org.exoattribution.analysis.advice;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.exoattribution.analysis.change.Change;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.Finding;

/**
 * What a change is meant to achieve.
 *
 * @param tenants the tenants whose configuration could be changed for it, the likeliest first
 * @param reached whether an attribution is what is meant
 * @param possible which changes are an answer, and no evasion
 * @param fitsServer whether a tenant may be fitted to the name that the server presents, and does
 *     not adopt somebody else's server by it
 */
record AdviceGoal(
    List<String> tenants,
    Predicate<Attribution> reached,
    Predicate<Change> possible,
    boolean fitsServer) {
  /** Findings that say that mail runs through somebody else's tenant. */
  private static final Set<Finding.Id> FOREIGN =
      EnumSet.of(
          Finding.Id.FOREIGN_SENDER, Finding.Id.FOREIGN_RECIPIENT, Finding.Id.WILDCARD_CAPTURE);

  /** Findings about which of several connectors it is. */
  private static final Set<Finding.Id> SAME_CONNECTOR =
      EnumSet.of(Finding.Id.AMBIGUOUS_CONNECTOR, Finding.Id.DISABLED_CONNECTOR_WOULD_MATCH);

  /** The mail is relayed for the tenant. */
  static AdviceGoal originating(String tenant) {
    return new AdviceGoal(List.of(tenant), a -> isOriginating(a, tenant), change -> true, true);
  }

  /**
   * The tenant takes the mail in.
   *
   * @param own whether it may turn out to be the tenant's own: to make a stranger's mail that would
   *     open the tenant's relay
   */
  static AdviceGoal letIn(String tenant, boolean own) {
    return new AdviceGoal(
        List.of(tenant),
        a ->
            (own && isOriginating(a, tenant))
                || (a.verdict() == Attribution.Verdict.INCOMING
                    && a.tenantName().equals(Optional.of(tenant))),
        AdviceGoal::keepsSender,
        true);
  }

  /** Of mail that is to come from the same sender, another MAIL FROM domain is no answer. */
  private static boolean keepsSender(Change change) {
    return change.kind() != Change.Kind.ENVELOPE && change.kind() != Change.Kind.ADOPTED_DOMAIN;
  }

  private static boolean isOriginating(Attribution attribution, String tenant) {
    return attribution.verdict() == Attribution.Verdict.ORIGINATING
        && attribution.tenantName().equals(Optional.of(tenant));
  }

  /**
   * The result is rid of a finding. Mail that runs through a foreign tenant is to go elsewhere; any
   * other finding is to go away, while the mail stays where it is.
   */
  static AdviceGoal without(Finding.Id finding, Attribution result, List<String> tenants) {
    if (FOREIGN.contains(finding)) {
      Set<Finding.Id> found = ids(result);
      return new AdviceGoal(
          tenants,
          a -> a.verdict() != Attribution.Verdict.REJECTED && lacks(a, finding, result, FOREIGN),
          AdviceGoal::keepsSender,
          !found.contains(Finding.Id.FOREIGN_SENDER)
              && !found.contains(Finding.Id.FOREIGN_RECIPIENT));
    }
    return new AdviceGoal(
        tenants,
        a ->
            AttributionOutcome.of(a)
                    .destination()
                    .equals(AttributionOutcome.of(result).destination())
                && (!SAME_CONNECTOR.contains(finding)
                    || a.connectorName().equals(result.connectorName()))
                && lacks(a, finding, result, EnumSet.allOf(Finding.Id.class)),
        change -> true,
        true);
  }

  /** It lacks the finding, and has none of these that it did not have before. */
  private static boolean lacks(
      Attribution changed, Finding.Id finding, Attribution result, Set<Finding.Id> unwanted) {
    Set<Finding.Id> found = ids(changed);
    Set<Finding.Id> added = EnumSet.copyOf(unwanted);
    added.retainAll(found);
    added.removeAll(ids(result));
    return added.isEmpty() && !found.contains(finding);
  }

  static Set<Finding.Id> ids(Attribution attribution) {
    return attribution.findings().stream()
        .map(Finding::id)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Finding.Id.class)));
  }
}
