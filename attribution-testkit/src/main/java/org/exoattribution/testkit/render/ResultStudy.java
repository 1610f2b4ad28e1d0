package org.exoattribution.testkit.render;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.exoattribution.analysis.advice.Advisor;
import org.exoattribution.analysis.sensitivity.Sensitivity;
import org.exoattribution.analysis.sensitivity.SensitivityAnalysis;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.SimulatedTransaction;

/** Finds the details of results of one engine. */
public final class ResultStudy {
  private final AttributionEngine engine;
  private final Advisor advisor;
  private final SensitivityAnalysis sensitivity;

  private ResultStudy(AttributionEngine engine) {
    this.engine = engine;
    this.advisor = Advisor.of(engine);
    this.sensitivity = SensitivityAnalysis.of(engine);
  }

  /** A study of this engine's results. */
  public static ResultStudy of(AttributionEngine engine) {
    return new ResultStudy(engine);
  }

  /** The engine whose results it studies. */
  public AttributionEngine engine() {
    return engine;
  }

  /** The details for each recipient, in their order. */
  public List<ResultDetails> of(SimulatedTransaction transaction) {
    return details(transaction, engine.explain(transaction), attribution -> true);
  }

  /** The same without the tree, and with changes for rejections only. */
  public List<ResultDetails> brief(SimulatedTransaction transaction) {
    return details(
        transaction,
        engine.resolve(transaction).stream().map(a -> new Explanation(a, List.of())).toList(),
        attribution -> attribution.verdict() == Attribution.Verdict.REJECTED);
  }

  private List<ResultDetails> details(
      SimulatedTransaction transaction,
      List<Explanation> explanations,
      Predicate<Attribution> advises) {
    List<Sensitivity> sensitivities = sensitivity.analyze(transaction);
    return IntStream.range(0, explanations.size())
        .mapToObj(
            i -> {
              Attribution attribution = explanations.get(i).attribution();
              return new ResultDetails(
                  explanations.get(i),
                  advises.test(attribution) ? advisor.advise(attribution) : List.of(),
                  sensitivities.get(i));
            })
        .toList();
  }
}
