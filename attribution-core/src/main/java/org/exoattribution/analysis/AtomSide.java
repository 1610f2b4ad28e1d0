package org.exoattribution.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.Stage;

/**
 * One directory's answers about the atoms. The certificate stage never looks at the address, the IP
 * stage never at the certificate, and incoming only at what both say about the recipient's tenant:
 * so the engine is asked about every certificate alone, then every address alone, and about both
 * together only where neither decides.
 */
final class AtomSide {
  /** The certificate stage does not look at the address. */
  private static final int ANY_ADDRESS = 0;

  /** The first session is the one in plaintext. */
  private static final int NO_CERTIFICATE = 0;

  final AtomDirectory directory;
  final AtomOutcomes outcomes = new AtomOutcomes();
  final List<AtomSource> certificates = new ArrayList<>();
  final List<AtomSource> addresses = new ArrayList<>();
  final int[] senderOwners;
  final int[] recipientOwners;
  private final ConnectionAtoms atoms;
  private final List<int[]> senderDomains = new ArrayList<>();
  private final List<int[]> recipientDomains = new ArrayList<>();
  private final List<BitSet> senderNamed = new ArrayList<>();
  private final List<BitSet> recipientNamed = new ArrayList<>();
  private final Map<Object, Integer> passedOn = new HashMap<>();
  private final Map<Integer, Map<Object, Integer>> locals = new HashMap<>();

  AtomSide(AtomDirectory directory, ConnectionAtoms atoms) {
    this.directory = directory;
    this.atoms = atoms;
    for (AtomSender sender : atoms.senders.atoms()) {
      senderDomains.add(
          new int[] {directory.owner(sender.mailFrom().domain()), directory.headerOwner(sender)});
      senderNamed.add(directory.associated(sender.mailFrom().domain()));
    }
    for (ForwardPath recipient : atoms.recipients.atoms()) {
      recipientDomains.add(new int[] {directory.owner(Optional.of(recipient.domain()))});
      recipientNamed.add(directory.associated(Optional.of(recipient.domain())));
    }
    senderOwners = senderDomains.stream().mapToInt(owners -> owners[0]).toArray();
    recipientOwners = recipientDomains.stream().mapToInt(owners -> owners[0]).toArray();
    for (int c = 0; c < atoms.certificates.size(); c++) {
      int certificate = c;
      AtomCertificate atom = atoms.certificates.get(c);
      certificates.add(
          source(
              atom.accepted() ? directory.matches(atom.names()) : new TreeMap<>(),
              atom.tls(),
              Stage.CERTIFICATE,
              (s, r) -> resolve(certificate, ANY_ADDRESS, s, r)));
    }
    for (int a = 0; a < atoms.addresses.size(); a++) {
      int address = a;
      addresses.add(
          source(
              directory.matches(atoms.addresses.get(a)),
              false,
              Stage.IP,
              (s, r) -> resolve(NO_CERTIFICATE, address, s, r)));
    }
  }

  private AtomSource source(
      SortedMap<Integer, Integer> matches,
      boolean tls,
      Stage own,
      BiFunction<Integer, Integer, ConnectionOutcome> outcome) {
    BitSet tenants = directory.claimants(matches);
    BitSet listing = new BitSet();
    boolean unlisted = false;
    for (int connector : matches.keySet()) {
      if (directory.isOnPremises(connector)) {
        listing.set(connector, directory.isAssociating(connector));
        unlisted |= !directory.isAssociating(connector);
      }
    }
    AtomViews from = AtomViews.of(tenants, listing, senderDomains, senderNamed);
    AtomViews to = AtomViews.of(tenants, listing, recipientDomains, recipientNamed);
    int[] codes = new int[from.size() * to.size()];
    for (int s = 0; s < from.size(); s++) {
      for (int r = 0; r < to.size(); r++) {
        ConnectionOutcome then = outcome.apply(from.first(s), to.first(r));
        codes[s * to.size() + r] =
            then.stage() == own
                ? outcomes.numberOf(then)
                : -1
                    - number(
                        passedOn,
                        List.of(unlisted, from.associated(s), to.associated(r)),
                        AtomSource.PASSED_LIMIT);
      }
    }
    Map<Integer, Map<Integer, Integer>> byTenant = new TreeMap<>();
    matches.forEach(
        (connector, rank) ->
            byTenant
                .computeIfAbsent(directory.tenantOf(connector), t -> new TreeMap<>())
                .put(connector, rank));
    return new AtomSource(
        from,
        to,
        codes,
        byTenant.keySet().stream().mapToInt(t -> t).toArray(),
        byTenant.entrySet().stream().mapToInt(e -> local(e.getKey(), e.getValue())).toArray(),
        tls);
  }

  private int local(int tenant, Object matches) {
    Map<Object, Integer> known = locals.computeIfAbsent(tenant, t -> new HashMap<>());
    return 1 + number(known, matches, AtomSource.LOCAL_LIMIT - 1);
  }

  private static int number(Map<Object, Integer> known, Object key, int limit) {
    int next = known.size();
    Integer before = known.putIfAbsent(key, next);
    int number = before == null ? next : before;
    if (number >= limit) {
      throw new IllegalStateException("more than " + limit + " kinds of a match");
    }
    return number;
  }

  /** The outcome of a class, of whose atoms the behaviours are known. */
  ConnectionOutcome outcome(
      int certificateBehaviour, int addressBehaviour, ConnectionClass connection) {
    if (certificateBehaviour >= 0) {
      return outcomes.get(certificateBehaviour);
    }
    if (addressBehaviour >= 0) {
      return outcomes.get(addressBehaviour);
    }
    return resolve(
        connection.certificate(),
        connection.address(),
        connection.sender(),
        connection.recipient());
  }

  ConnectionOutcome resolve(int certificate, int address, int sender, int recipient) {
    return ConnectionOutcome.of(
        atoms.witness(certificate, address, sender, recipient).resolve(directory.engine));
  }
}
