package org.exoattribution.testkit.observation;

import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;

/** Takes what is read, one message or row after the other. */
public interface ObservationSink {
  /** An observation. */
  void observed(Sighting sighting);

  /** A message that a mailbox sent, so that no inbound connector was asked. */
  void sentByMailbox(SourceLocation location);

  /** A message or row that cannot be read; the next ones are. */
  void unreadable(ScenarioException problem);
}
