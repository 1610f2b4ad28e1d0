package org.exoattribution.analysis.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.exoattribution.model.AttributionOutcome;

/**
 * Goes through every class of connections, sender by sender, and gathers those about which
 * something is found. For each sender and recipient, the certificates that behave alike are taken
 * together, and the addresses too, so that only kinds of behaviour are combined; the engine answers
 * for one of each combination.
 */
final class ConnectionSearch {
  /** What else tells certificates or addresses apart, beside how they behave. */
  interface Traits {
    /** Equal for certificates of which the bits below are always equal, if they behave alike. */
    Object kindOfCertificate(int certificate);

    /** Equal for addresses of which the bits below are always equal. */
    Object kindOfAddress(int address);

    /** At most 16 bits about a certificate, given how it behaves on the first side. */
    int ofCertificate(int certificate, int behaviour, int sender, int recipient);

    /** At most 16 bits about an address. */
    int ofAddress(int address, int sender, int recipient);
  }

  /** Nothing else tells them apart. */
  static final Traits NO_TRAITS =
      new Traits() {
        @Override
        public Object kindOfCertificate(int certificate) {
          return 0;
        }

        @Override
        public Object kindOfAddress(int address) {
          return 0;
        }

        @Override
        public int ofCertificate(int certificate, int behaviour, int sender, int recipient) {
          return 0;
        }

        @Override
        public int ofAddress(int address, int sender, int recipient) {
          return 0;
        }
      };

  /**
   * What is looked for.
   *
   * @param <K> what may be found about a class; it decides which classes belong together
   */
  interface Question<K> {
    /**
     * What is found about classes that have the same outcomes and traits, if anything.
     *
     * @param first the simplest of the classes
     * @param outcomes on each side
     */
    Optional<K> about(ConnectionClass first, List<AttributionOutcome> outcomes);
  }

  private final ConnectionAtoms atoms;
  private final List<AtomSide> sides;
  private final Traits traits;

  /** The certificates, merged by how they behave; and the addresses. */
  private final AtomTally certificates;

  private final AtomTally addresses;

  ConnectionSearch(ConnectionAtoms atoms, List<AtomSide> sides, Traits traits) {
    this.atoms = atoms;
    this.sides = sides;
    this.traits = traits;
    this.certificates =
        merged(atoms.certificates.size(), traits::kindOfCertificate, s -> s.certificates);
    this.addresses = merged(atoms.addresses.size(), traits::kindOfAddress, s -> s.addresses);
  }

  private AtomTally merged(
      int size, IntFunction<Object> trait, Function<AtomSide, List<AtomSource>> sources) {
    Map<Object, Integer> numbers = new HashMap<>();
    AtomTally merged = new AtomTally();
    for (int i = 0; i < size; i++) {
      List<Object> kind = new ArrayList<>();
      kind.add(trait.apply(i));
      for (AtomSide side : sides) {
        kind.add(sources.apply(side).get(i).kind());
      }
      int next = numbers.size();
      Integer known = numbers.putIfAbsent(kind, next);
      merged.add(known == null ? next : known, i, 1);
    }
    return merged;
  }

  /** How many classes there are. */
  long classes() {
    return (long) atoms.certificates.size()
        * atoms.addresses.size()
        * atoms.senders.size()
        * atoms.recipients.size();
  }

  /** How many senders there are. */
  int senders() {
    return atoms.senders.size();
  }

  /**
   * What is found about the classes of one sender, the simplest classes first.
   *
   * @throws CancellationException if the thread is interrupted
   */
  <K> Map<K, ConnectionGroup> ofSender(int sender, Question<K> question) {
    Map<K, ConnectionGroup> groups = new LinkedHashMap<>();
    new Walk<>(sender, question, groups).walk();
    return groups;
  }

  /** The classes of one sender. */
  private final class Walk<K> {
    private final int sender;
    private final Question<K> question;
    private final Map<K, ConnectionGroup> groups;
    private final AtomTally certificateKinds = new AtomTally();
    private final AtomTally addressKinds = new AtomTally();

    Walk(int sender, Question<K> question, Map<K, ConnectionGroup> groups) {
      this.sender = sender;
      this.question = question;
      this.groups = groups;
    }

    void walk() {
      for (int recipient = 0; recipient < atoms.recipients.size(); recipient++) {
        SearchThreads.requireUninterrupted();
        walk(recipient);
      }
    }

    private void walk(int recipient) {
      certificateKinds.clear();
      for (int i = 0; i < certificates.size(); i++) {
        int certificate = certificates.first(i);
        certificateKinds.add(
            certificateKey(certificate, recipient), certificate, certificates.count(i));
      }
      addressKinds.clear();
      for (int i = 0; i < addresses.size(); i++) {
        int address = addresses.first(i);
        addressKinds.add(addressKey(address, recipient), address, addresses.count(i));
      }
      for (int c = 0; c < certificateKinds.size(); c++) {
        for (int a = 0; a < addressKinds.size(); a++) {
          visit(c, a, recipient);
        }
      }
    }

    private void visit(int certificateKind, int addressKind, int recipient) {
      ConnectionClass first =
          new ConnectionClass(
              certificateKinds.first(certificateKind),
              addressKinds.first(addressKind),
              sender,
              recipient);
      List<AttributionOutcome> outcomes = new ArrayList<>(sides.size());
      for (AtomSide side : sides) {
        outcomes.add(
            side.outcome(
                ofCertificate(side, first.certificate(), recipient),
                ofAddress(side, first.address(), recipient),
                first));
      }
      long count = (long) certificateKinds.count(certificateKind) * addressKinds.count(addressKind);
      question
          .about(first, outcomes)
          .ifPresent(
              found ->
                  groups.merge(found, new ConnectionGroup(first, count), ConnectionGroup::and));
    }

    /** With one side, behaviour and traits; with two, both behaviours. */
    private long certificateKey(int certificate, int recipient) {
      int behaviour = ofCertificate(sides.get(0), certificate, recipient);
      return key(
          behaviour,
          sides.size() == 1
              ? traits.ofCertificate(certificate, behaviour, sender, recipient)
              : ofCertificate(sides.get(1), certificate, recipient));
    }

    private long addressKey(int address, int recipient) {
      return key(
          ofAddress(sides.get(0), address, recipient),
          sides.size() == 1
              ? traits.ofAddress(address, sender, recipient)
              : ofAddress(sides.get(1), address, recipient));
    }

    private static long key(int one, int other) {
      return (long) one << 32 | (other & 0xffffffffL);
    }

    private int ofCertificate(AtomSide side, int certificate, int recipient) {
      return side.certificates
          .get(certificate)
          .behaviour(sender, recipient, side.recipientOwners[recipient]);
    }

    private int ofAddress(AtomSide side, int address, int recipient) {
      return side.addresses
          .get(address)
          .behaviour(sender, recipient, side.recipientOwners[recipient]);
    }
  }
}
