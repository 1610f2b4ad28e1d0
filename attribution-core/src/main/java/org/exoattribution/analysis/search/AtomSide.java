package org.exoattribution.analysis.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.Stage;

/**
 * One directory's answers about the atoms. The certificate stage never looks at the address, the IP
 * stage never at the certificate, neither of them at Partner connectors, and incoming only at what
 * certificate and address say about the recipient's tenant: so the engine is asked about every
 * certificate alone, then every address alone, and about both together only where neither decides.
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
  private final Map<List<BitSet>, AtomViews> senderViews = new ConcurrentHashMap<>();
  private final Map<List<BitSet>, AtomViews> recipientViews = new ConcurrentHashMap<>();
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
    addCertificates();
    addAddresses();
  }

  private void addCertificates() {
    List<SortedMap<Integer, Integer>> matches =
        atoms.certificates.atoms().stream()
            .map(c -> c.accepted() ? directory.matches(c.names()) : new TreeMap<Integer, Integer>())
            .toList();
    SearchThreads.requireUninterrupted();
    Map<Object, AtomAnswers> known = new ConcurrentHashMap<>();
    List<AtomAnswers> answers =
        inParallel(
            matches.size(),
            c -> {
              SortedMap<Integer, Integer> onPremises = onPremises(matches.get(c));
              boolean accepted = atoms.certificates.get(c).accepted();
              return known.computeIfAbsent(
                  List.of(onPremises, accepted),
                  key ->
                      answers(
                          onPremises, Stage.CERTIFICATE, (s, r) -> resolve(c, ANY_ADDRESS, s, r)));
            });
    for (int c = 0; c < matches.size(); c++) {
      certificates.add(source(answers.get(c), matches.get(c), atoms.certificates.get(c).tls()));
    }
  }

  private void addAddresses() {
    List<SortedMap<Integer, Integer>> matches =
        atoms.addresses.atoms().stream().map(directory::matches).toList();
    List<AtomAnswers> answers =
        inParallel(
            matches.size(),
            a ->
                answers(
                    onPremises(matches.get(a)),
                    Stage.IP,
                    (s, r) -> resolve(NO_CERTIFICATE, a, s, r)));
    for (int a = 0; a < matches.size(); a++) {
      addresses.add(source(answers.get(a), matches.get(a), false));
    }
  }

  private static List<AtomAnswers> inParallel(int size, IntFunction<AtomAnswers> answers) {
    AtomAnswers[] all = new AtomAnswers[size];
    SearchThreads.run(size, () -> i -> all[i] = answers.apply(i));
    return List.of(all);
  }

  private SortedMap<Integer, Integer> onPremises(SortedMap<Integer, Integer> matches) {
    SortedMap<Integer, Integer> onPremises = new TreeMap<>(matches);
    onPremises.keySet().removeIf(connector -> !directory.isOnPremises(connector));
    return onPremises;
  }

  private AtomAnswers answers(
      SortedMap<Integer, Integer> onPremises,
      Stage own,
      BiFunction<Integer, Integer, AttributionOutcome> resolve) {
    BitSet tenants = directory.claimants(onPremises);
    BitSet listing = new BitSet();
    onPremises.keySet().forEach(id -> listing.set(id, directory.isAssociating(id)));
    List<BitSet> seenBy = List.of(tenants, listing);
    AtomViews from =
        senderViews.computeIfAbsent(
            seenBy, k -> AtomViews.of(tenants, listing, senderDomains, senderNamed));
    AtomViews to =
        recipientViews.computeIfAbsent(
            seenBy, k -> AtomViews.of(tenants, listing, recipientDomains, recipientNamed));
    List<Optional<AttributionOutcome>> decided = new ArrayList<>();
    for (int s = 0; s < from.size(); s++) {
      for (int r = 0; r < to.size(); r++) {
        decided.add(
            Optional.of(resolve.apply(from.first(s), to.first(r)))
                .filter(outcome -> outcome.stage() == own));
      }
    }
    return new AtomAnswers(from, to, listing.cardinality() < onPremises.size(), decided);
  }

  private AtomSource source(AtomAnswers answers, SortedMap<Integer, Integer> matches, boolean tls) {
    AtomViews from = answers.senders();
    AtomViews to = answers.recipients();
    int[] codes = new int[from.size() * to.size()];
    for (int i = 0; i < codes.length; i++) {
      Optional<AttributionOutcome> outcome = answers.outcomes().get(i);
      codes[i] =
          outcome.isPresent()
              ? outcomes.numberOf(outcome.get())
              : -1
                  - number(
                      passedOn,
                      List.of(
                          answers.unlisted(),
                          from.associated(i / to.size()),
                          to.associated(i % to.size())),
                      AtomSource.PASSED_LIMIT);
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
  AttributionOutcome outcome(
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

  AttributionOutcome resolve(int certificate, int address, int sender, int recipient) {
    return AttributionOutcome.of(
        atoms.witness(certificate, address, sender, recipient).resolve(directory.engine));
  }
}
