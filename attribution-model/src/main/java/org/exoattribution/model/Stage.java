package org.exoattribution.model;

/** The stages of attribution, in their order. */
public enum Stage {
  /** OnPremises connectors by certificate: CERT-1 to CERT-6. */
  CERTIFICATE("certificate"),
  /** OnPremises connectors by source address: IP-1 to IP-4. */
  IP("ip"),
  /** The recipient's tenant and its Partner connectors: IN-1 to IN-8. */
  INCOMING("incoming");

  private final String key;

  Stage(String key) {
    this.key = key;
  }

  /** The name in scenario files and output. */
  public String key() {
    return key;
  }
}
