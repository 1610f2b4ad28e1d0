package org.exoattribution.analysis.search;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.PresentedName;

/**
 * Where connections come from: a session, and an address.
 *
 * @param certificate the names that the session presents, if it presents a certificate that counts
 * @param link what makes certificate and address one source
 */
record Source(Session session, Optional<Atom> certificate, Atom address, Link link) {
  /**
   * A session as attribution sees it.
   *
   * @param names the names of the presented certificate; empty without one
   * @param accepted whether the certificate counts
   */
  record Session(boolean tls, List<PresentedName> names, boolean accepted) {
    static final Session PLAINTEXT = new Session(false, List.of(), true);
    static final Session TLS = new Session(true, List.of(), true);
  }

  /** What makes certificate and address one source. */
  enum Link {
    /** Nothing: one of them is neutral, or they just come together. */
    NONE,
    /** A tenant names both, or an expected flow does. */
    NAMED,
    /** Nobody names any other address with the certificate, nor a certificate with the address. */
    GUESSED
  }

  static Source of(Session session, Atom address) {
    return new Source(session, Optional.empty(), address, Link.NONE);
  }

  static Source of(Atom certificate, Atom address, Link link) {
    Session session = new Session(true, certificate.names(), true);
    return new Source(session, Optional.of(certificate), address, link);
  }

  /** Whether it is one name or one address, as a person would count them. */
  boolean isPlain() {
    return link == Link.NONE
        && session.names().size() < 2
        && (certificate.isPresent() || session.equals(Session.PLAINTEXT));
  }

  Stream<Atom> atoms() {
    return Stream.concat(certificate.stream(), Stream.of(address));
  }

  /** The tenants with an OnPremises connector that it matches. */
  BitSet claimants() {
    return certificate
        .map(c -> Atom.union(c.claimants(), address.claimants()))
        .orElseGet(address::claimants);
  }

  /** The tenants with any connector that it matches. */
  BitSet matched() {
    return certificate
        .map(c -> Atom.union(c.matched(), address.matched()))
        .orElseGet(address::matched);
  }

  /** The connectors that it matches and that AssociatedAcceptedDomains limit. */
  List<InboundConnector> listing() {
    return atoms()
        .flatMap(atom -> atom.hits().stream())
        .flatMap(List::stream)
        .filter(Hit::isListing)
        .map(Hit::connector)
        .toList();
  }

  @Override
  public String toString() {
    return certificate
        .map(name -> link == Link.NONE ? name.toString() : address + " with " + name)
        .orElseGet(address::toString);
  }
}
