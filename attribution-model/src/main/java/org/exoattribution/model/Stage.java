package org.exoattribution.model;

/** The stages of attribution, in their order. */
public enum Stage {
  /** OnPremises connectors by certificate: CERT-1 to CERT-6. */
  CERTIFICATE,
  /** OnPremises connectors by source address: IP-1 to IP-4. */
  IP,
  /** The recipient's tenant and its Partner connectors: IN-1 to IN-8. */
  INCOMING;

  /** The name in scenario files and output. */
  public String key() {
    return Names.kebab(this);
  }
}
