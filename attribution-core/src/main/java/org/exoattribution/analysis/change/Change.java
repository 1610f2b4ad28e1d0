package org.exoattribution.analysis.change;

import java.util.List;
import org.exoattribution.model.InvalidValueException;

/**
 * Something that an administrator can change so that a connection is attributed otherwise: to a
 * tenant's configuration, with the cmdlet line that does it, or to how a server sends.
 */
public sealed interface Change
    permits ChangeAcceptedDomain,
        ChangeCertificate,
        ChangeConnector,
        ChangeEnvelope,
        ChangeForest,
        ChangeNewConnector,
        ChangeRemovedConnector,
        ChangeSession,
        ChangeSeveral,
        ChangeTenantSetting {

  /** What to do, as a clause in the imperative without a full stop. */
  String action();

  /**
   * The lines of Exchange Online PowerShell that do it, to be run in the tenant that {@link
   * #action} names; empty if it is not done there.
   */
  List<String> commands();

  /**
   * How much there is to do, to rank changes by: below 2 a switch, below 5 one deliberate step,
   * above that several, or one that gives something up.
   */
  int effort();

  /** Whether it changes the directory, and thus can move other mail. */
  boolean changesDirectory();

  /**
   * The subject with the change made.
   *
   * @throws InvalidValueException if it cannot be made there
   */
  ChangeSubject applyTo(ChangeSubject subject);
}
