package org.exoattribution.engine.explanation;

import java.util.ArrayList;
import java.util.List;
import org.exoattribution.engine.stage.Decision;
import org.exoattribution.engine.stage.LaterRecipient;
import org.exoattribution.engine.stage.RecipientResult;
import org.exoattribution.engine.stage.Scope;
import org.exoattribution.engine.stage.StageResults;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.ReadingSet;
import org.exoattribution.model.StageExplanation;

/** What became of a recipient, put into a tree: of what the stages found, asking nothing again. */
public final class Explanations {
  private Explanations() {}

  /**
   * The tree.
   *
   * @param contested the readings that are contested in the result
   * @param scope the connectors that it tells about
   */
  public static Explanation of(RecipientResult result, ReadingSet contested, Scope scope) {
    return new Explanation(
        result.attribution(contested),
        result instanceof StageResults own
            ? stages(own, scope)
            : new LaterNodes((LaterRecipient) result).stages(scope));
  }

  private static List<StageExplanation> stages(StageResults own, Scope scope) {
    Decision decision = own.decision();
    List<StageExplanation> stages = new ArrayList<>();
    stages.add(new CertificateNodes(own.given(), own.certificate()).explain(scope.onPremises()));
    IpNodes ip = new IpNodes(own.given());
    stages.add(
        own.ip() == null
            ? ip.after(decision, scope.onPremises())
            : ip.explain(own.ip(), scope.onPremises()));
    IncomingNodes incoming = new IncomingNodes(own.given());
    stages.add(
        own.incoming() == null
            ? incoming.after(decision, scope.partners())
            : incoming.explain(own.incoming(), scope.partners()));
    return stages;
  }
}
