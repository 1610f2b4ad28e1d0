package org.exoattribution.testkit.assertj;

import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.ForwardPath;

/**
 * Assertions about the attributions of one transaction. Each begins with the choice of a recipient;
 * recipients of one transaction influence each other (MULTI-1 to MULTI-3).
 */
public class AttributionsAssert
    extends AbstractAssert<AttributionsAssert, List<? extends Attribution>> {
  private final List<Explanation> explanations;

  AttributionsAssert(List<? extends Attribution> actual, List<Explanation> explanations) {
    super(actual, AttributionsAssert.class);
    this.explanations = explanations;
  }

  /** There are so many, one a recipient. */
  public AttributionsAssert hasSize(int expected) {
    isNotNull();
    if (actual.size() != expected) {
      throw failure(
          "%nexpected:%n  %d attributions%nbut was:%n  %d, for %s",
          expected, actual.size(), recipients());
    }
    return this;
  }

  /** Goes on with the attribution of the first recipient, upon which the others depend. */
  public AttributionAssert forFirstRecipient() {
    isNotNull();
    if (actual.isEmpty()) {
      throw failure("%nexpected:%n  an attribution for a first recipient%nbut was:%n  none");
    }
    return about(actual.get(0));
  }

  /** Goes on with the attribution of this recipient, as the transaction has it. */
  public AttributionAssert forRecipient(String recipient) {
    isNotNull();
    ForwardPath path = ForwardPath.parse(recipient);
    for (Attribution attribution : actual) {
      if (attribution.connection().rcptTo().equals(path)) {
        return about(attribution);
      }
    }
    throw failure(
        "%nexpected:%n  an attribution for %s%nbut was:%n  %s",
        recipient, actual.isEmpty() ? "none" : "attributions for " + recipients());
  }

  private AttributionAssert about(Attribution attribution) {
    AttributionAssert next = new AttributionAssert(attribution);
    next.as(descriptionText());
    explanations.stream()
        .filter(explanation -> explanation.attribution().equals(attribution))
        .findFirst()
        .ifPresent(next::explainedBy);
    return next;
  }

  private String recipients() {
    return actual.isEmpty()
        ? "nobody"
        : actual.stream()
            .map(attribution -> attribution.connection().rcptTo().toString())
            .collect(Collectors.joining(", "));
  }
}
