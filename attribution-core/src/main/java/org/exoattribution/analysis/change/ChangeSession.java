package org.exoattribution.analysis.change;

import java.util.List;
import java.util.Optional;
import org.exoattribution.model.IpAddress;

/**
 * Another way for the sending server to connect.
 *
 * @param kind in which way
 * @param address the address to send from, for {@link Kind#FROM_ADDRESS}
 */
public record ChangeSession(Kind kind, Optional<IpAddress> address) implements Change {

  /** The ways. */
  public enum Kind {
    /** In a TLS session, with whatever certificate it presents already. */
    OVER_TLS,
    /** From another source address. */
    FROM_ADDRESS,
    /** With each recipient domain in a transaction of its own (MULTI-2). */
    ONE_DOMAIN_A_TRANSACTION
  }

  public static ChangeSession of(Kind kind) {
    return new ChangeSession(kind, Optional.empty());
  }

  public static ChangeSession from(IpAddress address) {
    return new ChangeSession(Kind.FROM_ADDRESS, Optional.of(address));
  }

  @Override
  public String action() {
    return switch (kind) {
      case OVER_TLS -> "send over TLS (STARTTLS)";
      case FROM_ADDRESS -> "send from the address " + address.orElseThrow();
      case ONE_DOMAIN_A_TRANSACTION -> "send to each recipient domain in a transaction of its own";
    };
  }

  @Override
  public List<String> commands() {
    return List.of();
  }

  @Override
  public int effort() {
    return kind == Kind.FROM_ADDRESS ? 4 : 1;
  }

  @Override
  public boolean changesDirectory() {
    return false;
  }

  @Override
  public ChangeSubject applyTo(ChangeSubject subject) {
    return switch (kind) {
      case OVER_TLS -> subject.withConnection(subject.connection().toBuilder().tls(true).build());
      case FROM_ADDRESS ->
          subject.withConnection(
              subject.connection().toBuilder().sourceIp(address.orElseThrow()).build());
      case ONE_DOMAIN_A_TRANSACTION -> subject; // a single connection is alone already
    };
  }
}
