package org.exoattribution.analysis.observation;

import java.util.List;
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

  /** Which of the four it is. */
  default Kind kind() {
    return fold(
        a -> Kind.AGREES, a -> Kind.AGREES_IF, c -> Kind.CONTRADICTS, u -> Kind.UNKNOWN_TENANT);
  }

  /** What the model says: of the connection as it is known first. Empty for UNKNOWN_TENANT. */
  default List<Prediction> predictions() {
    return fold(
        a -> List.of(a.prediction()),
        AgreesIf::predictions,
        c -> List.of(c.prediction()),
        u -> List.of());
  }

  /** The connector names of which a certificate has to match one; empty unless AGREES_IF. */
  default List<CertificateNamePattern> certificates() {
    return fold(
        a -> List.of(),
        a -> a.predictions().stream().flatMap(p -> p.certificate().stream()).toList(),
        c -> List.of(),
        u -> List.of());
  }

  /** What may have been otherwise, the nearest first; empty unless CONTRADICTS. */
  default List<Cause> causes() {
    return fold(a -> List.of(), a -> List.of(), Contradicts::causes, u -> List.of());
  }

  /**
   * The model says what the service did: with the certificate given, or without one if none is.
   *
   * @param prediction what it says
   */
  record Agrees(Prediction prediction) implements Judgement {}

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
  }

  /**
   * Nothing explains it: the exports are older than the message, or the model is wrong.
   *
   * @param prediction what the model says, with the given certificate or none
   * @param causes what may have been otherwise, the nearest first; empty if no one or two changes
   *     that were tried lead to what was observed
   */
  record Contradicts(Prediction prediction, List<Cause> causes) implements Judgement {
    /** Copies the list. */
    public Contradicts {
      causes = List.copyOf(causes);
    }
  }

  /**
   * The tenant is not in the directory, so that the model can say nothing.
   *
   * @param tenant the tenant's id or name
   */
  record UnknownTenant(String tenant) implements Judgement {}
}
