package org.exoattribution.model;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mail server's connection to the service, up to one recipient: everything that attribution may
 * look at. The EHLO name is recorded and plays no part (EHLO-1); of the host name that the client
 * dialled, the forest of the front end that answered counts alone (EP-1, FOR-1).
 */
public final class SimulatedConnection {
  private final IpAddress sourceIp;
  private final @Nullable String ehlo;
  private final boolean tls;

  /** An object of its own, so that asking for it makes none. */
  private final Optional<PresentedCertificate> presentedCertificate;

  private final ReversePath mailFrom;
  private final ForwardPath rcptTo;
  private final @Nullable DomainName headerFromDomain;
  private final @Nullable Forest forest;
  private final Instant at;

  private SimulatedConnection(Builder builder) {
    this.sourceIp = required(builder.sourceIp, "sourceIp");
    this.ehlo = builder.ehlo;
    this.presentedCertificate = Optional.ofNullable(builder.presentedCertificate);
    this.tls = builder.tls != null ? builder.tls : presentedCertificate.isPresent();
    this.mailFrom = required(builder.mailFrom, "mailFrom");
    this.rcptTo = required(builder.rcptTo, "rcptTo");
    this.headerFromDomain = builder.headerFromDomain;
    this.forest = builder.forest;
    this.at = required(builder.at, "at");
  }

  private static <T> T required(@Nullable T value, String property) {
    if (value == null) {
      throw new InvalidValueException(
          "a connection without " + property + ": expected sourceIp, mailFrom, rcptTo and at");
    }
    return value;
  }

  /** A connection without any property. */
  public static Builder builder() {
    return new Builder();
  }

  /** The client's address. */
  public IpAddress sourceIp() {
    return sourceIp;
  }

  /** The argument of EHLO, recorded only (EHLO-1). */
  public Optional<String> ehlo() {
    return Optional.ofNullable(ehlo);
  }

  /** Whether the session is encrypted. */
  public boolean tls() {
    return tls;
  }

  /** What the client presented; it counts only if the session is TLS (PKI-1). */
  public Optional<PresentedCertificate> presentedCertificate() {
    return presentedCertificate;
  }

  /** The envelope sender. */
  public ReversePath mailFrom() {
    return mailFrom;
  }

  /** The envelope recipient. */
  public ForwardPath rcptTo() {
    return rcptTo;
  }

  /** The domain of the From header (P2); counts under rules before 2023-11-01 only. */
  public Optional<DomainName> headerFromDomain() {
    return Optional.ofNullable(headerFromDomain);
  }

  /** The forest of the front end that answered (FOR-1, FOR-2); empty if it is not known. */
  public Optional<Forest> forest() {
    return Optional.ofNullable(forest);
  }

  /** The instant of the connection, at which certificates must be valid (PKI-2). */
  public Instant at() {
    return at;
  }

  /** The same connection with another recipient. */
  public SimulatedConnection withRcptTo(ForwardPath recipient) {
    return toBuilder().rcptTo(recipient).build();
  }

  /** A builder that holds this connection's properties. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.sourceIp = sourceIp;
    builder.ehlo = ehlo;
    builder.tls = tls;
    builder.presentedCertificate = presentedCertificate.orElse(null);
    builder.mailFrom = mailFrom;
    builder.rcptTo = rcptTo;
    builder.headerFromDomain = headerFromDomain;
    builder.forest = forest;
    builder.at = at;
    return builder;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof SimulatedConnection connection
            && sourceIp.equals(connection.sourceIp)
            && Objects.equals(ehlo, connection.ehlo)
            && tls == connection.tls
            && presentedCertificate.equals(connection.presentedCertificate)
            && mailFrom.equals(connection.mailFrom)
            && rcptTo.equals(connection.rcptTo)
            && Objects.equals(headerFromDomain, connection.headerFromDomain)
            && Objects.equals(forest, connection.forest)
            && at.equals(connection.at));
  }

  @Override
  public int hashCode() {
    return Objects.hash(sourceIp, tls, presentedCertificate, mailFrom, rcptTo, at);
  }

  /** The connection in one line. */
  @Override
  public String toString() {
    return "from "
        + sourceIp
        + (tls ? ", TLS" : ", plaintext")
        + presentedCertificate.map(each -> ", certificate " + each).orElse(", no certificate")
        + ", MAIL FROM "
        + mailFrom
        + (headerFromDomain == null ? "" : ", header-from " + headerFromDomain)
        + ", RCPT TO "
        + rcptTo
        + (forest == null ? "" : ", at a front end of " + forest)
        + ", at "
        + at;
  }

  /** Builds connections; sourceIp, mailFrom, rcptTo and at are required. */
  public static final class Builder {
    private @Nullable IpAddress sourceIp;
    private @Nullable String ehlo;
    private @Nullable Boolean tls;
    private @Nullable PresentedCertificate presentedCertificate;
    private @Nullable ReversePath mailFrom;
    private @Nullable ForwardPath rcptTo;
    private @Nullable DomainName headerFromDomain;
    private @Nullable Forest forest;
    private @Nullable Instant at;

    private Builder() {}

    /**
     * Required.
     *
     * @throws InvalidValueException if it is not an IPv4 or IPv6 address
     */
    public Builder sourceIp(String value) {
      return sourceIp(IpAddress.parse(value));
    }

    /** Required. */
    public Builder sourceIp(IpAddress value) {
      sourceIp = Objects.requireNonNull(value, "sourceIp");
      return this;
    }

    /** Default none. */
    public Builder ehlo(String value) {
      ehlo = Objects.requireNonNull(value, "ehlo");
      return this;
    }

    /** Default true if a certificate is presented, else false. */
    public Builder tls(boolean value) {
      tls = value;
      return this;
    }

    /** Default none. */
    public Builder presentedCertificate(PresentedCertificate value) {
      presentedCertificate = Objects.requireNonNull(value, "presentedCertificate");
      return this;
    }

    /** Takes the certificate away; whether the session is TLS stays as it was set. */
    public Builder withoutPresentedCertificate() {
      presentedCertificate = null;
      return this;
    }

    /**
     * Required.
     *
     * @throws InvalidValueException if it is not an address, a domain or {@code <>}
     */
    public Builder mailFrom(String value) {
      return mailFrom(ReversePath.parse(value));
    }

    /** Required. */
    public Builder mailFrom(ReversePath value) {
      mailFrom = Objects.requireNonNull(value, "mailFrom");
      return this;
    }

    /**
     * Required.
     *
     * @throws InvalidValueException if it is not an address or a domain
     */
    public Builder rcptTo(String value) {
      return rcptTo(ForwardPath.parse(value));
    }

    /** Required. */
    public Builder rcptTo(ForwardPath value) {
      rcptTo = Objects.requireNonNull(value, "rcptTo");
      return this;
    }

    /**
     * The address or domain of the From header. Default none.
     *
     * @throws InvalidValueException if it is neither
     */
    public Builder headerFrom(String value) {
      headerFromDomain = Mailbox.parse("a header-from", value).domain().orElse(null);
      return this;
    }

    /**
     * The forest of the front end. Default unknown, so that the tenants of all forests take part.
     *
     * @throws InvalidValueException if it is not the name of a forest
     */
    public Builder forest(String value) {
      return forest(Forest.parse(value));
    }

    /** The forest of the front end. Default unknown. */
    public Builder forest(Forest value) {
      forest = Objects.requireNonNull(value, "forest");
      return this;
    }

    /**
     * An instant in ISO 8601, such as 2026-11-01T00:00:00Z.
     *
     * @throws InvalidValueException if it is not
     */
    public Builder at(String value) {
      try {
        return at(OffsetDateTime.parse(value).toInstant());
      } catch (DateTimeParseException e) {
        throw InvalidValueException.notA(
            "an instant", value, "ISO 8601 in UTC, such as 2026-11-01T00:00:00Z");
      }
    }

    /** Required. */
    public Builder at(Instant value) {
      at = Objects.requireNonNull(value, "at");
      return this;
    }

    /**
     * Makes the connection.
     *
     * @throws InvalidValueException if a required property is missing
     */
    public SimulatedConnection build() {
      return new SimulatedConnection(this);
    }
  }
}
