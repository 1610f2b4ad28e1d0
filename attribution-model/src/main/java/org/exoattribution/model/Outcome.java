package org.exoattribution.model;

/** How a node of an explanation came out. */
public enum Outcome {
  /** The condition holds; the connector or stage decided or took part. */
  MATCHED,
  /** The condition does not hold. */
  NOT_MATCHED,
  /** The condition says nothing about this connector or connection. */
  NOT_APPLICABLE,
  /** An earlier decision made the node's outcome irrelevant. */
  NOT_REACHED
}
