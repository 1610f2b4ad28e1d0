package org.exoattribution.analysis.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exoattribution.analysis.lint.effect.EffectRules;
import org.exoattribution.analysis.lint.identity.IdentityRules;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintCheck;
import org.exoattribution.analysis.lint.world.LintWorld;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.Tenant;

/** All rules, and what they find in a tenant. */
final class LintChecks {
  private static final List<LintCheck> ALL =
      Stream.of(IdentityRules.ALL, EffectRules.ALL).flatMap(List::stream).toList();

  /** The rules by their ids, in the order of the checks. */
  private static final Map<String, LintRule> RULES =
      ALL.stream()
          .map(LintCheck::rule)
          .collect(
              Collectors.toMap(id -> id, LintRule::of, (one, other) -> one, LinkedHashMap::new));

  private LintChecks() {}

  static List<LintRule> rules() {
    return List.copyOf(RULES.values());
  }

  /** The findings about the tenant as a whole, then those about its connectors in their order. */
  static Stream<LintFinding> findings(LintWorld world, Tenant tenant) {
    LintedTenant linted = new LintedTenant(world, tenant);
    List<LintFinding> findings = new ArrayList<>();
    for (LintCheck check : ALL) {
      check.check(linted, fault -> findings.add(finding(tenant, fault)));
    }
    if (findings.size() > 1) {
      Map<String, Integer> positions = new HashMap<>();
      for (InboundConnector connector : tenant.inboundConnectors()) {
        positions.put(connector.name(), positions.size());
      }
      findings.sort(
          Comparator.<LintFinding>comparingInt(
                  finding -> finding.connector().map(positions::get).orElse(-1))
              .thenComparing(LintFinding::severity));
    }
    return findings.stream();
  }

  private static LintFinding finding(Tenant tenant, Fault fault) {
    return new LintFinding(
        Objects.requireNonNull(RULES.get(fault.rule())),
        tenant.name(),
        fault.connector(),
        fault.subject(),
        fault.message(),
        fault.action());
  }
}
