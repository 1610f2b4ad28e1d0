package org.exoattribution.analysis.change;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Several changes, none of which is enough without the others.
 *
 * @param changes at least two, in the order in which to make them
 */
public record ChangeSeveral(List<Change> changes) implements Change {

  /** Copies the list. */
  public ChangeSeveral {
    changes = List.copyOf(changes);
  }

  @Override
  public String action() {
    return changes.stream().map(Change::action).collect(Collectors.joining("; and "));
  }

  @Override
  public List<String> commands() {
    return changes.stream().flatMap(change -> change.commands().stream()).toList();
  }

  @Override
  public int effort() {
    return changes.stream().mapToInt(Change::effort).sum() + 1;
  }

  @Override
  public boolean changesDirectory() {
    return changes.stream().anyMatch(Change::changesDirectory);
  }

  @Override
  public ChangeSubject applyTo(ChangeSubject subject) {
    ChangeSubject changed = subject;
    for (Change change : changes) {
      changed = change.applyTo(changed);
    }
    return changed;
  }
}
