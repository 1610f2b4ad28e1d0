package org.exoattribution.analysis.search;

import java.util.List;
import java.util.Optional;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.Forest;
import org.exoattribution.model.ForwardPath;

/**
 * Connections that attribution cannot tell apart, by one that stands for them.
 *
 * @param place where the search comes upon it
 * @param forest the front end's, if it is said
 * @param outcomes what becomes of it, in each directory
 */
record Cell(
    long place,
    Source source,
    Sender sender,
    Receiver receiver,
    Mail recipient,
    Optional<Forest> forest,
    List<AttributionOutcome> outcomes) {

  static ConnectionWitness witness(
      Source source, Sender sender, Mail recipient, Optional<Forest> forest) {
    return new ConnectionWitness(
        source.address().address().orElseThrow(),
        source.session().tls(),
        source.session().names(),
        source.session().accepted(),
        sender.mailFrom(),
        sender.headerFrom(),
        ForwardPath.of(recipient.domain()),
        forest);
  }

  ConnectionWitness witness() {
    return witness(source, sender, recipient, forest);
  }
}
