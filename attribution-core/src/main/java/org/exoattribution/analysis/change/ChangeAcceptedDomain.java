package org.exoattribution.analysis.change;

import java.util.List;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.DomainName;

/**
 * A further accepted domain of a tenant. It makes the tenant the owner of the domain, for
 * certificates and for the envelope; the service asks for proof by DNS first.
 *
 * @param tenant the name of the tenant
 * @param domain the domain
 * @param reservation what must be true for the change to be right, beginning with {@code if}; may
 *     be empty
 */
public record ChangeAcceptedDomain(String tenant, DomainName domain, String reservation)
    implements Change {

  @Override
  public String action() {
    return "add "
        + domain
        + " as an accepted domain of "
        + tenant
        + (reservation.isEmpty() ? "" : ", " + reservation);
  }

  @Override
  public List<String> commands() {
    return List.of(
        ChangeCommand.of("New-AcceptedDomain")
            .with("Name", domain)
            .with("DomainName", domain)
            .toString());
  }

  @Override
  public int effort() {
    return reservation.isEmpty() ? 2 : 7;
  }

  @Override
  public boolean changesDirectory() {
    return true;
  }

  @Override
  public ChangeSubject applyTo(ChangeSubject subject) {
    return subject.withTenant(
        tenant, t -> t.toBuilder().acceptedDomain(AcceptedDomain.of(domain)).build());
  }
}
