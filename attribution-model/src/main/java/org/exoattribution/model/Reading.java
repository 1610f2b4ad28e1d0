package org.exoattribution.model;

/**
 * A question on which the sources disagree or are silent, so that the simulator has a switch for
 * it. The values of each are in the engine's {@code Readings}.
 */
public enum Reading {
  WILDCARD_DEPTH("wildcardDepth"),
  WILDCARD_CERTIFICATE("wildcardCertificate"),
  BAD_CERTIFICATE("badCertificate"),
  REVOCATION("revocation"),
  CERTIFICATE_TRUST("certificateTrust"),
  KEY_USAGE("keyUsage"),
  RECIPIENT_ONLY_IP_MATCH("recipientOnlyIpMatch"),
  ASSOCIATED_DOMAINS("associatedDomains"),
  PARTNER_ADDRESSES("partnerAddresses"),
  PARTNER_BOTH("partnerBoth"),
  RELAY_REFUSAL("relayRefusal");

  private final String key;

  Reading(String key) {
    this.key = key;
  }

  /** The name in scenario files and on the command line, such as {@code wildcardDepth}. */
  public String key() {
    return key;
  }

  @Override
  public String toString() {
    return key;
  }
}
