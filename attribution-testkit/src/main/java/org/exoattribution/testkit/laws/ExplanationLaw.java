package org.exoattribution.testkit.laws;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.ConnectorExplanation;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.StageExplanation;

/** Compares every explanation with the result, and with itself. */
final class ExplanationLaw implements Law.Check {

  @Override
  public Stream<Objection> objections(Subject engine, Collection<SimulatedConnection> connections) {
    Owners owners = new Owners(engine.engine().directory());
    return connections.stream()
        .flatMap(
            connection ->
                objections(engine, owners, engine.resolve(connection), engine.explain(connection))
                    .map(words -> new Objection(words, connection)));
  }

  private static Stream<String> objections(
      Subject engine, Owners owners, Attribution result, Explanation explanation) {
    return Stream.of(
            sameResult(result, explanation),
            oneStageDecides(result, explanation),
            winnerIsShown(result, explanation),
            losersSayWhy(explanation).or(() -> ExplanationRules.objection(explanation)),
            ownersAreInScope(engine, owners, explanation))
        .flatMap(Optional::stream);
  }

  private static Optional<String> sameResult(Attribution result, Explanation explanation) {
    return result.equals(explanation.attribution())
        ? Optional.empty()
        : Optional.of(
            "resolve gives "
                + Objection.come(result)
                + " on "
                + result.grounds()
                + ", explain gives "
                + Objection.come(explanation.attribution())
                + " on "
                + explanation.attribution().grounds());
  }

  /** The stages before it are not matched, those after it not reached. */
  private static Optional<String> oneStageDecides(Attribution result, Explanation explanation) {
    for (StageExplanation stage : explanation.stages()) {
      int order = stage.stage().compareTo(result.stage());
      Outcome expected =
          order < 0 ? Outcome.NOT_MATCHED : order == 0 ? Outcome.MATCHED : Outcome.NOT_REACHED;
      if (stage.outcome() != expected) {
        return Optional.of(
            "the "
                + result.stage().key()
                + " stage decided, but the "
                + stage.label()
                + " is "
                + stage.outcome());
      }
    }
    return Optional.empty();
  }

  /** A connector is shown as the winner if the message came through it, and no other is. */
  private static Optional<String> winnerIsShown(Attribution result, Explanation explanation) {
    boolean cameThrough = result.verdict() != Attribution.Verdict.REJECTED;
    Optional<String> winner =
        cameThrough
            ? result.connectorName().map(name -> result.tenantName().orElse("") + " / " + name)
            : Optional.empty();
    List<String> shown =
        explanation.stages().stream()
            .flatMap(stage -> stage.connectors().stream())
            .filter(connector -> connector.outcome() == Outcome.MATCHED)
            .map(ConnectorExplanation::label)
            .toList();
    return shown.equals(winner.stream().toList())
        ? Optional.empty()
        : Optional.of("the winner is " + winner + ", but matched are " + shown);
  }

  /** A winner may have one too: CERT-3, where the envelope decided. */
  private static Optional<String> losersSayWhy(Explanation explanation) {
    for (StageExplanation stage : explanation.stages()) {
      for (ConnectorExplanation connector : stage.connectors()) {
        if (connector.outcome() != Outcome.MATCHED && connector.unmetConditions() == 0) {
          return Optional.of(
              connector.label()
                  + " is "
                  + connector.outcome()
                  + " in the "
                  + stage.label()
                  + ", but none of its conditions is");
        }
      }
    }
    return Optional.empty();
  }

  /** Every connector of the owners of MAIL FROM and RCPT TO is somewhere, the disabled ones too. */
  private static Optional<String> ownersAreInScope(
      Subject engine, Owners owners, Explanation explanation) {
    SimulatedConnection connection = explanation.attribution().connection();
    List<String> shown =
        explanation.stages().stream()
            .flatMap(stage -> stage.connectors().stream())
            .map(ConnectorExplanation::label)
            .toList();
    return Stream.of(
            owners.of(connection.mailFrom().domain()), owners.of(connection.rcptTo().domain()))
        .flatMap(Optional::stream)
        .flatMap(
            owner ->
                engine.engine().directory().tenant(owner).orElseThrow().inboundConnectors().stream()
                    .map(connector -> owner + " / " + connector.name()))
        .filter(label -> !shown.contains(label))
        .findFirst()
        .map(label -> label + ", of an envelope domain's owner, is not in the explanation");
  }
}
