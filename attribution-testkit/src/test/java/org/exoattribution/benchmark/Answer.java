package org.exoattribution.benchmark;

import org.exoattribution.model.Attribution;
import org.jspecify.annotations.Nullable;

/** What a plain approach says: who, but not why. */
record Answer(Attribution.Verdict verdict, @Nullable String tenant, @Nullable String connector) {

  static Answer of(Attribution attribution) {
    return new Answer(
        attribution.verdict(),
        attribution.tenantName().orElse(null),
        attribution.connectorName().orElse(null));
  }

  static Answer originating(Holder through) {
    return new Answer(
        Attribution.Verdict.ORIGINATING, through.tenant().name(), through.connector().name());
  }
}
