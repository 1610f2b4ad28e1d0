package org.exoattribution.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The outcome of one resolution: the tenant whose on-premises environment sends the message ({@link
 * Originating}), the tenant that receives it ({@link Incoming}), or the refusal ({@link Rejected}).
 */
public sealed interface Attribution permits Originating, Incoming, Rejected {

  /** The three outcomes. */
  enum Verdict {
    ORIGINATING,
    INCOMING,
    REJECTED;

    /** The name in scenario files and output. */
    public String key() {
      return Names.kebab(this);
    }
  }

  /** Which of the three it is. */
  default Verdict verdict() {
    return fold(o -> Verdict.ORIGINATING, i -> Verdict.INCOMING, r -> Verdict.REJECTED);
  }

  /** What was resolved. */
  SimulatedConnection connection();

  /** The stage that decided. */
  Stage stage();

  /** What the result rests on. */
  Grounds grounds();

  /**
   * The name of the tenant that the message is attributed to, or that refuses it; empty if no
   * tenant is involved, as for a refused relay.
   */
  Optional<String> tenantName();

  /** The name of the connector that decided; empty for anonymous mail and refused relays. */
  Optional<String> connectorName();

  /** Calls the function for the outcome at hand. */
  default <T> T fold(
      Function<? super Originating, ? extends T> originating,
      Function<? super Incoming, ? extends T> incoming,
      Function<? super Rejected, ? extends T> rejected) {
    return this instanceof Originating o
        ? originating.apply(o)
        : this instanceof Incoming i ? incoming.apply(i) : rejected.apply((Rejected) this);
  }

  /** The findings, in the order of {@link Finding.Id}. */
  default List<Finding> findings() {
    return grounds().findings();
  }
}
