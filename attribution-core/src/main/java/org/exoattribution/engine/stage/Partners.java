package org.exoattribution.engine.stage;

import java.util.List;
import org.exoattribution.engine.index.Candidate;
import org.exoattribution.model.PartnerConnector;
import org.jspecify.annotations.Nullable;

/**
 * What the incoming stage found of the receiver's Partner connectors.
 *
 * @param takingPart those that take part (IN-3)
 * @param restricting the restricting ones among them (IN-4)
 * @param left those that IN-5 chooses from; none if no restriction is met
 * @param selection the choice of IN-5; null if there was nothing to choose from
 */
public record Partners(
    List<Candidate<PartnerConnector>> takingPart,
    List<Candidate<PartnerConnector>> restricting,
    List<Candidate<PartnerConnector>> left,
    @Nullable Selection<PartnerConnector> selection) {

  /** There are none, or the stage ended before it looked at them. */
  static final Partners NONE = new Partners(List.of(), List.of(), List.of(), null);
}
