package org.exoattribution.engine.stage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.Reading;
import org.exoattribution.model.ReadingSet;
import org.exoattribution.model.Readings;
import org.exoattribution.model.SimulatedTransaction;

/**
 * What becomes of recipients under other readings. A reading that had no say runs the stages in the
 * same way at every value, so that only those that had one are changed; one may get a say by the
 * change of another.
 */
public final class Variants {
  private final List<? extends RecipientResult> results;
  private final Function<Case, List<? extends RecipientResult>> question;

  private Variants(
      List<? extends RecipientResult> results,
      Function<Case, List<? extends RecipientResult>> question) {
    this.results = results;
    this.question = question;
  }

  static Variants of(StageResults result) {
    return new Variants(List.of(result), given -> List.of(StageResults.of(given)));
  }

  /** The results are those of the transaction's recipients, in their order. */
  public static Variants of(SimulatedTransaction transaction, List<RecipientResult> results) {
    return new Variants(results, first -> Transactions.resolve(transaction, first));
  }

  /** Says where the search is to go. */
  interface Visitor {
    /** Whether a change of these readings is to be tried. */
    boolean wants(ReadingSet changed);

    /** Takes what became of the recipients; whether further readings are to be changed. */
    boolean goesOnFrom(
        Readings readings, ReadingSet changed, List<? extends RecipientResult> results);
  }

  /** Changes the fewest readings first. */
  void explore(Visitor visitor) {
    Readings own = results.get(0).given().readings();
    Deque<Readings> open = new ArrayDeque<>();
    Set<Readings> seen = new HashSet<>();
    open(own, touched(results), seen, open);
    while (!open.isEmpty()) {
      Readings readings = open.remove();
      ReadingSet changed = readings.differingFrom(own);
      if (visitor.wants(changed)) {
        List<? extends RecipientResult> others =
            question.apply(results.get(0).given().under(readings));
        if (visitor.goesOnFrom(readings, changed, others)) {
          open(readings, touched(others).without(changed), seen, open);
        }
      }
    }
  }

  private static void open(
      Readings readings, ReadingSet touched, Set<Readings> seen, Deque<Readings> open) {
    for (Reading reading : touched) {
      for (Readings other : readings.alternatives(reading)) {
        if (seen.add(other)) {
          open.add(other);
        }
      }
    }
  }

  private static ReadingSet touched(List<? extends RecipientResult> results) {
    ReadingSet touched = ReadingSet.NONE;
    for (RecipientResult result : results) {
      touched = touched.and(result.touched());
    }
    return touched;
  }

  /** What each recipient comes to, under the own readings and then under every combination. */
  public Map<Readings, List<AttributionOutcome>> outcomes() {
    Map<Readings, List<AttributionOutcome>> outcomes = new LinkedHashMap<>();
    outcomes.put(results.get(0).given().readings(), outcomes(results));
    explore(
        new Visitor() {
          @Override
          public boolean wants(ReadingSet changed) {
            return true;
          }

          @Override
          public boolean goesOnFrom(
              Readings readings, ReadingSet changed, List<? extends RecipientResult> others) {
            outcomes.put(readings, outcomes(others));
            return true;
          }
        });
    return outcomes;
  }

  private static List<AttributionOutcome> outcomes(List<? extends RecipientResult> results) {
    return results.stream().map(RecipientResult::outcome).toList();
  }
}
