package org.exoattribution.testkit.render.json;

import java.util.List;
import org.exoattribution.analysis.search.ConnectionWitness;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.ReversePath;
import org.jspecify.annotations.Nullable;

/** A connection that a search came upon, with the keys of a scenario file. */
record Witness(
    IpAddress sourceIp,
    boolean tls,
    @Nullable Certificate certificate,
    ReversePath mailFrom,
    @Nullable String headerFrom,
    ForwardPath rcptTo,
    @Nullable String forest) {

  /** What matters of a certificate: its names, and whether it is accepted. */
  record Certificate(List<PresentedName> subjectAltNames, @Nullable String issuer) {}

  static Witness of(ConnectionWitness witness) {
    return new Witness(
        witness.sourceIp(),
        witness.tls(),
        witness.certificateNames().isEmpty()
            ? null
            : new Certificate(
                witness.certificateNames(), witness.certificateAccepted() ? null : "untrusted"),
        witness.mailFrom(),
        witness.headerFrom().map(domain -> domain.value()).orElse(null),
        witness.rcptTo(),
        witness.forest().map(Object::toString).orElse(null));
  }
}
