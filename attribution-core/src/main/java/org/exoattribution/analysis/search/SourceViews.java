package org.exoattribution.analysis.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.Forest;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.ReversePath;
import org.exoattribution.model.SenderDomainPattern;
import org.exoattribution.model.Tenant;

/**
 * The senders and recipients that the attribution of one source can tell apart: domains of the
 * tenants that the source names, each for itself; of all others, a few that stand for the rest.
 */
final class SourceViews {
  /**
   * A sender as attribution sees it.
   *
   * @param headerFrom the header-from domain; only under the rules that look at it
   * @param owners the number of the owner of the envelope sender's domain in each directory
   */
  record Sender(ReversePath mailFrom, Optional<DomainName> headerFrom, List<Integer> owners) {}

  /** A tenant that may receive, or nobody, with its domains, one of each kind. */
  record Receiver(int tenant, List<Mail> recipients) {}

  private final SearchSpace space;
  private final BitSet told;
  private final Set<Forest> near;
  private final List<InboundConnector> listing;
  private final Map<Object, Sender> senders = new LinkedHashMap<>();
  private final List<Receiver> receivers = new ArrayList<>();

  /**
   * @param told the tenants that are to be told apart
   * @param receiving those of them that are to be told apart as receivers
   */
  SourceViews(
      SearchSpace space, ReceiverClasses classes, Source source, BitSet told, BitSet receiving) {
    this.space = space;
    this.told = told;
    this.near = space.forests(source.matched());
    this.listing = source.listing();
    addSenders(classes, source);
    addReceivers(classes, (BitSet) receiving.clone());
  }

  private void addSenders(ReceiverClasses classes, Source source) {
    if (!space.bound.senders().isEmpty()) {
      space.bound.senders().forEach(domain -> add(space.mail(domain)));
    } else {
      add(space.outside);
      add(new Sender(ReversePath.NULL, Optional.empty(), nobody()));
      told.stream().forEach(tenant -> space.mailOf(tenant).forEach(this::add));
      for (InboundConnector connector : listing) {
        connector.associatedAcceptedDomains().forEach(domain -> add(space.mail(domain)));
      }
      for (int stranger : classes.strangers(told)) {
        Sender sender = sender(space.mailOf(stranger).get(0));
        senders.putIfAbsent(List.of("stranger", stranger, key(sender)), sender);
      }
    }
    boolean byAddress =
        source.certificate().isEmpty() && listing.isEmpty() && space.sides.size() == 1;
    for (Sender sender : List.copyOf(senders.values())) {
      if (!byAddress || !isTold(sender)) {
        withHeaders(sender)
            .forEach(each -> senders.putIfAbsent(List.of(key(each), each.owners()), each));
      }
    }
  }

  private List<Integer> nobody() {
    return space.outside.owners();
  }

  private void add(Mail mail) {
    add(sender(mail));
  }

  private void add(Sender sender) {
    senders.putIfAbsent(key(sender), sender);
  }

  private static Sender sender(Mail mail) {
    return new Sender(ReversePath.of(mail.domain()), Optional.empty(), mail.owners());
  }

  /** The header-from domain of such a sender cannot matter. */
  private boolean isTold(Sender sender) {
    return sender.owners().stream().allMatch(o -> o >= 0 && told.get(o));
  }

  private List<Sender> withHeaders(Sender sender) {
    if (!space.either(SearchSide::looksAtHeaderFrom)) {
      return List.of();
    }
    Map<Object, Sender> kinds = new LinkedHashMap<>();
    told.stream()
        .boxed()
        .flatMap(tenant -> space.mailOf(tenant).stream())
        .forEach(
            header ->
                kinds.putIfAbsent(
                    header.owners(),
                    new Sender(sender.mailFrom(), Optional.of(header.domain()), sender.owners())));
    return List.copyOf(kinds.values());
  }

  private Object key(Sender sender) {
    return List.of(
        sender.owners().stream().map(o -> o < 0 || told.get(o) ? o : -2).toList(),
        isListed(listing, sender.mailFrom().domain()),
        naming(sender),
        sender.mailFrom().isNull(),
        sender.headerFrom());
  }

  private static BitSet isListed(
      List<? extends InboundConnector> connectors, Optional<DomainName> domain) {
    BitSet listed = new BitSet();
    for (int i = 0; i < connectors.size() && domain.isPresent(); i++) {
      listed.set(i, connectors.get(i).associatedAcceptedDomains().contains(domain.get()));
    }
    return listed;
  }

  private BitSet naming(Sender sender) {
    BitSet naming = new BitSet();
    space.sides.forEach(side -> naming.or(side.naming(sender.mailFrom())));
    return naming;
  }

  private void addReceivers(ReceiverClasses classes, BitSet each) {
    senders.values().forEach(sender -> each.or(naming(sender)));
    Set<Integer> tenants = new TreeSet<>();
    each.stream().forEach(tenants::add);
    tenants.addAll(classes.representatives(each, near));
    for (int tenant : tenants) {
      receivers.add(new Receiver(tenant, recipients(tenant, space.mailOf(tenant))));
    }
    List<Mail> unowned = new ArrayList<>(List.of(space.outside));
    for (InboundConnector connector : listing) {
      for (DomainName domain : connector.associatedAcceptedDomains()) {
        if (space.mail(domain).owners().equals(nobody())) {
          unowned.add(space.mail(domain));
        }
      }
    }
    receivers.add(0, new Receiver(SearchSide.NOBODY, recipients(SearchSide.NOBODY, unowned)));
  }

  private List<Mail> recipients(int tenant, List<Mail> domains) {
    boolean associated = space.either(SearchSide::associatesRecipients);
    List<PartnerConnector> partners = partners(tenant);
    Map<Object, Mail> kinds = new LinkedHashMap<>();
    for (Mail mail : domains) {
      Optional<DomainName> domain = associated ? Optional.of(mail.domain()) : Optional.empty();
      kinds.putIfAbsent(
          List.of(mail.owners(), isListed(listing, domain), isListed(partners, domain)), mail);
    }
    return List.copyOf(kinds.values());
  }

  private List<PartnerConnector> partners(int tenant) {
    return space.sides.stream().flatMap(side -> side.partners(tenant).stream()).distinct().toList();
  }

  List<Receiver> receivers() {
    return receivers;
  }

  /** The forests of the front ends at which mail to the receiver may fare otherwise. */
  List<Optional<Forest>> frontEnds(Receiver receiver) {
    return space.frontEnds(near, receiver.tenant());
  }

  /** About how many connections there are to try. */
  long size() {
    long recipients =
        receivers.stream()
            .mapToLong(to -> (long) to.recipients().size() * frontEnds(to).size())
            .sum();
    return recipients * senders.size() * space.sides.size();
  }

  /** The senders, and those besides that the receiver tells apart. */
  List<Sender> sendersTo(Receiver receiver) {
    List<Sender> all = new ArrayList<>(senders.values());
    List<PartnerConnector> partners = partners(receiver.tenant());
    int to = receiver.tenant();
    boolean tellsOwn =
        space.either(side -> side.tenant(to).filter(Tenant::rejectDirectSend).isPresent());
    if (!space.bound.senders().isEmpty() || (partners.isEmpty() && !tellsOwn)) {
      return all;
    }
    Set<Object> known = new HashSet<>();
    all.forEach(sender -> known.add(keyTo(receiver, partners, sender)));
    for (Mail mail : tellingApart(receiver, partners)) {
      Sender sender = sender(mail);
      if (known.add(keyTo(receiver, partners, sender))) {
        all.add(sender);
        all.addAll(withHeaders(sender));
      }
    }
    return all;
  }

  private Set<Mail> tellingApart(Receiver receiver, List<PartnerConnector> partners) {
    Set<Mail> domains = new LinkedHashSet<>(space.mailOf(receiver.tenant()));
    for (PartnerConnector partner : partners) {
      if (!partner.associatedAcceptedDomains().isEmpty()) {
        told.stream().forEach(tenant -> domains.addAll(space.mailOf(tenant)));
      }
      partner.associatedAcceptedDomains().forEach(domain -> domains.add(space.mail(domain)));
      for (SenderDomainPattern pattern : partner.senderDomains()) {
        pattern.domain().map(space::mail).ifPresent(domains::add);
        pattern.domain().map(space::below).ifPresent(domains::addAll);
      }
    }
    return domains;
  }

  private Object keyTo(Receiver receiver, List<PartnerConnector> partners, Sender sender) {
    return List.of(
        key(sender),
        sender.owners().stream().map(owner -> owner == receiver.tenant()).toList(),
        partners.stream()
            .map(
                partner ->
                    partner.entryFor(sender.mailFrom()).map(SenderDomainPattern::specificity))
            .toList(),
        isListed(partners, sender.mailFrom().domain()));
  }
}
