package org.exoattribution.analysis.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Readings;
import org.exoattribution.model.ReversePath;
import org.exoattribution.model.SenderIpRange;

/**
 * The atoms that connections are made of: certificates, addresses, senders and recipients, merged
 * by what one directory, or any of several, can tell apart. Four atoms make a class: its
 * connections have the same attribution but for findings, readings and the text of a reply.
 *
 * <p>Every connection is of a class whose certificate has at most two names, or more names that
 * match no more than some two do.
 */
final class ConnectionAtoms {
  final List<AtomDirectory> directories;
  final List<ExpectedFlow> flows;
  final AtomClasses<AtomCertificate> certificates;
  final AtomClasses<IpAddress> addresses;
  final AtomClasses<AtomSender> senders;
  final AtomClasses<ForwardPath> recipients;

  ConnectionAtoms(List<AtomDirectory> directories, List<ExpectedFlow> flows, SearchBound bound) {
    this.directories = List.copyOf(directories);
    this.flows = List.copyOf(flows);
    requireKnown(bound.tenants());
    flows.forEach(flow -> requireKnown(flow.tenants()));
    this.senders = new AtomClasses<>(this::signature);
    this.recipients = new AtomClasses<>(this::signature);
    this.addresses = new AtomClasses<>(this::signature);
    this.certificates = new AtomClasses<>(this::signature);
    addMail(bound);
    addAddresses(bound);
    new AtomCertificates(this, bound).addTo(certificates);
  }

  private void requireKnown(Collection<String> names) {
    for (String name : names) {
      if (directories.stream().allMatch(d -> d.engine.directory().tenant(name).isEmpty())) {
        throw new InvalidValueException(
            "\"" + name + "\" is not a tenant: expected the name of one in the directory");
      }
    }
  }

  private List<Object> onEach(Function<AtomDirectory, Object> question) {
    return directories.stream().map(question).toList();
  }

  private Object signature(AtomSender sender) {
    return onEach(
        d -> {
          int owner = d.owner(sender.mailFrom().domain());
          int headerOwner = d.headerOwner(sender);
          return List.of(
              owner,
              headerOwner == owner ? AtomDirectory.NOBODY : headerOwner,
              d.associated(sender.mailFrom().domain()),
              d.coverage(sender.mailFrom()));
        });
  }

  private Object signature(ForwardPath recipient) {
    Optional<DomainName> domain = Optional.of(recipient.domain());
    return onEach(
        d ->
            d.engine.readings().associatedDomains() == Readings.AssociatedDomains.SENDER
                ? d.owner(domain)
                : List.of(d.owner(domain), d.associated(domain)));
  }

  private Object signature(IpAddress address) {
    return List.of(onEach(d -> d.matches(address)), flowsOf(address));
  }

  private Object signature(AtomCertificate certificate) {
    boolean refused =
        !certificate.accepted() && onEach(AtomDirectory::refusesSessions).contains(true);
    boolean tls = certificate.tls() && onEach(AtomDirectory::looksAtTls).contains(true);
    List<PresentedName> names = certificate.accepted() ? certificate.names() : List.of();
    return List.of(
        refused,
        tls,
        onEach(d -> d.matches(names)),
        onEach(d -> holders(d, names)),
        flowsOf(names));
  }

  /** The tenants that hold one of the names. */
  static BitSet holders(AtomDirectory directory, Collection<PresentedName> names) {
    BitSet holders = new BitSet();
    names.forEach(name -> holders.or(directory.holders(name)));
    return holders;
  }

  /** The flows that are declared for an address. */
  BitSet flowsOf(IpAddress address) {
    return flows(flow -> flow.addresses().filter(range -> range.contains(address)).isPresent());
  }

  /** The flows that are declared for one of the names. */
  BitSet flowsOf(Collection<PresentedName> names) {
    return flows(flow -> flow.certificateName().filter(names::contains).isPresent());
  }

  private BitSet flows(Function<ExpectedFlow, Boolean> declared) {
    BitSet found = new BitSet();
    for (int i = 0; i < flows.size(); i++) {
      found.set(i, declared.apply(flows.get(i)));
    }
    return found;
  }

  private void addMail(SearchBound bound) {
    List<DomainName> domains = new ArrayList<>(bound.senders());
    directories.forEach(d -> domains.addAll(d.mailDomains()));
    AtomNames names = new AtomNames(domains);
    List<DomainName> all = new ArrayList<>();
    all.add(names.outside());
    all.addAll(names.known());
    names.known().forEach(domain -> names.below(domain).ifPresent(all::add));
    all.forEach(domain -> recipients.add(ForwardPath.of(domain)));

    List<ReversePath> paths = new ArrayList<>();
    (bound.senders().isEmpty() ? all : bound.senders()).forEach(d -> paths.add(ReversePath.of(d)));
    if (bound.senders().isEmpty()) {
      paths.add(ReversePath.NULL);
    }
    paths.forEach(path -> senders.add(new AtomSender(path, Optional.empty())));
    if (directories.stream().anyMatch(AtomDirectory::looksAtHeaderFrom)) {
      for (ReversePath path : paths) {
        all.forEach(header -> senders.add(new AtomSender(path, Optional.of(header))));
      }
    }
  }

  private void addAddresses(SearchBound bound) {
    List<SenderIpRange> ranges = new ArrayList<>(bound.addresses());
    directories.forEach(d -> d.connectors.forEach(c -> ranges.addAll(c.senderIpAddresses())));
    flows.forEach(flow -> flow.addresses().ifPresent(ranges::add));
    List<IpAddress> points = new ArrayList<>();
    for (String outside :
        new String[] {"198.51.100.1", "192.0.2.1", "203.0.113.1", "2001:db8::1"}) {
      IpAddress address = IpAddress.parse(outside);
      if (ranges.stream().noneMatch(range -> range.contains(address))) {
        points.add(address);
      }
    }
    for (SenderIpRange range : ranges) {
      if (range.prefixLength() < SenderIpRange.SINGLE_ADDRESS - 1) {
        points.add(IpAddress.ofIpv4(range.networkBits() + 1)); // usual for a host
      }
      points.add(IpAddress.ofIpv4(range.networkBits()));
    }
    // Beyond the end of a range, something else may begin or go on.
    ranges.forEach(
        range ->
            points.add(IpAddress.ofIpv4(range.networkBits() + (1 << (32 - range.prefixLength())))));
    points.stream()
        .filter(
            address ->
                bound.addresses().isEmpty()
                    || bound.addresses().stream().anyMatch(range -> range.contains(address)))
        .filter(address -> isOfInterest(bound, d -> d.matches(address)))
        .forEach(addresses::add);
    if (addresses.size() == 0) {
      throw new InvalidValueException(
          "no source address is left to look at: expected addresses that the connectors of these"
              + " tenants name, or that none names");
    }
  }

  /** Whether the source matches a connector of a tenant that is looked at, or none at all. */
  boolean isOfInterest(
      SearchBound bound, Function<AtomDirectory, SortedMap<Integer, Integer>> matches) {
    if (bound.tenants().isEmpty()) {
      return true;
    }
    boolean matched = false;
    for (AtomDirectory directory : directories) {
      for (int connector : matches.apply(directory).keySet()) {
        matched = true;
        String tenant = directory.name(directory.tenantOf(connector));
        if (bound.tenants().stream().anyMatch(tenant::equalsIgnoreCase)) {
          return true;
        }
      }
    }
    return !matched;
  }

  ConnectionWitness witness(int certificate, int address, int sender, int recipient) {
    AtomCertificate session = certificates.get(certificate);
    AtomSender from = senders.get(sender);
    return new ConnectionWitness(
        addresses.get(address),
        session.tls(),
        session.names(),
        session.accepted(),
        from.mailFrom(),
        from.headerFrom(),
        recipients.get(recipient));
  }

  ConnectionWitness witness(ConnectionClass of) {
    return witness(of.certificate(), of.address(), of.sender(), of.recipient());
  }

  /** The class of a connection; empty if it is beyond the bound. */
  Optional<ConnectionClass> classOf(ConnectionWitness connection) {
    int certificate =
        certificates.indexOf(
            new AtomCertificate(
                connection.tls(), connection.certificateNames(), connection.certificateAccepted()));
    int address = addresses.indexOf(connection.sourceIp());
    int sender = senders.indexOf(new AtomSender(connection.mailFrom(), connection.headerFrom()));
    int recipient = recipients.indexOf(connection.rcptTo());
    return Math.min(Math.min(certificate, address), Math.min(sender, recipient))
            == AtomClasses.UNKNOWN
        ? Optional.empty()
        : Optional.of(new ConnectionClass(certificate, address, sender, recipient));
  }
}
