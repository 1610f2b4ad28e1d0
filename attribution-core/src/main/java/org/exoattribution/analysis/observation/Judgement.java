package org.exoattribution.analysis.observation;

import java.util.List;
import java.util.Objects;
import org.exoattribution.model.CertificateNamePattern;

/**
 * Whether the model explains an observation.
 *
 * @param kind which of the four answers it is
 * @param predictions what the model says of the connection as it is known, with the certificate
 *     given or none, and after that with each certificate of which one must have been presented;
 *     empty if the tenant is unknown
 * @param explainedByEhlo whether a certificate for the EHLO name would explain what nothing does
 *     without a certificate; false unless AGREES_IF
 * @param causes what may have been otherwise, the nearest first; empty unless CONTRADICTS, and if
 *     no one or two changes that were tried lead to what was observed
 */
public record Judgement(
    Kind kind, List<Prediction> predictions, boolean explainedByEhlo, List<Cause> causes) {
  /** The four answers, the worst last. */
  public enum Kind {
    /** The model says what the service did. */
    AGREES,
    /** It does for a server that presented one of some certificates. */
    AGREES_IF,
    /** The tenant is not in the directory, so that the model can say nothing. */
    UNKNOWN_TENANT,
    /** It does for no certificate: the exports are older than the message, or it is wrong. */
    CONTRADICTS
  }

  /** Copies the lists. */
  public Judgement {
    Objects.requireNonNull(kind, "kind");
    predictions = List.copyOf(predictions);
    causes = List.copyOf(causes);
  }

  /** The connector names of which a certificate has to match one; empty unless AGREES_IF. */
  public List<CertificateNamePattern> certificates() {
    return predictions.stream().flatMap(each -> each.certificate().stream()).toList();
  }
}
