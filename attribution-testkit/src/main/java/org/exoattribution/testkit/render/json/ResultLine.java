package org.exoattribution.testkit.render.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.Evidence;
import org.exoattribution.model.Finding;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.SmtpReply;
import org.jspecify.annotations.Nullable;

/** What becomes of a recipient. The keys and their order are the command line's contract. */
record ResultLine(
    String connection,
    ForwardPath recipient,
    @JsonUnwrapped AttributionOutcome outcome,
    Optional<SmtpReply> reply,
    List<Finding.Id> findings,
    List<RuleId> rules,
    Evidence evidence,
    @Nullable Map<String, Object> explanation) {

  static ResultLine of(
      String connection, Attribution attribution, @Nullable Map<String, Object> explanation) {
    return new ResultLine(
        connection,
        attribution.connection().rcptTo(),
        AttributionOutcome.of(attribution),
        attribution.fold(o -> Optional.empty(), i -> Optional.empty(), r -> Optional.of(r.reply())),
        attribution.findings().stream().map(Finding::id).toList(),
        attribution.grounds().rules(),
        attribution.grounds().evidence(),
        explanation);
  }
}
