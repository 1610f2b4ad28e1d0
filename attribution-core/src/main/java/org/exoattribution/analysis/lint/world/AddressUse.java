package org.exoattribution.analysis.lint.world;

import org.exoattribution.model.SenderIpRange;

/** An entry of SenderIPAddresses of an enabled connector. */
public record AddressUse(SenderIpRange range, String tenant, String connector) {
  public boolean contains(SenderIpRange other) {
    return range.prefixLength() <= other.prefixLength()
        && (range.networkBits() ^ other.networkBits()) >>> (32 - range.prefixLength()) == 0;
  }

  @Override
  public String toString() {
    return tenant + "'s connector " + Phrases.quoted(connector);
  }
}
