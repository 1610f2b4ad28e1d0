package org.exoattribution.analysis.change;

import java.util.List;
import org.exoattribution.model.Forest;

/**
 * Another front end that the sending server connects to: one of the forest that holds the tenant,
 * as the tenant's own endpoint name leads to (FOR-1, FOR-2).
 *
 * @param tenant the name of the tenant
 * @param forest its forest
 */
public record ChangeForest(String tenant, Forest forest) implements Change {

  @Override
  public String action() {
    return "send to a front end of the forest " + forest + ", which holds " + tenant;
  }

  @Override
  public List<String> commands() {
    return List.of();
  }

  @Override
  public int effort() {
    return 2;
  }

  @Override
  public boolean changesDirectory() {
    return false;
  }

  @Override
  public ChangeSubject applyTo(ChangeSubject subject) {
    return subject.withConnection(subject.connection().toBuilder().forest(forest).build());
  }
}
