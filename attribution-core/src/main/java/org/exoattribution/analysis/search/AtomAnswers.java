package org.exoattribution.analysis.search;

import java.util.List;
import java.util.Optional;
import org.exoattribution.model.AttributionOutcome;

/**
 * What a stage says about one set of matching OnPremises connectors, to every view of sender and
 * recipient.
 *
 * @param senders how the connectors see the senders
 * @param recipients how they see the recipients
 * @param unlisted whether one of them has no AssociatedAcceptedDomains
 * @param outcomes by view of sender, then recipient; empty if the stage decides nothing
 */
record AtomAnswers(
    AtomViews senders,
    AtomViews recipients,
    boolean unlisted,
    List<Optional<AttributionOutcome>> outcomes) {}
