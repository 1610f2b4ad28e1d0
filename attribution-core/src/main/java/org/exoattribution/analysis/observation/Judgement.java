package org.exoattribution.analysis.observation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.exoattribution.model.CertificateNamePattern;

/** Whether the model explains an observation. */
public sealed interface Judgement {

  /** The four answers, the worst last. */
  enum Kind {
    /** The model says what the service did. */
    AGREES,
    /** It does for a server that presented one of some certificates. */
    AGREES_IF,
    /** The tenant is not in the directory. */
    UNKNOWN_TENANT,
    /** It does for no certificate. */
    CONTRADICTS
  }

  /** Which of the four it is. */
  Kind kind();

  /** What the model says: of the connection as it is known first. Empty for UNKNOWN_TENANT. */
  List<Prediction> predictions();

  /** Calls the function for the answer at hand. */
  default <T> T fold(
      Function<? super Agrees, ? extends T> agrees,
      Function<? super AgreesIf, ? extends T> agreesIf,
      Function<? super Contradicts, ? extends T> contradicts,
      Function<? super UnknownTenant, ? extends T> unknownTenant) {
    if (this instanceof Agrees answer) {
      return agrees.apply(answer);
    }
    if (this instanceof AgreesIf answer) {
      return agreesIf.apply(answer);
    }
    return this instanceof Contradicts answer
        ? contradicts.apply(answer)
        : unknownTenant.apply((UnknownTenant) this);
  }

  /**
   * The model says what the service did: with the certificate given, or without one if none is.
   *
   * @param prediction what it says
   */
  record Agrees(Prediction prediction) implements Judgement {
    @Override
    public Kind kind() {
      return Kind.AGREES;
    }

    @Override
    public List<Prediction> predictions() {
      return List.of(prediction);
    }
  }

  /**
   * The model says what the service did if the server presented a certificate of which it is not
   * known.
   *
   * @param predictions what it says without one, and with each that explains the observation
   * @param explainedByEhlo whether a certificate for the EHLO name would
   */
  record AgreesIf(List<Prediction> predictions, boolean explainedByEhlo) implements Judgement {
    /** Copies the list. */
    public AgreesIf {
      predictions = List.copyOf(predictions);
    }

    /** The connector names that a certificate has to match one of. */
    public List<CertificateNamePattern> certificates() {
      return predictions.stream().map(Prediction::certificate).flatMap(Optional::stream).toList();
    }

    @Override
    public Kind kind() {
      return Kind.AGREES_IF;
    }
  }

  /**
   * Nothing explains it: the exports are older than the message, or the model is wrong.
   *
   * @param predictions what the model says, with no certificate or the given one, and with each of
   *     the others that were tried
   * @param causes what the exports would have to say otherwise, the nearest first; empty if no one
   *     or two changes that were tried lead to what was observed
   */
  record Contradicts(List<Prediction> predictions, List<Cause> causes) implements Judgement {
    /** Copies the lists. */
    public Contradicts {
      predictions = List.copyOf(predictions);
      causes = List.copyOf(causes);
    }

    @Override
    public Kind kind() {
      return Kind.CONTRADICTS;
    }
  }

  /**
   * The tenant is not in the directory, so that the model can say nothing.
   *
   * @param tenant the tenant's id or name
   */
  record UnknownTenant(String tenant) implements Judgement {
    @Override
    public Kind kind() {
      return Kind.UNKNOWN_TENANT;
    }

    @Override
    public List<Prediction> predictions() {
      return List.of();
    }
  }
}
