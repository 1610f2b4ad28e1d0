package org.exoattribution.analysis.search;

import java.util.List;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.ForwardPath;

/**
 * Connections that attribution cannot tell apart, by one that stands for them.
 *
 * @param place where the search comes upon it
 * @param outcomes what becomes of it, in each directory
 */
record Cell(
    long place,
    Source source,
    Sender sender,
    Receiver receiver,
    Mail recipient,
    List<AttributionOutcome> outcomes) {

  static ConnectionWitness witness(Source source, Sender sender, Mail recipient) {
    return new ConnectionWitness(
        source.address().address().orElseThrow(),
        source.session().tls(),
        source.session().names(),
        source.session().accepted(),
        sender.mailFrom(),
        sender.headerFrom(),
        ForwardPath.of(recipient.domain()));
  }

  ConnectionWitness witness() {
    return witness(source, sender, recipient);
  }
}
