package org.exoattribution.engine.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.exoattribution.model.Reading;
import org.exoattribution.model.ReadingSet;
import org.exoattribution.model.Readings;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.model.SmtpReply;
import org.jspecify.annotations.Nullable;

/**
 * Which readings are contested in a result: those of the smallest sets of readings whose change to
 * other values makes it another (end of section 10 of the rules). Found by asking the stages again,
 * where a reading had a say that need not, but may have made a difference.
 */
public final class Contested implements Variants.Visitor {
  /** Each of these makes the result another by itself wherever it has a say. */
  private static final ReadingSet BY_THEMSELVES =
      ReadingSet.NONE
          .and(Reading.RELAY_REFUSAL)
          .and(Reading.RECIPIENT_ONLY_IP_MATCH)
          .and(Reading.BAD_CERTIFICATE);

  private final List<Smallest> recipients = new ArrayList<>();

  private Contested(List<? extends RecipientResult> results) {
    results.forEach(result -> recipients.add(new Smallest(result)));
  }

  /** The readings that are contested in the result of a recipient that is alone. */
  public static ReadingSet in(StageResults result) {
    ReadingSet touched = result.touched();
    return BY_THEMSELVES.containsAll(touched) ? touched : in(result.given()); // as a rule
  }

  private static ReadingSet in(Case given) {
    StageResults again = StageResults.of(given);
    return in(List.of(again), Variants.of(again)).get(0);
  }

  /** The readings that are contested in the result of each recipient of a transaction. */
  public static List<ReadingSet> in(
      SimulatedTransaction transaction, List<RecipientResult> results) {
    return in(results, Variants.of(transaction, results));
  }

  private static List<ReadingSet> in(List<? extends RecipientResult> results, Variants variants) {
    Contested contested = new Contested(results);
    variants.explore(contested);
    return contested.recipients.stream().map(each -> each.members).toList();
  }

  @Override
  public boolean wants(ReadingSet changed) {
    return recipients.stream().anyMatch(each -> each.isOpen(changed));
  }

  @Override
  public boolean goesOnFrom(
      Readings readings, ReadingSet changed, List<? extends RecipientResult> results) {
    for (int i = 0; i < results.size(); i++) {
      recipients.get(i).offer(changed, results.get(i));
    }
    return wants(changed);
  }

  /** The smallest changes under which the result of one recipient is another. */
  private static final class Smallest {
    private final RecipientResult result;
    private final List<ReadingSet> changes = new ArrayList<>();
    private ReadingSet members = ReadingSet.NONE;

    Smallest(RecipientResult result) {
      this.result = result;
    }

    /** Whether a smallest change could have these readings, or further ones beside them. */
    boolean isOpen(ReadingSet changed) {
      return changes.stream().noneMatch(changed::containsAll);
    }

    void offer(ReadingSet changed, RecipientResult other) {
      if (isOpen(changed) && !isLike(other)) {
        changes.add(changed);
        members = members.and(changed);
      }
    }

    private boolean isLike(RecipientResult other) {
      return other.outcome().equals(result.outcome())
          && Objects.equals(reply(other.decision()), reply(result.decision()));
    }

    private static @Nullable SmtpReply reply(Decision decision) {
      return decision instanceof Decision.Refusal refusal ? refusal.reply() : null;
    }
  }
}
