package org.exoattribution.analysis.lint.world;

import com.google.common.base.CaseFormat;
import java.util.Optional;
import java.util.function.Consumer;
import org.exoattribution.model.InboundConnector;

/**
 * A rule of the linter and how to find its places in one tenant. The name of the class is that of
 * the rule, about which the rule book has a page.
 */
public abstract class LintCheck {
  private final String rule =
      CaseFormat.UPPER_CAMEL.to(CaseFormat.UPPER_UNDERSCORE, getClass().getSimpleName());

  /** The rule's id. */
  public final String rule() {
    return rule;
  }

  /**
   * Hands over the faults in this tenant: at most one at a place, or else each with a subject that
   * tells it from the others.
   */
  public abstract void check(LintedTenant tenant, Consumer<Fault> faults);

  /** A fault of a connector. */
  protected final Fault at(InboundConnector connector, String message, String action) {
    return new Fault(rule, Optional.of(connector.name()), Optional.empty(), message, action);
  }

  /** Hands over a fault of a connector. */
  protected final void report(
      Consumer<Fault> faults, InboundConnector connector, String message, String action) {
    faults.accept(at(connector, message, action));
  }

  /** A fault of the tenant as a whole. */
  protected final Fault atTenant(String message, String action) {
    return new Fault(rule, Optional.empty(), Optional.empty(), message, action);
  }
}
