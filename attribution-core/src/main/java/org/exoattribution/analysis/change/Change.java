package org.exoattribution.analysis.change;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.Forest;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.ReversePath;
import org.exoattribution.model.Tenant;

/**
 * Something that an administrator can change so that a connection is attributed otherwise: a
 * tenant's configuration, with the cmdlet lines that do it, or how a server sends.
 *
 * @param kind what is changed
 * @param tenant whose configuration it is, or with whose domain or forest it is done; empty if it
 *     is about the sending server alone
 * @param values from what, and to what, see {@link Kind}
 * @param action what to do, as a clause in the imperative without a full stop
 * @param commands the lines of Exchange Online PowerShell that do it, to be run in the tenant;
 *     empty if it is not done there
 * @param effort how much there is to do, to rank changes by: below 2 a switch, below 5 one
 *     deliberate step, above that several, or one that gives something up
 */
public record Change(
    Kind kind,
    Optional<String> tenant,
    List<?> values,
    String action,
    List<String> commands,
    int effort) {

  /** What is changed, and by which values. */
  public enum Kind {
    /** A further accepted domain: makes the tenant its owner; proof by DNS is asked first. */
    ACCEPTED_DOMAIN(true),
    /** The same, right only if it is a domain of the organization. */
    ADOPTED_DOMAIN(true),
    /** A connector: before and after. */
    CONNECTOR(true),
    /** A further connector. */
    NEW_CONNECTOR(true),
    /** One connector less. */
    REMOVED_CONNECTOR(true),
    /** RejectDirectSend false: anybody may send with the tenant's domains to the tenant (IN-7). */
    DIRECT_SEND(true),
    /** A subscription with mail (IN-2). */
    SUBSCRIPTION(true),
    /** A certificate that the service accepts (PKI-2 to PKI-6), in a TLS session: its names. */
    CERTIFICATE(false),
    /** The same, with the present names and something mended: these names. */
    MENDED_CERTIFICATE(false),
    /** The MAIL FROM domain, where the sending server writes its own envelopes: the new one. */
    ENVELOPE(false),
    /** The front end, by the endpoint name of a tenant in its forest (FOR-1, FOR-2). */
    FOREST(false),
    /** A TLS session, with whatever certificate the server presents already. */
    TLS(false),
    /** The source address: the new one. */
    ADDRESS(false),
    /** A transaction of its own for each recipient domain (MULTI-2). */
    TRANSACTION(false),
    /** Several changes, none of which is enough without the others: these, in their order. */
    SEVERAL(false);

    private final boolean ofDirectory;

    Kind(boolean ofDirectory) {
      this.ofDirectory = ofDirectory;
    }
  }

  /** Copies the lists. */
  public Change {
    values = List.copyOf(values);
    commands = List.copyOf(commands);
  }

  private static Change of(
      Kind kind, int effort, String tenant, List<?> values, String action, ChangeCommand... lines) {
    List<String> commands = List.of(lines).stream().map(ChangeCommand::toString).toList();
    return new Change(kind, Optional.of(tenant), values, action, commands, effort);
  }

  private static Change ofServer(Kind kind, int effort, List<?> values, String action) {
    return new Change(kind, Optional.empty(), values, action, List.of(), effort);
  }

  /** A further accepted domain of a tenant. */
  public static Change acceptedDomain(String tenant, DomainName domain) {
    return domain(Kind.ACCEPTED_DOMAIN, 2, tenant, domain, "");
  }

  /** The same, of a domain of which it is not known whether it is the organization's. */
  public static Change adoptedDomain(String tenant, DomainName domain) {
    return domain(
        Kind.ADOPTED_DOMAIN, 7, tenant, domain, ", if it is a domain of the organization");
  }

  private static Change domain(
      Kind kind, int effort, String tenant, DomainName domain, String reservation) {
    return of(
        kind,
        effort,
        tenant,
        List.of(domain),
        "add " + domain + " as an accepted domain of " + tenant + reservation,
        ChangeCommand.of("New-AcceptedDomain").with("Name", domain).with("DomainName", domain));
  }

  /**
   * Another version of a connector, of the same name.
   *
   * @param what the verb, or more, that goes before the connector
   */
  public static Change connector(
      String tenant, InboundConnector before, InboundConnector after, String what, int effort) {
    return of(
        Kind.CONNECTOR,
        effort,
        tenant,
        List.of(before, after),
        what + " connector \"" + before.name() + "\" of " + tenant,
        ChangeCommand.setting(before, after));
  }

  /** A further connector of a tenant. */
  public static Change newConnector(String tenant, InboundConnector connector) {
    String what =
        connector
            .tlsSenderCertificateName()
            .map(name -> "the certificate name " + name)
            .orElseGet(() -> "the address " + connector.senderIpAddresses().get(0));
    String type = connector.connectorType().toString();
    return of(
        Kind.NEW_CONNECTOR,
        5,
        tenant,
        List.of(connector),
        "create an inbound connector of type " + type + " in " + tenant + " for " + what,
        ChangeCommand.creating(connector));
  }

  /** One connector less of a tenant. */
  public static Change removedConnector(String tenant, InboundConnector connector) {
    return of(
        Kind.REMOVED_CONNECTOR,
        4,
        tenant,
        List.of(connector),
        "remove connector \"" + connector.name() + "\" of " + tenant + ", if it is left over",
        ChangeCommand.of("Remove-InboundConnector").with("Identity", connector.name()));
  }

  /** RejectDirectSend of a tenant. */
  public static Change directSend(String tenant) {
    return of(
        Kind.DIRECT_SEND,
        10,
        tenant,
        List.of(),
        "set RejectDirectSend of "
            + tenant
            + " to false, which lets in anybody's mail with its domains",
        ChangeCommand.of("Set-OrganizationConfig").with("RejectDirectSend", false));
  }

  /** A subscription with mail. */
  public static Change subscription(String tenant) {
    String action = "give " + tenant + " a subscription with mail";
    return of(Kind.SUBSCRIPTION, 5, tenant, List.of(), action);
  }

  /** A certificate with these names, all in the subject CN or as SAN dNSNames (PKI-7). */
  public static Change certificate(PresentedName... names) {
    String all = List.of(names).stream().map(Object::toString).collect(Collectors.joining(", "));
    return ofServer(
        Kind.CERTIFICATE,
        3,
        List.of(names),
        "have the server present a certificate of a public CA with the name " + all);
  }

  /**
   * A certificate with these names.
   *
   * @param remedy what to mend about the present certificate, in the imperative
   */
  public static Change mendedCertificate(List<PresentedName> names, String remedy) {
    return ofServer(Kind.MENDED_CERTIFICATE, 2, names, remedy);
  }

  /** A MAIL FROM domain that a tenant owns. */
  public static Change envelope(String tenant, DomainName mailFrom) {
    return of(
        Kind.ENVELOPE,
        4,
        tenant,
        List.of(mailFrom),
        "send with the MAIL FROM domain "
            + mailFrom
            + ", which "
            + tenant
            + " owns (forwarded mail: by rewriting the sender)");
  }

  /** A front end of the forest that holds a tenant. */
  public static Change forest(String tenant, Forest forest) {
    String action = "send to a front end of the forest " + forest + ", which holds " + tenant;
    return of(Kind.FOREST, 2, tenant, List.of(forest), action);
  }

  /** A TLS session. */
  public static Change tls() {
    return ofServer(Kind.TLS, 1, List.of(), "send over TLS (STARTTLS)");
  }

  /** Another source address. */
  public static Change address(IpAddress address) {
    return ofServer(Kind.ADDRESS, 4, List.of(address), "send from the address " + address);
  }

  /** A transaction for each recipient domain. */
  public static Change transaction() {
    String action = "send to each recipient domain in a transaction of its own";
    return ofServer(Kind.TRANSACTION, 1, List.of(), action);
  }

  /** At least two changes, in the order in which to make them. */
  public static Change all(Change... parts) {
    List<Change> all = List.of(parts);
    return new Change(
        Kind.SEVERAL,
        all.stream().flatMap(part -> part.tenant().stream()).findFirst(),
        all,
        all.stream().map(Change::action).collect(Collectors.joining("; and ")),
        all.stream().flatMap(part -> part.commands().stream()).toList(),
        all.stream().mapToInt(Change::effort).sum() + 1);
  }

  /** The values of a type. */
  public <T> List<T> values(Class<T> type) {
    return values.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The changes that it is of: itself, if it is not several. */
  public List<Change> parts() {
    return kind == Kind.SEVERAL ? values(Change.class) : List.of(this);
  }

  /** Whether it changes the directory, and thus can move other mail. */
  public boolean changesDirectory() {
    return kind.ofDirectory
        || (kind == Kind.SEVERAL && parts().stream().anyMatch(Change::changesDirectory));
  }

  /**
   * The subject with the change made.
   *
   * @throws InvalidValueException if it cannot be made there: there is no such tenant, or it goes
   *     against the rules of a directory, as a domain that another tenant accepts does (DIR-1)
   */
  public ChangeSubject applyTo(ChangeSubject subject) {
    return switch (kind) {
      case ACCEPTED_DOMAIN, ADOPTED_DOMAIN ->
          edit(subject, t -> t.toBuilder().acceptedDomain(AcceptedDomain.of(domain())).build());
      case CONNECTOR, NEW_CONNECTOR ->
          edit(subject, t -> t.withInboundConnector(lastOf(InboundConnector.class)));
      case REMOVED_CONNECTOR -> edit(subject, this::without);
      case DIRECT_SEND -> edit(subject, t -> t.toBuilder().rejectDirectSend(false).build());
      case SUBSCRIPTION -> edit(subject, t -> t.toBuilder().mailEnabled(true).build());
      case CERTIFICATE, MENDED_CERTIFICATE ->
          subject
              .withConnection(c -> c.withoutPresentedCertificate().tls(true))
              .presenting(CertificateVerdict.accepting(values(PresentedName.class)));
      case ENVELOPE -> subject.withConnection(c -> c.mailFrom(ReversePath.of(domain())));
      case FOREST -> subject.withConnection(c -> c.forest(lastOf(Forest.class)));
      case TLS -> subject.withConnection(c -> c.tls(true));
      case ADDRESS -> subject.withConnection(c -> c.sourceIp(lastOf(IpAddress.class)));
      case TRANSACTION -> subject; // a single connection is alone already
      case SEVERAL -> {
        ChangeSubject changed = subject;
        for (Change part : parts()) {
          changed = part.applyTo(changed);
        }
        yield changed;
      }
    };
  }

  private ChangeSubject edit(ChangeSubject subject, UnaryOperator<Tenant> edit) {
    return subject.withTenant(tenant.orElseThrow(), edit);
  }

  private DomainName domain() {
    return lastOf(DomainName.class);
  }

  private <T> T lastOf(Class<T> type) {
    List<T> all = values(type);
    return all.get(all.size() - 1);
  }

  private Tenant without(Tenant whole) {
    String name = lastOf(InboundConnector.class).name();
    Tenant.Builder copy = whole.toBuilder().clearInboundConnectors();
    whole.inboundConnectors().stream()
        .filter(connector -> !connector.name().equals(name))
        .forEach(copy::inboundConnector);
    return copy.build();
  }
}
