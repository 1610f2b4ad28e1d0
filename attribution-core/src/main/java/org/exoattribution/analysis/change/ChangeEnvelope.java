package org.exoattribution.analysis.change;

import java.util.List;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.ReversePath;

/**
 * Another MAIL FROM domain. Possible where the sending server writes its own envelopes, or rewrites
 * the sender of what it forwards.
 *
 * @param tenant the name of the tenant that owns the domain
 * @param mailFrom the domain
 */
public record ChangeEnvelope(String tenant, DomainName mailFrom) implements Change {

  @Override
  public String action() {
    return "send with the MAIL FROM domain "
        + mailFrom
        + ", which "
        + tenant
        + " owns (forwarded mail: by rewriting the sender)";
  }

  @Override
  public List<String> commands() {
    return List.of();
  }

  @Override
  public int effort() {
    return 4;
  }

  @Override
  public boolean changesDirectory() {
    return false;
  }

  @Override
  public ChangeSubject applyTo(ChangeSubject subject) {
    return subject.withConnection(
        subject.connection().toBuilder().mailFrom(ReversePath.of(mailFrom)).build());
  }
}
